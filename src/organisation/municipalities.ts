import { readFileSync } from "node:fs";
import { namedError } from "../platform/db/public.ts";
import { nearest } from "../platform/kernel/nearest.ts";

/** A Danish municipality with its code, region and former labour-market area (RAR). Source: db/reference/municipalities.csv. */
export type Municipality = {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly rar: string;
};

const file = new URL("../../db/reference/municipalities.csv", import.meta.url);

/** All 98 municipalities by code. */
export const municipalities: readonly Municipality[] = readFileSync(file, "utf8")
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => {
    const [code = "", name = "", region = "", rar = ""] = line.split(",");
    return { code, name, region, rar };
  });

/** A municipality by its four-digit code or its name. Throws `unknown_municipality` with the nearest right one. */
export function municipalityCalled(asked: string): Municipality {
  const found = municipalities.find(({ code, name }) => code === asked || name.toLowerCase() === asked.toLowerCase());
  if (found) return found;
  const suggestion = nearest(
    asked,
    municipalities.flatMap(({ code, name }) => [code, name]),
  );
  throw namedError("unknown_municipality", {
    da: `Kommunen »${asked}« kendes ikke${suggestion ? `; mente du ${suggestion}?` : ""}`,
    en: `The municipality "${asked}" is not known${suggestion ? `; did you mean ${suggestion}?` : ""}`,
  });
}

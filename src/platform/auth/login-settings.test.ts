import { expect, it } from "vitest";
import { isNamedError } from "../db/public.ts";
import { readLoginSettings } from "./login-settings.ts";

const FULL = {
  SPRINGBRAET_MODE: "production",
  SPRINGBRAET_URL: "https://springbraet.example/",
  SPRINGBRAET_ACCESS: "adgang.yaml",
  SPRINGBRAET_OIDC_ISSUER: "https://login.example",
  SPRINGBRAET_OIDC_CLIENT: "springbraet",
  SPRINGBRAET_OIDC_SECRET: "sixteen characters",
};

function refusal(env: Readonly<Record<string, string | undefined>>): string {
  try {
    readLoginSettings(env);
  } catch (error) {
    if (isNamedError(error)) return `${error.code}: ${error.texts.en}`;
  }
  return "started";
}

it("is the demo when nothing is said, and an empty variable says nothing", () => {
  expect(readLoginSettings({})).toMatchObject({ mode: "demo", provider: null, idleMinutes: 60, absoluteMinutes: 720 });
  expect(readLoginSettings({ SPRINGBRAET_OIDC_ISSUER: "", SPRINGBRAET_SESSION_HOURS: "" }).provider).toBeNull();
});

it("has one exact address for the provider to send people back to", () => {
  const { provider, origin } = readLoginSettings({ ...FULL, SPRINGBRAET_SESSION_HOURS: "8" });
  expect(origin).toBe("https://springbraet.example");
  expect(provider).toMatchObject({
    redirect: "https://springbraet.example/api/v1/login/callback",
    afterwards: "https://springbraet.example/log-ind",
    scope: "openid profile",
  });
});

it("does not start in production without an identity provider, and names all that is missing", () => {
  const text = refusal({ SPRINGBRAET_MODE: "production" });
  for (const name of Object.keys(FULL).slice(1)) expect(text).toContain(name);
  for (const name of Object.keys(FULL).slice(1)) {
    expect(refusal({ ...FULL, [name]: undefined })).toMatch(new RegExp(`^login_incomplete: .*${name}`));
    expect(refusal({ ...FULL, [name]: "" })).toMatch(new RegExp(`^login_incomplete: .*${name}`));
  }
});

it("does not start with half a provider in the demo either", () => {
  expect(refusal({ SPRINGBRAET_OIDC_ISSUER: "https://login.example" })).toContain("SPRINGBRAET_OIDC_CLIENT");
});

it.each([
  ["SPRINGBRAET_MODE", "prod"],
  ["SPRINGBRAET_URL", "http://springbraet.example"],
  ["SPRINGBRAET_OIDC_ISSUER", "http://login.example"],
  ["SPRINGBRAET_OIDC_SECRET", "short"],
  ["SPRINGBRAET_OIDC_SCOPE", "profile"],
  ["SPRINGBRAET_SESSION_HOURS", "48"],
  ["SPRINGBRAET_SESSION_IDLE_MINUTES", "0"],
])("does not start with %s=%s, and never repeats a value that may be a secret", (name, value) => {
  const text = refusal({ ...FULL, [name]: value });
  expect(text).toMatch(new RegExp(`^login_setting: .*${name}`));
  if (name.endsWith("SECRET")) expect(text).not.toContain(`"${value}"`);
});

it("takes http on this machine, for trying things out", () => {
  const env = { ...FULL, SPRINGBRAET_URL: "http://127.0.0.1:3171", SPRINGBRAET_OIDC_ISSUER: "http://localhost:4000" };
  expect(readLoginSettings(env).provider?.issuer).toBe("http://localhost:4000");
});

import { type ComponentType, lazy } from "react";

/*
 * Pages that few open, or seldom: their code is fetched when they are opened, so that a caseworker's first page of the day comes sooner. The frame
 * waits for them as it does for data.
 */

function page<Props extends object, Door>(door: () => Promise<Door>, pick: (door: Door) => ComponentType<Props>) {
  return lazy(async () => ({ default: pick(await door()) }));
}

const imports = () => import("../../imports/web.tsx");
const privacy = () => import("../../privacy/web.tsx");
const reports = () => import("../../reports/web.tsx");

export const ImportPage = page(imports, (door) => door.ImportPage);
export const ImportsPage = page(imports, (door) => door.ImportsPage);
export const LogPage = page(privacy, (door) => door.LogPage);
export const RequestsPage = page(privacy, (door) => door.RequestsPage);
export const RetentionPage = page(privacy, (door) => door.RetentionPage);
export const ReportPage = page(reports, (door) => door.ReportPage);

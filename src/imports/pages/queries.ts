import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get, post } from "../../platform/ui/api.ts";
import type {
  BatchLine,
  BatchRemark,
  BatchRow,
  BatchView,
  FactLayout,
  Finding,
  ImportRowsPage,
  Mapping,
  Preview,
  ReconciliationView,
  RememberedMapping,
  RowProblem,
  RowVerdict,
  SetAsideRow,
} from "../contract.ts";
import { isUnderWay } from "../rules/batch-states.ts";

const LOOK_AGAIN_MS = 700;

/** Is something happening with the import by itself? */
export function isMoving(view: Pick<BatchView, "state" | "moved">): boolean {
  return isUnderWay(view.state) || (view.state === "done" && view.moved === null);
}

/** Reads the newest imports. */
export const importsQuery = queryOptions({
  queryKey: ["imports"],
  queryFn: ({ signal }) => get<{ readonly imports: readonly BatchLine[] }>("/imports", {}, signal),
});

/** Reads the remembered mappings. */
export const rememberedQuery = queryOptions({
  queryKey: ["imports", "mappings"],
  queryFn: ({ signal }) => get<{ readonly mappings: readonly RememberedMapping[] }>("/imports/mappings", {}, signal),
});

/** Reads the kinds of facts. */
export const layoutsQuery = queryOptions({
  queryKey: ["imports", "layouts"],
  queryFn: ({ signal }) => get<{ readonly facts: readonly FactLayout[] }>("/imports/layouts", {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Reads an import, again and again while something happens with it. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ["import", id],
    queryFn: ({ signal }) => get<BatchView>(`/imports/${id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? LOOK_AGAIN_MS : false),
  });
}

/** Reads the problems of an import as it was at a version. */
export function findingsQuery(id: string, version: string) {
  return queryOptions({
    queryKey: ["import", id, "findings", version],
    queryFn: ({ signal }) =>
      get<{
        readonly findings: readonly Finding[];
        readonly remarks: readonly BatchRemark[];
        readonly setAside: readonly SetAsideRow[];
      }>(`/imports/${id}/findings`, {}, signal),
    placeholderData: keepPreviousData,
  });
}

/** Reads the newest comparison of an import with the records, again and again while it is under way. */
export function reconciliationQuery(id: string) {
  return queryOptions({
    queryKey: ["import", id, "reconciliation"],
    queryFn: ({ signal }) =>
      get<{ readonly reconciliation: ReconciliationView | null }>(`/imports/${id}/reconciliation`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.reconciliation?.state === "asked" ? LOOK_AGAIN_MS : false),
  });
}

/** Which rows of an import to show. */
export type RowsAsked = {
  readonly verdict: RowVerdict;
  readonly file: number | null;
  readonly code: string | null;
  readonly page: number;
};

/** Reads a page of rows as they were at a version. */
export function rowsQuery(id: string, version: string, asked: RowsAsked) {
  return queryOptions({
    queryKey: ["import", id, "rows", asked, version],
    queryFn: ({ signal }) => get<ImportRowsPage>(`/imports/${id}/rows`, asked, signal),
    placeholderData: keepPreviousData,
  });
}

/** Reads the first rows of a file as a mapping reads them. */
export function previewQuery(id: string, file: number, mapping: Mapping | null) {
  return queryOptions({
    queryKey: ["import", id, "preview", file, mapping],
    queryFn: () => post<Preview>(`/imports/${id}/files/${file}/preview`, { mapping }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** A cell as somebody corrected it. */
export type CorrectedRow = {
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
  readonly checking: boolean;
};

/** Corrects a cell; `was` is what was seen there. */
export function correctCell(
  id: string,
  row: Pick<BatchRow, "file" | "line">,
  cell: { readonly place: number; readonly was: string; readonly value: string },
): Promise<CorrectedRow> {
  return post<CorrectedRow>(`/imports/${id}/cells`, { file: row.file, line: row.line, ...cell });
}

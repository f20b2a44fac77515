import { z } from "zod";

/** Which published statistic: its measure code and, where it is for one benefit, the benefit. */
export const publishedParams = z.strictObject({ statistic: z.string(), benefit: z.string().optional() });

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** SQL condition on `published_statistics p` for a statistic and, when given, an area. */
export function statisticFilter(given: z.infer<typeof publishedParams>, area: string | null): string {
  return [
    `p.measure = ${text(given.statistic)}`,
    given.benefit ? `p.benefit = ${text(given.benefit)}` : "p.benefit IS NULL",
    ...(area === null ? [] : [`p.area = ${text(area)}`]),
  ].join(" AND ");
}

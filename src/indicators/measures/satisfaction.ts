import { z } from "zod";
import { defineMeasure, type SqlContext } from "../measure.ts";
import { ratio } from "../rules/figure.ts";
import { wilson } from "../rules/wilson.ts";
import { whereParam } from "../shared/params.ts";
import { JUDGED, say, whereInWords } from "../shared/phrases.ts";

const OF = "survey_answers";
const params = z.strictObject({
  where: whereParam,
  /** Answers that count as satisfied. */
  satisfied: z.array(z.string()).min(1).default(["meget_tilfredsstillende", "tilfredsstillende"]),
});
type Params = z.infer<typeof params>;

/**
 * The percentage of those who answered a survey that were satisfied. Told beside it: the response rate (answers of invited) and the
 * 95 % interval (Wilson) that the number of answers allows.
 */
export const measure = defineMeasure<Params>({
  kind: "satisfaction",
  params,
  unit: () => "percent",
  predicates: ({ where }) => [{ path: ["where"], source: where, subject: OF }],
  compute: {
    as: "leaf",
    covers: () => [OF],
    query: (given, sql) =>
      `${counts(given, sql)}\nSELECT idx, satisfied AS numerator, answered AS denominator, NULL AS value FROM counts ORDER BY idx`,
    figure: (row) => ratio(row.numerator, row.denominator, 100),
  },
  sentence: (given, words, window) =>
    say(
      {
        da: "Procentdel af dem, der svarede, som var tilfredse, blandt adspurgte",
        en: "Percentage satisfied of those who answered, among people asked",
      },
      words.window(window),
      whereInWords({ of: OF, where: given.where }, words),
    ),
  judged: () => JUDGED.event,
  details: (given) => ({
    query: (sql) => `${counts(given, sql)}\nSELECT satisfied, answered, invited FROM counts`,
    read: ({ satisfied, answered, invited }) => details(Number(satisfied), Number(answered), Number(invited)),
  }),
});

function counts({ where, satisfied }: Params, sql: SqlContext): string {
  const codes = satisfied.map((code) => `'${code.replaceAll("'", "''")}'`).join(", ");
  return [
    `WITH asked AS (${sql.occurrences({ of: OF, where, counted: "running" })}),`,
    `counts AS (SELECT w.idx, count(CASE WHEN a.answer IN (${codes}) THEN 1 END) AS satisfied,`,
    "count(a.answer) AS answered, count(a.id) AS invited",
    "FROM windows w LEFT JOIN asked a ON a.idx = w.idx GROUP BY w.idx)",
  ].join("\n");
}

function details(
  satisfied: number,
  answered: number,
  invited: number,
): readonly { label: { da: string; en: string }; value: { da: string; en: string } }[] {
  if (answered === 0) return [];
  const { low, high } = wilson(satisfied, answered);
  const percent = (share: number): { da: string; en: string } => {
    const text = (share * 100).toFixed(1);
    return { da: text.replace(".", ","), en: text };
  };
  const [rate, from, to] = [percent(answered / invited), percent(low), percent(high)];
  return [
    {
      label: { da: "Svarprocent", en: "Response rate" },
      value: { da: `${rate.da} % (${answered} af ${invited})`, en: `${rate.en}% (${answered} of ${invited})` },
    },
    {
      label: { da: "Usikkerhed (95 %)", en: "Uncertainty (95%)" },
      value: { da: `${from.da}-${to.da} %`, en: `${from.en}-${to.en}%` },
    },
  ];
}

import { type FullTimeTable, fullTimeTable } from "../../../plan/contract.ts";

const ROWS = [
  ["a_dagpenge", "A-dagpenge", 758, 671, 1024, 1013],
  ["kontanthjaelp", "Kontanthjælp", 957, 880, 881, 901],
  ["sygedagpenge", "Sygedagpenge", 896, 820, 1017, 906],
  ["revalidering", "Revalidering", 26, 22, 13, 13],
] as const;

/** Four benefits over four columns, the printed total of one column three too low, and one figure withheld. */
export function fullTimeTableForTest(): FullTimeTable {
  const rows = ROWS.map(([id, label, ...published], at) => ({
    id,
    label: { da: label, en: label },
    isTotal: false,
    published,
    recorded: [...published.slice(0, 3).map((value) => value + at * 0.26), null],
    withheld: [false, false, id === "revalidering", false],
  }));
  const sum = (of: "published" | "recorded", column: number): number | null =>
    rows.reduce<number | null>((so, row) => {
      const value = row[of][column] ?? null;
      return so === null || value === null ? null : so + value;
    }, 0);
  const columns = [0, 1, 2, 3];
  const total = {
    id: "total",
    label: { da: "I alt", en: "In all" },
    isTotal: true,
    published: columns.map((column) => sum("published", column)),
    recorded: columns.map((column) => sum("recorded", column)),
    withheld: columns.map(() => false),
  };
  return fullTimeTable.parse({
    plan: "example-2020-21",
    asOf: "2021-06-30",
    snapshot: "2021-06",
    columns: [
      { year: 2019, kind: "actual" },
      { year: 2020, kind: "budget" },
      { year: 2020, kind: "expected" },
      { year: 2021, kind: "budget" },
    ],
    rows: [...rows, total],
    statedTotals: [2637, 2393, 2932, 2833],
    discrepancies: [
      {
        where: { da: "Forventet 2020, i alt", en: "Expected 2020, in all" },
        stated: { da: "2.932", en: "2.932" },
        computed: { da: "2.935", en: "2.935" },
        explanation: { da: "Rækkerne giver tre flere end det trykte.", en: "The rows give three more than printed." },
      },
    ],
  });
}

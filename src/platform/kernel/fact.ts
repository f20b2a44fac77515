/** A text in the two languages of the product. */
export type Bilingual = { readonly da: string; readonly en: string };

/**
 * How a column's values are written in files, records and the warehouse.
 * `key` refers to another fact's id; `thousandths` is a share written 0-1 with at most three decimals and kept as a whole
 * number of thousandths; `hours` is hours a week with at most two decimals, kept as whole hundredths; `amount` is whole øre; `cpr` is a
 * CPR or replacement number, identifying, kept sealed with a blind index beside it (`storedColumns`).
 */
export type ColumnType =
  | "text"
  | "code"
  | "key"
  | "day"
  | "int"
  | "thousandths"
  | "hours"
  | "amount"
  | "number"
  | "bool"
  | "cpr";

export type Column = {
  readonly name: string;
  readonly type: ColumnType;
  /** Must every row have it? A column that is not required may be empty: the value is then missing, which is not false or 0. */
  readonly required: boolean;
  /** The values a `code` may take, with their labels. */
  readonly codes?: Readonly<Record<string, Bilingual>>;
  /** The fact whose `id` a `key` names. */
  readonly refers?: string;
  readonly min?: number;
  readonly max?: number;
  /** What an empty field means, when it does not mean "missing". */
  readonly whenEmpty?: string | number | boolean;
  /** Never copied to the warehouse, snapshots or logs: names and the like. */
  readonly identifying?: boolean;
  /** A day that cannot be after today, such as a birthday. */
  readonly past?: boolean;
  readonly label: Bilingual;
  readonly meaning: Bilingual;
};

/**
 * A kind of fact the jobcentre records. `spell` holds from a first day to a last day, both included, with no last day while it
 * runs; `event` happens on one day; `entity` simply is. Every fact also has an `id` and the days it was known.
 */
export type Fact = {
  /** Table and file name, plural: `benefit_spells`. */
  readonly name: string;
  /** The word (folder and database schema) that owns it. */
  readonly word: string;
  readonly shape: "spell" | "event" | "entity";
  /** Stays in the records: no row of it is ever copied to the warehouse, so that no figure is made of it. */
  readonly confined?: boolean;
  /** Worked out by the program from other facts: no file brings it. */
  readonly derived?: boolean;
  readonly label: Bilingual;
  readonly meaning: Bilingual;
  readonly columns: readonly Column[];
  /**
   * Names of what tells one row from another, as a file calls them: from these a row's id is made when its file has none, so that
   * the same file twice changes nothing. Without them a file needs an `id`.
   */
  readonly key?: readonly string[];
  /** Columns by which two spells may not hold on the same day: one citizen is on one benefit once at a time. */
  readonly apart?: readonly string[];
  /** The earliest day a row can tell of; without it 1900-01-01. */
  readonly earliest?: string;
};

type ColumnOptions = Partial<Omit<Column, "name" | "type" | "label" | "meaning">>;
type Wording = readonly [da: string, en: string];

/** One column, required unless said otherwise. Label and meaning are Danish and English. */
export function column(
  name: string,
  type: ColumnType,
  said: { readonly label: Wording; readonly meaning: Wording } & ColumnOptions,
): Column {
  const { label, meaning, ...options } = said;
  return {
    name,
    type,
    required: true,
    ...options,
    label: { da: label[0], en: label[1] },
    meaning: { da: meaning[0], en: meaning[1] },
  };
}

/** The codes of a column from rows of code, Danish and English label. */
export function codes(
  ...rows: readonly (readonly [code: string, da: string, en: string])[]
): Record<string, Bilingual> {
  return Object.fromEntries(rows.map(([code, da, en]) => [code, { da, en }]));
}

/** Names of the columns that say when a fact held: first and last day for a spell, the day for an event, none for an entity. */
export function dayColumns(fact: Fact): readonly string[] {
  if (fact.shape === "spell") return ["from_day", "until_day"];
  return fact.shape === "event" ? ["day"] : [];
}

/** The columns a column is stored in: itself, and for a CPR number the sealed value and its blind index. */
export function storedColumns({ name, type }: Pick<Column, "name" | "type">): readonly string[] {
  return type === "cpr" ? [`${name}_encrypted`, `${name}_index`] : [name];
}

/** Where the sealed numbers of some facts stand. */
export function sealedColumns(facts: readonly Fact[]): readonly { readonly table: string; readonly column: string }[] {
  return facts.flatMap(({ word, name, columns }) =>
    columns.filter(({ type }) => type === "cpr").map((column) => ({ table: `${word}.${name}`, column: column.name })),
  );
}

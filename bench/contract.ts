import type pg from "pg";

/** What a benchmark may use: made once for a run, when first asked for. */
export type Scene = {
  /** Small data and one run of each, to see that everything still works. */
  readonly quick: boolean;
  /** How many times each measurement is repeated after the run that does not count; 0 when that one is enough. */
  readonly runs: number;
  /** A folder of the run's own. */
  readonly folder: string;
  /** The folder with one warehouse file per municipality of the country. */
  readonly countryFolder: string;
  /** Is the whole country also copied to PostgreSQL? Takes some minutes and ten gigabytes. */
  readonly countryInPostgres: boolean;
  /** A data folder with the synthetic municipality in its records. */
  readonly demo: () => Promise<string>;
  /** A PostgreSQL of its own, or null when the machine has none. */
  readonly postgres: () => Promise<Postgres | null>;
};

export type Postgres = { readonly client: pg.Client; readonly url: string };

/** The times of one piece of work, in milliseconds. */
export type Times = { readonly median: number; readonly low: number; readonly high: number; readonly runs: number };

/** One line of the table. */
export type Line = {
  readonly what: string;
  readonly times: Times;
  /** How many times as long the named peer took for the same work in this run (below 1: the peer was faster). */
  readonly against?: Readonly<Record<string, number>>;
  readonly note?: string;
};

export type Result = { readonly name: string; readonly about: string; readonly lines: readonly Line[] };

/** A benchmark: its name for `--only`, and its run. */
export type Bench = {
  readonly name: string;
  /** Runs only when it is asked for by name or with its own option. */
  readonly large?: true;
  readonly run: (scene: Scene) => Promise<Result>;
};

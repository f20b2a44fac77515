import type { Day } from "../platform/kernel/day.ts";

/** A synthetic company. `cooperates`: will work with the jobcentre during 2020-2021. */
export type Company = {
  readonly id: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly employees: number;
  readonly contacted: boolean;
};

/** Chooses companies for what happens in the demo. */
export type CompanyBook = {
  readonly all: readonly Company[];
  readonly partners: readonly Company[];
  readonly practice: readonly Company[];
  /** A company that someone works at: larger ones more often. */
  readonly employer: (at: Day) => string;
  /** A company that cooperates without partnership; during 2020-2021 new ones keep coming, so that the wanted share is reached. */
  readonly cooperating: (at: Day) => string;
  readonly partner: () => string;
};

import type { CourseRecord, Implied, IntegrationData } from "../contract.ts";
import { isSigned } from "./judge.ts";

/** A contract that is signed is a step of the case, which the duty to make one turns on (INL § 19); one the citizen has not signed is none. */
export function followsContracts(
  { contract }: Pick<IntegrationData, "contract">,
  records: readonly CourseRecord[],
): ReadonlyMap<string, readonly Implied[]> {
  return new Map(
    records.map((record) => [
      record.id,
      isSigned(record) ? [{ kind: "step", code: contract.step, from: record.from }] : [],
    ]),
  );
}

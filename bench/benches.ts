import type { Bench } from "./contract.ts";
import { country } from "./country/country.ts";
import { deadlines } from "./duties/deadlines.ts";
import { goalsMunicipality } from "./goals/municipality.ts";
import { batches } from "./imports/batches.ts";
import { readingFiles } from "./imports/read.ts";
import { operations, operationsCountry } from "./operations/operations.ts";
import { wholePlan } from "./plan/plan.ts";
import { coldStart } from "./server/cold-start.ts";
import { latency } from "./server/latency.ts";
import { rebuild } from "./warehouse/rebuild.ts";

/** Every benchmark, in the order they run. */
export const benches: readonly Bench[] = [
  goalsMunicipality,
  wholePlan,
  deadlines,
  rebuild,
  readingFiles,
  batches,
  coldStart,
  latency,
  operations,
  operationsCountry,
  country,
];

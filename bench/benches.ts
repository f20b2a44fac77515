import type { Bench } from "./contract.ts";
import { country } from "./country/country.ts";
import { goalsMunicipality } from "./goals/municipality.ts";
import { readingFiles } from "./imports/read.ts";
import { wholePlan } from "./plan/plan.ts";
import { coldStart } from "./server/cold-start.ts";
import { latency } from "./server/latency.ts";
import { rebuild } from "./warehouse/rebuild.ts";

/** Every benchmark, in the order they run. */
export const benches: readonly Bench[] = [
  readingFiles,
  goalsMunicipality,
  wholePlan,
  rebuild,
  coldStart,
  latency,
  country,
];

import { facts as citizens } from "../citizens/facts.ts";
import { facts as companies } from "../companies/facts.ts";
import { facts as contact } from "../contact/facts.ts";
import { facts as economy } from "../economy/facts.ts";
import { facts as integration } from "../integration/facts.ts";
import { facts as offers } from "../offers/facts.ts";
import { facts as organisation } from "../organisation/facts.ts";
import type { Fact } from "../platform/kernel/fact.ts";
import { facts as progression } from "../progression/facts.ts";
import { facts as resources } from "../resources/facts.ts";
import { facts as screening } from "../screening/facts.ts";
import { facts as sickness } from "../sickness/facts.ts";
import { facts as surveys } from "../surveys/facts.ts";
import { facts as youth } from "../youth/facts.ts";

/**
 * The facts the demo fills: all but the refund extract. Its rows must agree with each other and with the law: a share that follows from
 * how many weeks the person has been on support, across benefits and with its reset (REF §§ 5 and 6), for every person, benefit and week.
 * Until that ladder is computed here, made-up shares would be wrong in a way that looks right. `examples/import` has an extract to bring in.
 */
export const demoFacts: readonly Fact[] = [
  ...companies,
  ...citizens,
  ...contact,
  ...screening,
  ...offers,
  ...progression,
  ...sickness,
  ...youth,
  ...integration,
  ...resources,
  ...surveys,
  ...organisation,
  ...economy.filter(({ name }) => name !== "benefit_refunds"),
];

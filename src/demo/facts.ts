import { facts as citizens } from "../citizens/facts.ts";
import { facts as companies } from "../companies/facts.ts";
import { facts as contact } from "../contact/facts.ts";
import { facts as economy } from "../economy/facts.ts";
import { facts as integration } from "../integration/facts.ts";
import { facts as offers } from "../offers/facts.ts";
import { facts as organisation } from "../organisation/facts.ts";
import type { Fact } from "../platform/kernel/fact.ts";
import { facts as sickness } from "../sickness/facts.ts";
import { facts as surveys } from "../surveys/facts.ts";

/** The facts the demo fills: all but the refund extract, which comes in as a file (examples/import has one). */
export const demoFacts: readonly Fact[] = [
  ...companies,
  ...citizens,
  ...contact,
  ...offers,
  ...sickness,
  ...integration,
  ...surveys,
  ...organisation,
  ...economy.filter(({ name }) => name !== "benefit_refunds"),
];

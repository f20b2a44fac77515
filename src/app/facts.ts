import { facts as citizens } from "../citizens/facts.ts";
import { facts as companies } from "../companies/facts.ts";
import { facts as contact } from "../contact/facts.ts";
import { facts as duties } from "../duties/facts.ts";
import { facts as economy } from "../economy/facts.ts";
import { facts as integration } from "../integration/facts.ts";
import { facts as offers } from "../offers/facts.ts";
import { facts as organisation } from "../organisation/facts.ts";
import { facts as pathways } from "../pathways/facts.ts";
import type { Fact } from "../platform/kernel/fact.ts";
import { facts as progression } from "../progression/facts.ts";
import { facts as resources } from "../resources/facts.ts";
import { facts as screening } from "../screening/facts.ts";
import { facts as sickness } from "../sickness/facts.ts";
import { facts as surveys } from "../surveys/facts.ts";
import { facts as youth } from "../youth/facts.ts";

/** Every kind of fact in the house, in an order in which what is referred to comes before what refers. */
export const allFacts: readonly Fact[] = [
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
  ...economy,
  ...duties,
  ...pathways,
];

/** The facts that files bring. */
export const fileFacts: readonly Fact[] = allFacts.filter(({ derived }) => derived !== true);

/** The facts that figures are made of: the warehouse and the snapshots hold no others. */
export const countedFacts: readonly Fact[] = allFacts.filter(({ confined }) => confined !== true);

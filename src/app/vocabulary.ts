import { vocabulary as citizens } from "../citizens/vocabulary.ts";
import { vocabulary as companies } from "../companies/vocabulary.ts";
import { vocabulary as contact } from "../contact/vocabulary.ts";
import { vocabulary as duties } from "../duties/vocabulary.ts";
import { vocabulary as economy } from "../economy/vocabulary.ts";
import { vocabulary as integration } from "../integration/vocabulary.ts";
import type { Vocabulary } from "../language/public.ts";
import { vocabulary as offers } from "../offers/vocabulary.ts";
import { vocabulary as organisation } from "../organisation/vocabulary.ts";
import { vocabulary as pathways } from "../pathways/vocabulary.ts";
import { vocabulary as progression } from "../progression/vocabulary.ts";
import { vocabulary as resources } from "../resources/vocabulary.ts";
import { vocabulary as screening } from "../screening/vocabulary.ts";
import { vocabulary as sickness } from "../sickness/vocabulary.ts";
import { vocabulary as surveys } from "../surveys/vocabulary.ts";
import { vocabulary as youth } from "../youth/vocabulary.ts";

/** Every word of every folder's vocabulary, joined. */
export const vocabulary: Vocabulary = [
  ...citizens,
  ...companies,
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

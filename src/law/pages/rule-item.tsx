import { Button, Heading } from "@navikt/ds-react";
import { type ReactElement, useState } from "react";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { FieldName } from "../contract.ts";
import type { RuleLine } from "../page.ts";
import { fieldOf } from "../shown-rules.ts";
import { lawTexts } from "./law-texts.ts";
import { RuleFields } from "./rule-fields.tsx";
import { RuleMarks } from "./rule-marks.tsx";

/** What is always seen of a rule, and what is unfolded. */
const FIRST: readonly FieldName[] = [
  "deadline",
  "share",
  "amount",
  "step",
  "limit",
  "who",
  "actor",
  "meets",
  "exempts",
  "adjusts",
  "inForce",
];
const MORE: readonly FieldName[] = ["forms", "rests", "more", "consequence", "assumption", "confidence", "sources"];

type Props = {
  readonly line: RuleLine;
  /** The day the rule is opened on. */
  readonly on: string;
  readonly isOpen: boolean;
  /** Something about it here, such as why it went. */
  readonly note?: string;
};

/** A rule of a list: what it says, and what it takes; the rest unfolds, and is always on paper. */
export function RuleItem({ line, on, isOpen, note }: Props): ReactElement {
  const { page: texts } = useTexts(lawTexts);
  const both = useBoth();
  const [isUnfolded, setUnfolded] = useState(isOpen);
  const says = fieldOf(line, "says");
  const paragraph = fieldOf(line, "paragraph");
  return (
    <li className="law-rule">
      <div className="law-says">
        <Heading level="3" size="xsmall">
          <AppLink to="/loven/$rule" params={{ rule: line.id }} search={{ on }} walk>
            {says ? both(says.text) : line.id}
          </AppLink>
        </Heading>
        <p className="quiet">
          {[...(paragraph ? [both(paragraph.text)] : []), line.id].join(" · ")}
          <RuleMarks line={line} />
        </p>
        {note && <p>{note}</p>}
        <Button
          className="no-print"
          size="xsmall"
          variant="tertiary"
          aria-expanded={isUnfolded}
          aria-label={`${isUnfolded ? texts.less : texts.more}: ${line.id}`}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isUnfolded ? texts.less : texts.more}
        </Button>
      </div>
      <div>
        <RuleFields line={line} names={FIRST} on={on} />
        <div className={isUnfolded ? undefined : "law-folded"}>
          <RuleFields line={line} names={MORE} on={on} />
        </div>
      </div>
    </li>
  );
}

import {
  CheckmarkCircleFillIcon,
  CircleSlashIcon,
  ExclamationmarkTriangleIcon,
  GavelIcon,
  QuestionmarkCircleIcon,
  TrendUpIcon,
  XMarkOctagonIcon,
} from "@navikt/aksel-icons";
import { Tag } from "@navikt/ds-react";
import type { ComponentType, ReactElement } from "react";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { Status } from "./indicator-types.ts";
import { planTexts } from "./plan-texts.ts";

type Look = {
  readonly Icon: ComponentType<{ "aria-hidden": boolean }>;
  readonly color: "success" | "accent" | "warning" | "danger" | "neutral";
  readonly variant: "outline" | "moderate" | "strong";
};

/** Each status has its own word, its own icon and a strength; colour only repeats what they say. Red is what can still be acted on. */
const looks: Readonly<Record<Status, Look>> = {
  met: { Icon: CheckmarkCircleFillIcon, color: "success", variant: "moderate" },
  on_track: { Icon: TrendUpIcon, color: "accent", variant: "outline" },
  at_risk: { Icon: ExclamationmarkTriangleIcon, color: "warning", variant: "moderate" },
  off_track: { Icon: XMarkOctagonIcon, color: "danger", variant: "moderate" },
  missed: { Icon: CircleSlashIcon, color: "neutral", variant: "strong" },
  no_data: { Icon: QuestionmarkCircleIcon, color: "neutral", variant: "outline" },
};

/** A status as word, icon and colour. */
export function StatusTag({
  status,
  size = "xsmall",
}: {
  readonly status: Status;
  readonly size?: "xsmall" | "small";
}): ReactElement {
  const texts = useTexts(planTexts);
  const { Icon, color, variant } = looks[status];
  return (
    <Tag size={size} variant={variant} data-color={color} icon={<Icon aria-hidden />} className="status-tag">
      {texts.status[status]}
    </Tag>
  );
}

/** Marks a goal that somebody must decide on. */
export function DecisionMark(): ReactElement {
  const texts = useTexts(planTexts);
  return (
    <span className="decision-mark">
      <GavelIcon aria-hidden />
      {texts.needsDecision}
    </span>
  );
}

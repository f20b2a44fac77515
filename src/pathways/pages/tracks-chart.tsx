import { Heading } from "@navikt/ds-react";
import type { CSSProperties, ReactElement } from "react";
import { day } from "../../platform/kernel/day.ts";
import { TRACKS } from "../codes.ts";
import type { Step } from "../contract.ts";
import type { PlanWords } from "./plan-words.ts";

type Props = { readonly steps: readonly Step[]; readonly words: PlanWords; readonly today: string };
type Bar = { readonly step: Step; readonly from: number; readonly until: number };

const MARGIN_DAYS = 14;

/** Tracks that run beside each other (CPL-14): one line a step, from its first to its last day. For the eye; the table says the same. */
export function TracksChart({ steps, words, today }: Props): ReactElement | null {
  const { texts } = words;
  const now = day(today);
  const bars = steps.flatMap((step): readonly Bar[] => {
    const last = step.due ?? step.from;
    if (last === null || step.state === "dropped") return [];
    return [{ step, from: day(step.from ?? last), until: day(last) + 1 }];
  });
  if (bars.length === 0) return null;
  const first = Math.min(now, ...bars.map(({ from }) => from)) - MARGIN_DAYS;
  const last = Math.max(now, ...bars.map(({ until }) => until)) + MARGIN_DAYS;
  const share = (at: number): string => `${(((at - first) / (last - first)) * 100).toFixed(2)}%`;
  /** A name stands over its bar's beginning, but over its end where it would run out of the picture. */
  const besides = (from: number, until: number): CSSProperties =>
    from - first < last - until
      ? { insetInlineStart: share(from), insetInlineEnd: 0 }
      : { insetInlineStart: 0, insetInlineEnd: share(first + last - until), textAlign: "end" };
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.all.tracks}
      </Heading>
      <p className="quiet">{texts.all.tracksHelp}</p>
      <div className="plan-tracks" aria-hidden="true">
        {TRACKS.filter((track) => bars.some(({ step }) => step.track === track)).map((track) => (
          <div key={track} className="plan-track">
            <span>{texts.tracks[track]}</span>
            <div className="plan-lines">
              <i className="plan-today" style={{ insetInlineStart: share(now) }} />
              {bars
                .filter(({ step }) => step.track === track)
                .map(({ step, from, until }) => (
                  <div key={step.id} className="plan-line">
                    <b
                      className={`plan-bar plan-bar-${step.state}`}
                      style={{ insetInlineStart: share(from), inlineSize: share(first + until - from) }}
                    />
                    <span style={besides(from, until)}>{words.step(step)}</span>
                  </div>
                ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

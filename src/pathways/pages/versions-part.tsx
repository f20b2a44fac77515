import { Button, Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { SmallTable } from "../../platform/ui/small-table.tsx";
import type { Plan, PlanKind, PlanVersion } from "../contract.ts";
import { compare } from "../rules/parts.ts";
import { PlanText } from "./plan-text.tsx";
import { changeName, type PlanWords, partName, partText } from "./plan-words.ts";
import { versionsQuery } from "./queries.ts";
import { Choice } from "./small-fields.tsx";

type Props = {
  readonly plan: Plan;
  readonly kind: PlanKind;
  readonly words: PlanWords;
  readonly today: string;
};

/** The plan's earlier versions: opened on demand, read, and compared. */
export function VersionsPart(props: Props): ReactElement {
  const { texts } = props.words;
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="part no-print">
      <Button size="small" variant="tertiary" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {texts.actions.versions}
      </Button>
      {isOpen && <Versions {...props} />}
    </section>
  );
}

function Versions(props: Props): ReactElement {
  const { plan, words } = props;
  const { texts } = words;
  const { data, error, refetch } = useQuery(versionsQuery(plan.id));
  const [read, setRead] = useState<number | null>(null);
  const version = data?.versions.find((one) => one.version === read);
  const line = ({ version: n, deed, writtenOn, writtenBy }: PlanVersion): string =>
    fill(texts.versions.line, {
      version: n,
      deed: texts.versions.deeds[deed],
      day: words.day(writtenOn),
      who: writtenBy,
    });
  return (
    <>
      <Heading level="2" size="small">
        {texts.versions.title}
      </Heading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={3} />}
      <ul className="plan-list">
        {data?.versions.map((one) => (
          <li key={one.version}>
            {line(one)}
            {one.reason !== "" && <span className="plan-direction">{one.reason}</span>}{" "}
            <Button size="xsmall" variant="tertiary" onClick={() => setRead(read === one.version ? null : one.version)}>
              {read === one.version ? texts.versions.close : fill(texts.versions.read, { version: one.version })}
            </Button>
          </li>
        ))}
      </ul>
      {version && (
        <section className="plan-earlier" aria-label={line(version)}>
          <PlanText
            level="3"
            kind={props.kind}
            content={version.content}
            words={words}
            today={props.today}
            version={version.version}
          />
        </section>
      )}
      {data && data.versions.length > 1 && <Compare {...props} versions={data.versions} />}
    </>
  );
}

function Compare({ kind, words, versions }: Props & { readonly versions: readonly PlanVersion[] }): ReactElement {
  const { texts } = words;
  const [pair, setPair] = useState(lastChange(versions));
  const of = (n: number) => versions.find(({ version }) => version === n);
  const [before, after] = [of(pair.from), of(pair.to)];
  const differences = before && after ? compare(before.content, after.content) : [];
  const options = versions.map(({ version, writtenOn }) => ({
    code: String(version),
    name: fill(texts.versions.option, { version, day: words.day(writtenOn) }),
  }));
  return (
    <>
      <Heading level="3" size="xsmall">
        {texts.versions.compare}
      </Heading>
      <div className="plan-fields">
        {(["from", "to"] as const).map((end) => (
          <Choice
            key={end}
            label={texts.versions[end]}
            value={String(pair[end])}
            error={undefined}
            options={options}
            onChange={(value) => setPair({ ...pair, [end]: Number(value) })}
          />
        ))}
      </div>
      {differences.length === 0 && <p className="quiet">{texts.versions.same}</p>}
      {differences.length > 0 && (
        <SmallTable
          name={texts.versions.compare}
          head={[texts.versions.what, texts.head.state, texts.versions.before, texts.versions.after]}
          rows={differences.map((difference) => ({
            key: difference.key,
            cells: [
              partName(words, kind, difference.key),
              changeName(words, difference),
              partText(words, kind, { key: difference.key, json: difference.before }),
              partText(words, kind, { key: difference.key, json: difference.after }),
            ],
          }))}
        />
      )}
    </>
  );
}

/** The newest version, and the last before it that says something else. */
function lastChange(versions: readonly PlanVersion[]): { readonly from: number; readonly to: number } {
  const [newest, before] = versions;
  const other = versions.find(({ content }) => newest && compare(content, newest.content).length > 0);
  return { from: (other ?? before)?.version ?? 1, to: newest?.version ?? 1 };
}

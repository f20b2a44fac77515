import { BodyLong, Button, Heading, Select } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Navigate, useRouter } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";
import { type Role, type Session, sessionQuery, takeRole } from "./session.ts";

/** What this is, and the three ways to look at it. */
export function RoleChoicePage({ next }: { readonly next: string }): ReactElement {
  const texts = useTexts(appTexts);
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const [municipality, setMunicipality] = useState("");
  const chosen = municipality || (session?.user?.municipality.code ?? session?.municipalities[0]?.code ?? "");
  const [unit, setUnit] = useState("");
  const enter = useTakeRole({ municipality: chosen, unit }, next);
  const units = session?.municipalities.find(({ code }) => code === chosen)?.units ?? [];
  const name = session?.municipalities.find(({ code }) => code === chosen)?.name ?? "";
  const chooseMunicipality = (code: string): void => {
    setMunicipality(code);
    setUnit("");
  };
  if (session && !session.demo) return <Navigate to="/log-ind" search={{ til: next }} replace />;
  return (
    <main className="page page-narrow" id="content">
      <PageHeading title={texts.choose.title}>{texts.choose.title}</PageHeading>
      <BodyLong className="lead">{texts.choose.lead}</BodyLong>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {session?.demo && <BodyLong>{fill(texts.choose.demo, { municipality: name })}</BodyLong>}
      {session && session.municipalities.length > 1 && (
        <MunicipalityChoice session={session} value={chosen} onChange={chooseMunicipality} />
      )}
      {units.length > 0 && <UnitChoice units={units} value={unit} onChange={setUnit} />}
      {enter.error && <ProblemMessage error={enter.error} />}
      <Heading level="2" size="small" className="aksel-sr-only">
        {texts.choose.roles}
      </Heading>
      <ul className="roles">
        {session?.roles.map((role) => (
          <RoleRow
            key={role}
            role={role}
            isCurrent={session.user?.role === role}
            busy={enter.isPending}
            onEnter={() => enter.mutate(role)}
          />
        ))}
      </ul>
    </main>
  );
}

type RowProps = {
  readonly role: Role;
  readonly isCurrent: boolean;
  readonly busy: boolean;
  readonly onEnter: () => void;
};

function RoleRow({ role, isCurrent, busy, onEnter }: RowProps): ReactElement {
  const texts = useTexts(appTexts);
  const { for: purpose, can } = texts.choose[role];
  const name = texts.role.names[role];
  return (
    <li className="role-row">
      <div>
        <Heading level="3" size="small">
          {name}
          {isCurrent && <span className="role-current">{texts.choose.current}</span>}
        </Heading>
        <p className="role-for">{purpose}</p>
        <ul className="role-can">
          {Object.entries(can).map(([key, text]) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      </div>
      <Button variant={isCurrent ? "primary" : "secondary"} onClick={onEnter} disabled={busy}>
        {fill(texts.choose.enter, { role: name.toLowerCase() })}
      </Button>
    </li>
  );
}

type ChoiceProps = {
  readonly session: Session;
  readonly value: string;
  readonly onChange: (code: string) => void;
};

function MunicipalityChoice({ session, value, onChange }: ChoiceProps): ReactElement {
  const texts = useTexts(appTexts);
  return (
    <Select
      className="narrow-field"
      label={texts.choose.municipality}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {session.municipalities.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  );
}

type UnitProps = {
  readonly units: Session["municipalities"][number]["units"];
  readonly value: string;
  readonly onChange: (id: string) => void;
};

/** Managers, caseworkers and consultants see the citizens of a unit; in the demo one may try which. */
function UnitChoice({ units, value, onChange }: UnitProps): ReactElement {
  const texts = useTexts(appTexts);
  return (
    <Select
      className="narrow-field"
      label={texts.choose.unit}
      description={texts.choose.unitHelp}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{texts.choose.whole}</option>
      {units.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}

/** Takes a role; everything read with another role is forgotten before the next page is shown. */
function useTakeRole(place: { municipality: string; unit: string }, next: string) {
  const queries = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (role: Role) => takeRole(role, place),
    onSuccess: async () => {
      queries.clear();
      await queries.fetchQuery(sessionQuery);
      router.history.push(next);
    },
  });
}

import { Button, Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { HandOverForm, organisationQuery } from "../../organisation/web.tsx";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { Team } from "../team.ts";
import { ON_NO_LIST } from "./day-search.ts";
import { dutyTexts } from "./duty-texts.ts";

type Place = { readonly unit: string; readonly name: string; readonly staff: string | null; readonly cases: number };

/** Cases nobody has, and those of people who do not work there any more, each with the way to give them to somebody (ASK-21, ASK-22). */
export function TeamNobody({ team }: { readonly team: Team }): ReactElement {
  const { nobody: texts } = useTexts(dutyTexts).team;
  const { language } = useLanguage();
  const { data: organisation } = useQuery(organisationQuery);
  const [open, setOpen] = useState<Place | null>(null);
  const places = usePlaces(team);
  const { unplaced } = team.nobody;
  return (
    <section className="part" id="uden-ansvarlig">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      {places.length === 0 && unplaced === 0 && <p>{texts.none}</p>}
      {unplaced > 0 && (
        <p>
          {fill(countForm(language, unplaced, texts.unplaced), { count: formatNumber(unplaced, language) })}{" "}
          <AppLink to="/min-dag" search={{ hvis: "enhed", medarbejder: ON_NO_LIST }}>
            {texts.see}
          </AppLink>
        </p>
      )}
      {places.length > 0 && (
        <ul className="plain-list team-places">
          {places.map((place) => (
            <li key={`${place.unit} ${place.staff}`}>
              {fill(countForm(language, place.cases, place.staff === null ? texts.inUnit : texts.ofGone), {
                count: formatNumber(place.cases, language),
                name: place.name,
              })}{" "}
              {organisation?.assignable.includes(place.unit) && (
                <Button
                  className="no-print"
                  size="xsmall"
                  variant="secondary"
                  onClick={() => setOpen(place)}
                  aria-expanded={open === place}
                >
                  <span aria-hidden>{texts.giveShort}</span>
                  <span className="aksel-sr-only">
                    {fill(place.staff === null ? texts.giveUnit : texts.give, { name: place.name })}
                  </span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && organisation && (
        <HandOverForm
          key={`${open.unit} ${open.staff}`}
          from={open}
          organisation={organisation}
          onEnd={() => setOpen(null)}
        />
      )}
    </section>
  );
}

/** Where there are cases without anybody who works with them. */
function usePlaces({ nobody, members }: Team): readonly Place[] {
  const { data: organisation } = useQuery(organisationQuery);
  const gone = new Set(members.filter(({ share }) => share === null).map(({ person }) => person));
  const left = (organisation?.staff ?? []).flatMap(({ person, unit, name, cases, left: isGone }) =>
    isGone && gone.has(person) && cases !== null && cases > 0
      ? [{ unit, staff: person, name: name ?? person, cases }]
      : [],
  );
  return [...nobody.cases.map(({ unit, name, cases }) => ({ unit, name, staff: null, cases })), ...left];
}

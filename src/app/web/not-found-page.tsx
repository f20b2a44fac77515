import { BodyLong } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";

/** An address that leads nowhere. */
export function NotFoundPage(): ReactElement {
  const { notFound } = useTexts(appTexts);
  return (
    <main className="page page-narrow" id="content">
      <PageHeading title={notFound.title}>{notFound.title}</PageHeading>
      <BodyLong className="lead">{notFound.text}</BodyLong>
      <AppLink to="/">{notFound.home}</AppLink>
    </main>
  );
}

import { Heading } from "@navikt/ds-react";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { SmallTable } from "../../platform/ui/small-table.tsx";

type Props = Omit<ComponentProps<typeof SmallTable>, "name"> & {
  readonly title: string;
  /** What to say when there are no rows. */
  readonly empty: string;
  readonly children?: ReactNode;
};

/** A part of the record that is a table, or says that there is nothing. */
export function PartTable({ title, head, rows, empty, children }: Props): ReactElement {
  return (
    <section className="part">
      <Heading level="2" size="small">
        {title}
      </Heading>
      {rows.length === 0 ? <p className="quiet">{empty}</p> : <SmallTable name={title} head={head} rows={rows} />}
      {children}
    </section>
  );
}

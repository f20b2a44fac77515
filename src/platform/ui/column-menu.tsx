import { ActionMenu, Button } from "@navikt/ds-react";
import type { ReactElement } from "react";
import type { ColumnSet } from "./columns.ts";
import { uiTexts } from "./ui-texts.ts";
import type { Columns } from "./use-columns.ts";
import { useTexts } from "./use-language.tsx";

type Props<Id extends string> = {
  readonly set: ColumnSet<Id>;
  readonly columns: Columns<Id>;
  /** What each column is called. */
  readonly names: Readonly<Record<Id, string>>;
};

/** A menu to choose which columns a table has. Those that are always there are not asked about. */
export function ColumnMenu<Id extends string>({ set, columns, names }: Props<Id>): ReactElement {
  const { columns: label } = useTexts(uiTexts);
  return (
    <ActionMenu>
      <ActionMenu.Trigger>
        <Button className="no-print" size="small" variant="tertiary" data-color="neutral">
          {label}
        </Button>
      </ActionMenu.Trigger>
      <ActionMenu.Content>
        <ActionMenu.Group label={label}>
          {set.all
            .filter((id) => !set.always.includes(id))
            .map((id) => (
              <ActionMenu.CheckboxItem
                key={id}
                checked={columns.shown.includes(id)}
                onCheckedChange={() => columns.toggle(id)}
              >
                {names[id]}
              </ActionMenu.CheckboxItem>
            ))}
        </ActionMenu.Group>
      </ActionMenu.Content>
    </ActionMenu>
  );
}

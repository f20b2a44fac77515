import { Link } from "@tanstack/react-router";
import type { ReactElement, ReactNode } from "react";

/** Where a link leads: an address pattern with its parts, and the search that goes with it. */
export type Destination = {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: object;
};

type Props = Destination & {
  readonly children: ReactNode;
  readonly className?: string;
  readonly walk?: boolean;
  readonly id?: string;
};

/** A link is "here" only on its very page, whatever is chosen on it. */
const HERE = { exact: true, includeSearch: false };

/** A link to another page of the product, without fetching the app again. `walk` puts it among what j and k walk. */
export function AppLink({
  to,
  params = {},
  search = {},
  className = "aksel-link",
  walk,
  id,
  children,
}: Props): ReactElement {
  return (
    <Link
      to={to}
      params={params}
      search={search}
      className={className}
      activeOptions={HERE}
      data-walk={walk ? "" : undefined}
      {...(id ? { id } : {})}
    >
      {children}
    </Link>
  );
}

/** The page about the jobcentre's units, staff and access, and the way to hand cases over. */
export { HandOverForm } from "./pages/hand-over-form.tsx";
export { OrganisationPage } from "./pages/organisation-page.tsx";
export { organisationQuery } from "./pages/queries.ts";

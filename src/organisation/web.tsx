/** The page about the jobcentre's units, staff and access. */
export { OrganisationPage } from "./pages/organisation-page.tsx";

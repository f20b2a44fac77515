import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, createRouter, redirect } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { CitizenPage, CitizensPage, InterpreterPart, readListSearch } from "../../citizens/web.tsx";
import { AppointmentsPart } from "../../contact/web.tsx";
import { CoursesPart } from "../../courses/web.tsx";
import { DutiesPart, MyDayPage, RemindersPart, readDaySearch, readTeamSearch, TeamPage } from "../../duties/web.tsx";
import { LawPage, RulePage, readLawSearch } from "../../law/web.tsx";
import { OrganisationPage } from "../../organisation/web.tsx";
import { PlansPart } from "../../pathways/web.tsx";
import { FullTimePage, GoalPage, OverviewPage, readOverviewSearch, readView, SnapshotsPage } from "../../plan/web.tsx";
import { ProgressionPage, ProgressionPart, readProgressionSearch } from "../../progression/web.tsx";
import { ScreeningPart } from "../../screening/web.tsx";
import { AboutPage } from "./about-page.tsx";
import { citizenPlanRoutes } from "./citizen-plan-routes.tsx";
import { courseRoutes } from "./course-routes.tsx";
import { HomePage } from "./home-page.tsx";
import { LoginPage } from "./login-page.tsx";
import { meetingRoutes } from "./meeting-routes.tsx";
import { MyAccessPage } from "./my-access-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { ImportPage, ImportsPage, LogPage, ReportPage, RequestsPage, RetentionPage } from "./rare-pages.ts";
import { RoleChoicePage } from "./role-choice-page.tsx";
import { screeningRoutes } from "./screening-routes.tsx";
import { parseSearch, stringifySearch } from "./search-text.ts";
import { plansQuery, sessionQuery } from "./session.ts";
import { Shell } from "./shell.tsx";
import { StartProblem } from "./start-problem.tsx";
import { useReader } from "./use-reader.ts";

const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: StartProblem,
});

/** Pages that need a role: without one the reader is asked first and comes back here afterwards. */
const inside = createRoute({
  id: "inside",
  getParentRoute: () => root,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (session.user === null)
      throw redirect({ to: session.demo ? "/rolle" : "/log-ind", search: { til: location.href } });
    await context.queries.ensureQueryData(plansQuery);
  },
});

const roleRoute = createRoute({
  path: "/rolle",
  getParentRoute: () => root,
  validateSearch: (search: Record<string, unknown>) => ({ til: ownAddress(search.til) }),
  component: function Role(): ReactElement {
    return <RoleChoicePage next={roleRoute.useSearch().til} />;
  },
});

const loginRoute = createRoute({
  path: "/log-ind",
  getParentRoute: () => root,
  validateSearch: (search: Record<string, unknown>) => ({
    til: ownAddress(search.til),
    fejl: typeof search.fejl === "string" ? search.fejl : "",
  }),
  component: function Login(): ReactElement {
    const { til, fejl } = loginRoute.useSearch();
    return <LoginPage next={til} fault={fejl} />;
  },
});

const mine = createRoute({
  path: "/min-adgang",
  getParentRoute: () => inside,
  validateSearch: (search: Record<string, unknown>) => ({ til: ownAddress(search.til) }),
  component: function Mine(): ReactElement {
    return <MyAccessPage next={mine.useSearch().til} />;
  },
});

const organisation = createRoute({
  path: "/organisation",
  getParentRoute: () => inside,
  component: function Organisation(): ReactElement {
    return <OrganisationPage may={useReader().may} />;
  },
});

const home = createRoute({ path: "/", getParentRoute: () => inside, component: HomePage });
const about = createRoute({ path: "/om", getParentRoute: () => inside, component: AboutPage });

const myDay = createRoute({
  path: "/min-dag",
  getParentRoute: () => inside,
  validateSearch: readDaySearch,
  component: function Day(): ReactElement {
    return <MyDayPage search={myDay.useSearch()} may={useReader().may} />;
  },
});

const team = createRoute({
  path: "/team",
  getParentRoute: () => inside,
  validateSearch: readTeamSearch,
  component: function Team(): ReactElement {
    return <TeamPage search={team.useSearch()} />;
  },
});

const progression = createRoute({
  path: "/progression",
  getParentRoute: () => inside,
  validateSearch: readProgressionSearch,
  component: function Progression(): ReactElement {
    return <ProgressionPage search={progression.useSearch()} may={useReader().may} />;
  },
});

const citizens = createRoute({
  path: "/borgere",
  getParentRoute: () => inside,
  validateSearch: readListSearch,
  component: function Citizens(): ReactElement {
    return <CitizensPage search={citizens.useSearch()} may={useReader().may} />;
  },
});

const citizen = createRoute({
  path: "/borgere/$citizen",
  getParentRoute: () => inside,
  component: function Citizen(): ReactElement {
    const { citizen: id } = citizen.useParams();
    const { may } = useReader();
    return (
      <CitizenPage key={id} citizen={id}>
        {may.includes("contact.read") && <AppointmentsPart citizen={id} />}
        {may.includes("contact.read") && <InterpreterPart citizen={id} />}
        {may.includes("progression.read") && <ProgressionPart citizen={id} />}
        {may.includes("plans.read") && <PlansPart citizen={id} />}
        {may.includes("courses.read") && <CoursesPart citizen={id} />}
        {may.includes("screening.read") && <ScreeningPart citizen={id} />}
        {may.includes("duties.read") && <DutiesPart citizen={id} />}
        {may.includes("duties.read") && <RemindersPart citizen={id} />}
      </CitizenPage>
    );
  },
});

const law = createRoute({
  path: "/loven",
  getParentRoute: () => inside,
  validateSearch: readLawSearch,
  component: function Law(): ReactElement {
    return <LawPage search={law.useSearch()} />;
  },
});

const rule = createRoute({
  path: "/loven/$rule",
  getParentRoute: () => inside,
  validateSearch: (search: Record<string, unknown>) => ({ on: readLawSearch(search).on }),
  component: function Rule(): ReactElement {
    const { rule: id } = rule.useParams();
    return <RulePage key={id} rule={id} on={rule.useSearch().on} />;
  },
});

const imports = createRoute({
  path: "/import",
  getParentRoute: () => inside,
  component: function Imports(): ReactElement {
    const navigate = imports.useNavigate();
    const open = (id: string, known: boolean): void =>
      void navigate({ to: "/import/$import", params: { import: id }, search: known ? { kendt: "ja" } : {} });
    return <ImportsPage may={useReader().may} onOpen={open} />;
  },
});

const oneImport = createRoute({
  path: "/import/$import",
  getParentRoute: () => inside,
  // A text: the address holds texts and numbers only.
  validateSearch: (search: Record<string, unknown>): { kendt?: "ja" } => (search.kendt === "ja" ? { kendt: "ja" } : {}),
  component: function Import(): ReactElement {
    const { import: id } = oneImport.useParams();
    return <ImportPage key={id} id={id} may={useReader().may} known={oneImport.useSearch().kendt === "ja"} />;
  },
});

const plan = createRoute({ path: "/plan/$plan", getParentRoute: () => inside });

const overview = createRoute({
  path: "/",
  getParentRoute: () => plan,
  validateSearch: readOverviewSearch,
  component: function Overview(): ReactElement {
    return <OverviewPage plan={overview.useParams().plan} search={overview.useSearch()} reader={useReader()} />;
  },
});

const goal = createRoute({
  path: "/maal/$goal",
  getParentRoute: () => plan,
  validateSearch: readView,
  component: function Goal(): ReactElement {
    const { plan: planId, goal: goalId } = goal.useParams();
    return <GoalPage key={goalId} plan={planId} goal={goalId} view={goal.useSearch()} reader={useReader()} />;
  },
});

const table = createRoute({
  path: "/fuldtidspersoner",
  getParentRoute: () => plan,
  validateSearch: readView,
  component: function FullTime(): ReactElement {
    return <FullTimePage plan={table.useParams().plan} view={table.useSearch()} reader={useReader()} />;
  },
});

const report = createRoute({
  path: "/rapport",
  getParentRoute: () => plan,
  validateSearch: readView,
  component: function Report(): ReactElement {
    return <ReportPage plan={report.useParams().plan} view={report.useSearch()} reader={useReader()} />;
  },
});

const snapshots = createRoute({
  path: "/oejebliksbilleder",
  getParentRoute: () => plan,
  validateSearch: readView,
  component: function Snapshots(): ReactElement {
    return <SnapshotsPage plan={snapshots.useParams().plan} view={snapshots.useSearch()} reader={useReader()} />;
  },
});

const protection = createRoute({ path: "/databeskyttelse", getParentRoute: () => inside });

const log = createRoute({
  path: "/",
  getParentRoute: () => protection,
  component: function Log(): ReactElement {
    return <LogPage may={useReader().may} />;
  },
});

const requests = createRoute({
  path: "/anmodninger",
  getParentRoute: () => protection,
  component: function Requests(): ReactElement {
    return <RequestsPage may={useReader().may} />;
  },
});

const retention = createRoute({
  path: "/slettefrister",
  getParentRoute: () => protection,
  component: function Retention(): ReactElement {
    return <RetentionPage may={useReader().may} />;
  },
});

const routes = root.addChildren([
  roleRoute,
  loginRoute,
  inside.addChildren([
    home,
    about,
    mine,
    organisation,
    myDay,
    team,
    progression,
    citizens,
    citizen,
    ...citizenPlanRoutes(inside),
    ...courseRoutes(inside),
    ...meetingRoutes(inside),
    ...screeningRoutes(inside),
    law,
    rule,
    imports,
    oneImport,
    plan.addChildren([overview, goal, table, report, snapshots]),
    protection.addChildren([log, requests, retention]),
  ]),
]);

/** The product's pages and their addresses. */
export const makeRouter = (queries: QueryClient) =>
  createRouter({ routeTree: routes, context: { queries }, parseSearch, stringifySearch, scrollRestoration: true });

/** An address within the product to go on to; anything else is forgotten. */
function ownAddress(given: unknown): string {
  return typeof given === "string" && /^\/(?![/\\])/.test(given) ? given : "/";
}

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import cookie from "@fastify/cookie";
import multipart from "@fastify/multipart";
import files from "@fastify/static";
import swagger from "@fastify/swagger";
import fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import { UPLOAD_LIMITS } from "../../imports/public.ts";
import { DEMO_LOGIN, LOGIN_MINUTES, type LoginSettings } from "../../platform/auth/public.ts";
import { withinTime } from "../../platform/db/public.ts";
import { isHttpProblem, problemSchema } from "../../platform/http/public.ts";
import type { Day } from "../../platform/kernel/day.ts";
import { operationsOver } from "../operations.ts";
import type { Runtime } from "../runtime-type.ts";
import { accessOver } from "./access.ts";
import { cookiesFor } from "./cookies.ts";
import type { App, Desk } from "./desk.ts";
import { EDGE, type Edge, serverOptions } from "./edge.ts";
import { refuse, send, sendProblems } from "./errors.ts";
import { guardDeeds } from "./guard.ts";
import { setHeaders } from "./headers.ts";
import { healthRoutes } from "./health.ts";
import { limitRequests } from "./limits.ts";
import { openLogin } from "./log-in.ts";
import { enterRequests, logRequests } from "./logging.ts";
import type { Metrics } from "./metrics.ts";
import { aboutRoutes } from "./routes/about.ts";
import { accessLogRoutes } from "./routes/access-log.ts";
import { caseEntryRoutes } from "./routes/case-entries.ts";
import { citizenRoutes } from "./routes/citizens.ts";
import { contactRoutes } from "./routes/contact.ts";
import { courseRoutes } from "./routes/courses.ts";
import { followUpRoutes } from "./routes/follow-up.ts";
import { goalRoutes } from "./routes/goals.ts";
import { importFileRoutes } from "./routes/import-files.ts";
import { importReconciliationRoutes } from "./routes/import-reconciliation.ts";
import { importRowRoutes } from "./routes/import-rows.ts";
import { importRoutes } from "./routes/imports.ts";
import { interpreterNeedRoutes } from "./routes/interpreter-needs.ts";
import { lawRoutes } from "./routes/law.ts";
import { letterRoutes } from "./routes/letters.ts";
import { localRoutes } from "./routes/local.ts";
import { loginRoutes } from "./routes/login.ts";
import { meetingRoutes } from "./routes/meetings.ts";
import { myDayRoutes } from "./routes/my-day.ts";
import { noteRoutes } from "./routes/notes.ts";
import { organisationRoutes } from "./routes/organisation.ts";
import { ownSessionRoutes } from "./routes/own-sessions.ts";
import { planRoutes } from "./routes/plans.ts";
import { citizenPlanRoutes } from "./routes/plans-of-citizens.ts";
import { privacyRoutes } from "./routes/privacy.ts";
import { progressionRoutes } from "./routes/progression.ts";
import { reportRoutes } from "./routes/reports.ts";
import { retentionRoutes } from "./routes/retention.ts";
import { savedViewRoutes } from "./routes/saved-views.ts";
import { screeningRoutes } from "./routes/screening.ts";
import { sessionRoutes } from "./routes/session.ts";
import { snapshotRoutes } from "./routes/snapshots.ts";
import { teamRoutes } from "./routes/team.ts";
import { refuseUnstorable } from "./unstorable.ts";

const WEB = fileURLToPath(new URL("../../../dist/web/", import.meta.url));

const ROUTES = [
  sessionRoutes,
  loginRoutes,
  ownSessionRoutes,
  organisationRoutes,
  planRoutes,
  goalRoutes,
  noteRoutes,
  snapshotRoutes,
  reportRoutes,
  citizenRoutes,
  caseEntryRoutes,
  courseRoutes,
  contactRoutes,
  citizenPlanRoutes,
  progressionRoutes,
  screeningRoutes,
  letterRoutes,
  meetingRoutes,
  interpreterNeedRoutes,
  myDayRoutes,
  followUpRoutes,
  savedViewRoutes,
  teamRoutes,
  lawRoutes,
  aboutRoutes,
  accessLogRoutes,
  privacyRoutes,
  retentionRoutes,
  importRoutes,
  importFileRoutes,
  importReconciliationRoutes,
  importRowRoutes,
  localRoutes,
] as const;

/** What an upload may be in parts; how large a file may be is the imports' own rule. */
const UPLOAD = {
  files: UPLOAD_LIMITS.files + 1,
  fileSize: (UPLOAD_LIMITS.megabytes + 1) * 1024 * 1024,
  fields: 10,
  fieldSize: 1000,
  headerPairs: 50,
};

/** The server: the API under /api/v1, its OpenAPI document, and the pages. */
export async function buildServer(options: {
  runtime: Runtime;
  today: () => Day;
  localToken: string;
  log?: FastifyBaseLogger;
  edge?: Edge;
  metrics?: Metrics;
  /** How people log in; the demo's role choice when nothing is said. */
  login?: LoginSettings;
}): Promise<App> {
  const { runtime, today, localToken, login: settings = DEMO_LOGIN, edge = EDGE } = options;
  const login = openLogin(settings);
  const encrypted = login.origin?.startsWith("https:") ?? false;
  const app = fastify(serverOptions(edge, options.log ?? null)).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  setHeaders(app, { encrypted });
  logRequests(app);
  options.metrics?.watch(app as App);
  sendProblems(app);
  hurry(app, edge);
  enterRequests(app);
  app.addHook("onRoute", (route) => {
    if (route.schema)
      route.schema.response = { ...(route.schema.response ?? {}), "4xx": problemSchema, "5xx": problemSchema };
  });
  guardDeeds(app, login);
  refuseUnstorable(app as App);
  await app.register(cookie);
  await app.register(multipart, { limits: UPLOAD });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Springbræt",
        version: "1",
        description: "The adopted employment plan, computed from the municipality's own records.",
      },
    },
    transform: jsonSchemaTransform,
  });
  const cookies = cookiesFor({ encrypted, loginSeconds: LOGIN_MINUTES * 60 });
  const access = accessOver(runtime.db, { limits: login, cookie: cookies.session });
  const desk: Desk = { ...operationsOver(runtime, today), runtime, access, cookies, login, localToken };
  await limitRequests(app, desk);
  await app.register(
    (api, _options, done) => {
      for (const routes of ROUTES) routes(api.withTypeProvider<ZodTypeProvider>() as App, desk);
      done();
    },
    { prefix: "/api/v1" },
  );
  healthRoutes(app as App, runtime);
  app.get("/api/v1/openapi.json", { schema: { hide: true } }, () => app.swagger());
  await servePages(app as App);
  return app as App;
}

/** A request's statements give up before its answer is due: a slow database is told as such, and nobody's connection is kept for ever. */
function hurry(app: FastifyInstance, { answerSeconds, statementSeconds = answerSeconds / 4 }: Edge): void {
  app.addHook("preHandler", (request, _reply, done) => {
    if (request.url.startsWith("/api/v1/local/")) done();
    else withinTime(statementSeconds * 1000, done);
  });
}

async function servePages(app: App): Promise<void> {
  if (existsSync(WEB)) await app.register(files, { root: WEB, wildcard: false, maxAge: "1h", immutable: false });
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === "GET" && !/^\/(api|assets)\//.test(request.url) && existsSync(WEB);
    if (isPage) return reply.header("cache-control", "no-cache").sendFile("index.html", { maxAge: 0 });
    const refusal = refuse(404, "not_found");
    return isHttpProblem(refusal) ? send(reply, refusal.problem) : reply;
  });
}

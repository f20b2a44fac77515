import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Operations } from "../operations.ts";
import type { Runtime } from "../runtime-type.ts";
import type { Access } from "./access.ts";

/** The server with Zod contracts on its routes. */
export type App = FastifyInstance<Server, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>;

/** What the routes work with. */
export type Desk = Operations & {
  readonly runtime: Runtime;
  readonly access: Access;
  /** Secret of the command line on this machine. */
  readonly localToken: string;
};

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { App } from "./desk.ts";
import type { Metrics } from "./metrics.ts";

export type MetricsServer = { readonly url: string; readonly close: () => Promise<void> };

/**
 * Metrics on an address of their own, so that the proxy in front of the pages can never show them to anybody by mistake. Health and
 * readiness are there too, for who watches from inside.
 */
export async function serveMetrics(
  at: { readonly port: number; readonly host: string },
  { app, metrics }: { readonly app: App; readonly metrics: Metrics },
): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    answer(request, { response, app, metrics }).catch((err: unknown) => {
      app.log.error({ err }, "metrics could not be told");
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(at.port, at.host, resolve);
  });
  return { url: urlOf(server), close: () => closed(server) };
}

async function answer(
  request: IncomingMessage,
  { response, app, metrics }: { response: ServerResponse; app: App; metrics: Metrics },
): Promise<void> {
  if (request.method !== "GET") return void response.writeHead(405).end();
  if (request.url === "/metrics") {
    const text = await metrics.registry.metrics();
    response.writeHead(200, { "content-type": metrics.registry.contentType }).end(text);
    return;
  }
  if (request.url === "/health" || request.url === "/ready") {
    const asked = await app.inject({ method: "GET", url: request.url });
    response.writeHead(asked.statusCode, { "content-type": "application/json" }).end(asked.body);
    return;
  }
  response.writeHead(404).end();
}

function urlOf(server: Server): string {
  const address = server.address();
  return typeof address === "object" && address ? `http://${address.address}:${address.port}` : "";
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

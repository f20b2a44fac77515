import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BatchView, Finding, ImportRowsPage } from "../imports/contract.ts";
import { HAND_MADE } from "./testing/demo-desk.ts";
import { startDemoServer } from "./testing/start-demo-server.ts";
import { type RoleName, visitorAs } from "./testing/visitor.ts";

type Server = Awaited<ReturnType<typeof startDemoServer>>;

describe("imports over the API", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startDemoServer({ size: 0.02 });
  });
  afterAll(() => server?.close());

  const upload = async (role: RoleName, files: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${server.url}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-springbraet": "1" },
      body: JSON.stringify({ role, municipality: "0316" }),
    });
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    const form = new FormData();
    for (const [name, text] of Object.entries(files)) form.append("files", new Blob([text]), name);
    const sent = await fetch(`${server.url}/api/v1/imports`, {
      method: "POST",
      headers: { cookie, "x-springbraet": "1" },
      body: form,
    });
    return { status: sent.status, body: (await sent.json()) as { id: string; known: boolean; code?: string } };
  };
  const settled = async (id: string): Promise<BatchView> => {
    const analyst = await visitorAs(server.url, "analyst");
    let view: BatchView;
    do {
      await new Promise((resolve) => setTimeout(resolve, 100));
      view = (await analyst.get<BatchView>(`/imports/${id}`)).body;
    } while (["checking", "running"].includes(view.state) || (view.state === "done" && view.moved === null));
    return view;
  };

  it("takes a dropped folder, corrects a row, runs, says which goals moved, and takes it back (ASK-33, ASK-34, ASK-38)", async () => {
    const files = Object.fromEntries(
      readdirSync(HAND_MADE)
        .filter((name) => name.endsWith(".csv"))
        .map((name) => [name, readFileSync(join(HAND_MADE, name), "utf8")]),
    );
    const broken = {
      ...files,
      "citizens.csv": String(files["citizens.csv"]).replace(/\d{4}-\d{2}-\d{2}/, "1990-02-31"),
    };
    const { body, status } = await upload("analyst", broken);
    expect(status).toBe(200);
    const checked = await settled(body.id);
    expect(checked.state).toBe("checked");
    const at = checked.files.findIndex(({ name }) => name === "citizens.csv");
    expect(checked.files[at]?.counts?.rejected).toBe(1);
    const analyst = await visitorAs(server.url, "analyst");
    const { body: found } = await analyst.get<{ findings: Finding[] }>(`/imports/${body.id}/findings`);
    expect(found.findings).toMatchObject([{ code: "not_a_day", column: "born", value: "1990-02-31" }]);
    const rejected = await analyst.get<ImportRowsPage>(`/imports/${body.id}/rows?verdict=rejected`);
    const [row] = rejected.body.rows;
    const place = checked.files[at]?.header.indexOf("born");
    const cell = { file: row?.file, line: row?.line, place, was: "1990-02-31", value: "1990-02-28" };
    const mended = await analyst.send("POST", `/imports/${body.id}/cells`, cell);
    expect(mended).toMatchObject({ status: 200, body: { problems: [], checking: true } });
    expect((await analyst.send("POST", `/imports/${body.id}/cells`, cell)).status).toBe(409);
    const ready = await settled(body.id);
    expect(ready.files.map(({ counts }) => counts?.rejected)).toEqual(ready.files.map(() => 0));
    expect((await analyst.send("POST", `/imports/${body.id}/run`, { version: "1" })).status).toBe(409);
    expect((await analyst.send("POST", `/imports/${body.id}/run`, { version: ready.version })).status).toBe(200);
    const done = await settled(body.id);
    expect(done.state).toBe("done");
    expect(done.moved?.length).toBeGreaterThan(0);
    expect((await analyst.send("POST", `/imports/${body.id}/undo`)).status).toBe(200);
    expect(await settled(body.id)).toMatchObject({ state: "undone" });
  });

  it("lets nobody but the analyst bring files in, and the administrator see no rows", async () => {
    for (const role of ["manager", "caseworker", "committee", "administrator"] as const) {
      expect((await upload(role, { "citizens.csv": "id\nx1\n" })).status).toBe(403);
    }
    const { body } = await upload("analyst", { "citizens.csv": "id\nx1\n" });
    await settled(body.id);
    const administrator = await visitorAs(server.url, "administrator");
    expect((await administrator.get(`/imports/${body.id}`)).status).toBe(200);
    expect((await administrator.get(`/imports/${body.id}/rows`)).status).toBe(403);
    const committee = await visitorAs(server.url, "committee");
    expect((await committee.get("/imports")).status).toBe(403);
  });

  it("is careful with what it is sent: no files, no form, no such import", async () => {
    expect(await upload("analyst", {})).toMatchObject({ status: 400, body: { code: "import_no_files" } });
    const analyst = await visitorAs(server.url, "analyst");
    expect((await analyst.send("POST", "/imports", { a: 1 })).status).toBe(400);
    expect((await analyst.get("/imports/11111111-1111-4111-8111-111111111111")).status).toBe(404);
    expect((await analyst.get("/imports/nothing")).status).toBe(400);
  });
});

import { type NamedError, namedError, type Tx } from "../platform/db/public.ts";
import { type Day, day, isoDay } from "../platform/kernel/day.ts";
import { fill } from "../platform/texts/catalogue.ts";
import type { NewRequest, NewStep, PrivacyRequest } from "./contract.ts";
import {
  insertRequest,
  insertStep,
  listRequests,
  listSteps,
  type StoredRequest,
  type StoredStep,
} from "./queries/requests.ts";
import { insertRestriction } from "./queries/restrictions.ts";
import { deadlineOf, stateOf, whyNot } from "./rules/request-state.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/** Who does something: what they are called, and their role. */
export type Actor = { readonly label: string; readonly role: string };

/** All requests with where they stand today. */
export async function requestsOf(
  tx: Tx,
  given: { readonly today: Day; readonly id?: string; readonly citizen?: string },
): Promise<readonly PrivacyRequest[]> {
  const found = await listRequests(tx, given);
  const steps = await listSteps(
    tx,
    found.map(({ id }) => id),
  );
  return found.map((request) =>
    asRequest(request, { steps: steps.filter((step) => step.request === request.id), today: given.today }),
  );
}

function asRequest(
  stored: StoredRequest,
  { steps, today }: { steps: readonly StoredStep[]; today: Day },
): PrivacyRequest {
  const moves = steps.map(asMove);
  const received = day(stored.received);
  return {
    ...stored,
    at: new Date(stored.at).toISOString(),
    deadline: isoDay(deadlineOf(received, moves)),
    state: stateOf(stored.kind, moves, { received, today }),
    version: steps.at(-1)?.number ?? 0,
    steps: steps.map(({ request: _request, at, ...step }) => ({ ...step, at: new Date(at).toISOString() })),
  };
}

function asMove({ kind, until }: Pick<PrivacyRequest["steps"][number], "kind" | "until">) {
  return { kind, until: until === null ? null : day(until) };
}

/** Registers a request and gives it as it then stands. */
export async function register(tx: Tx, asked: NewRequest, given: { by: Actor; today: Day }): Promise<PrivacyRequest> {
  if (asked.received > isoDay(given.today)) throw refusal("received_later");
  const id = await insertRequest(tx, { ...asked, who: given.by.label, role: given.by.role });
  return one(tx, id, given.today);
}

/**
 * Takes the next step of a request. A granted restriction puts the mark on the person. Throws `step_taken` when somebody else took a step
 * meanwhile, and a named refusal when the step makes no sense.
 */
export async function takeStep(
  tx: Tx,
  asked: NewStep & { readonly id: string },
  given: { by: Actor; today: Day },
): Promise<PrivacyRequest> {
  const { id, kind, note, version } = asked;
  const request = await one(tx, id, given.today);
  const until = asked.until ?? null;
  const next = { ...asMove({ kind, until }), note };
  const why = whyNot({ kind: request.kind, received: day(request.received), moves: request.steps.map(asMove) }, next);
  if (why) throw refusal(why);
  const { label: who, role } = given.by;
  const isFirst =
    request.version === version &&
    (await insertStep(tx, { request: id, number: version + 1, kind, note, until, who, role }));
  if (!isFirst) throw refusal("step_taken");
  if (request.kind === "restriction" && kind === "granted")
    await insertRestriction(tx, { citizen: request.citizen, reason: note || request.details || request.kind, who });
  return one(tx, id, given.today);
}

async function one(tx: Tx, id: string, today: Day): Promise<PrivacyRequest> {
  const [found] = await requestsOf(tx, { id, today });
  if (!found) throw refusal("unknown_request");
  return found;
}

/** A refusal of this word by its code. */
export function refusal(code: keyof typeof da.refusals, values: Readonly<Record<string, string>> = {}): NamedError {
  return namedError(code, { da: fill(da.refusals[code], values), en: fill(en.refusals[code], values) });
}

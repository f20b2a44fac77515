import { sendLetters } from "../contact/public.ts";
import { talkBasis } from "../duties/public.ts";
import type { JobData } from "../platform/jobs/public.ts";
import type { Day } from "../platform/kernel/day.ts";
import { withoutRestricted } from "../privacy/public.ts";
import type { Runtime } from "./runtime-type.ts";

/** Letters about appointments, beyond single requests. */
export function letterOperations(runtime: Runtime, dutyDay: (municipality: string) => Day) {
  return {
    /** Reminds, sends what is to go, and notes what came back. */
    sendLetters: async (municipality: string, signal?: AbortSignal): Promise<JobData> => {
      const on = dutyDay(municipality);
      const post = runtime.post.of(municipality);
      const basisOf = talkBasis(on);
      const sending = { municipality, post, basisOf, on, mayWriteTo: withoutRestricted };
      return { ...(await sendLetters(runtime.db, { ...sending, ...(signal ? { signal } : {}) })) };
    },
  };
}

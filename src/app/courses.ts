import type { CourseKind } from "../courses/public.ts";
import { integration } from "../integration/public.ts";
import { resources } from "../resources/public.ts";
import { sickness } from "../sickness/public.ts";
import { youth } from "../youth/public.ts";

/** The kinds of course, in the order of the page: groups with rules of their own, and what there is to know of everybody. */
export const courseKinds: readonly CourseKind[] = [sickness, youth, integration, resources];

import type { CourseKind } from "../courses/public.ts";
import { integration } from "../integration/public.ts";
import { sickness } from "../sickness/public.ts";
import { youth } from "../youth/public.ts";

/** The groups with rules and steps of their own, in the order of the page. */
export const courseKinds: readonly CourseKind[] = [sickness, youth, integration];

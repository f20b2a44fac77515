import type { CourseKind } from "../courses/public.ts";
import { sickness } from "../sickness/public.ts";

/** The groups with rules and steps of their own, in the order of the page. */
export const courseKinds: readonly CourseKind[] = [sickness];

/* The codes plans are written with. Pages use them too, so nothing else is here. */

/** Who does a step: a role, never a person by name. */
export const OWNERS = ["citizen", "jobcentre", "company", "doctor", "school", "health", "other"] as const;
/** Which of the tracks that may run beside each other a step belongs to (CPL-14). */
export const TRACKS = ["job", "education", "health", "social", "language", "other"] as const;
/** How a step stands, as it was last written. */
export const STEP_STATES = ["planned", "running", "done", "dropped"] as const;
/** Who set a goal (CPL-17). */
export const SET_BY = ["citizen", "together", "mentor", "jobcentre"] as const;
/** How a goal stands. */
export const GOAL_STATES = ["open", "reached", "dropped"] as const;
/** A plan is a draft until it is adopted, and in force until it ends. */
export const PLAN_STATES = ["draft", "adopted", "ended"] as const;
/** What made a version. */
export const DEEDS = ["written", "adopted", "ended", "taken_back"] as const;

/** What is watched: steps that are late or fall due in the next two weeks, and young people without a next step (CPL-15). */
export const WATCHED = ["late", "soon", "young"] as const;

/** Why a text is not taken for what it should be. */
export type Doubt = {
  readonly code:
    | "not_a_day"
    | "ambiguous_day"
    | "has_clock"
    | "not_a_number"
    | "ambiguous_number"
    | "not_a_period"
    | "not_an_age";
};

/** What is asked of the log about a citizen. It is sent in the request's body: no number ever stands in an address. */
export type LooksAsked = {
  readonly citizen: string;
  readonly from?: string;
  readonly to?: string;
  readonly change?: boolean;
  readonly sort?: "at" | "who" | "unit" | "action";
  readonly ascending?: boolean;
  readonly page: number;
};

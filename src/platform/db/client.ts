/** What one SQL statement gave back. */
export type Answer<Row> = {
  readonly command: "UPDATE" | "DELETE" | "INSERT" | "SELECT" | "MERGE";
  readonly rowCount: number;
  readonly rows: Row[];
};

/** One connection to the records, for one transaction at a time. */
export type Client = {
  query: <Row>(sql: string, parameters?: readonly unknown[]) => Promise<Answer<Row>>;
  /** Runs statements without parameters, several at once. */
  script: (sql: string) => Promise<void>;
  /** `COPY ... FROM`: every chunk holds whole rows. Gives the number of rows. */
  copyIn: (into: string, chunks: AsyncIterable<string | Buffer>) => Promise<number>;
  /** `COPY (select) TO`: chunks of CSV, cut anywhere. */
  copyOut: (select: string) => AsyncIterable<Buffer>;
  /** Gives the connection back. */
  release: () => void;
};

/** A source of connections: the embedded engine has one, a server many. */
export type ClientPool = { connect: () => Promise<Client>; end: () => Promise<void>; load: () => PoolLoad };

/** How busy a source of connections is: how many it has, how many of them rest, and how many wait for one. */
export type PoolLoad = { readonly open: number; readonly idle: number; readonly waiting: number };

/** PostgreSQL's type numbers of what both engines must hand over alike. */
export const TYPE_OIDS = { int8: 20, date: 1082 } as const;

const MAX_WHOLE = BigInt(Number.MAX_SAFE_INTEGER);

/** A bigint column's text as a number; throws beyond 2^53, where it would be rounded. */
export function wholeNumber(text: string): number {
  const value = BigInt(text);
  if (value > MAX_WHOLE || value < -MAX_WHOLE) throw new Error(`${text} is too large a whole number to compute with`);
  return Number(value);
}

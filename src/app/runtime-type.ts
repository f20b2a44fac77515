import type { RememberedPeople } from "../citizens/public.ts";
import type { Source } from "../indicators/public.ts";
import type { RegisteredSnapshot } from "../plan/public.ts";
import type { LogRetention } from "../platform/audit/public.ts";
import type { Database } from "../platform/db/public.ts";
import type { Jobs } from "../platform/jobs/public.ts";
import type { Day } from "../platform/kernel/day.ts";
import type { Period } from "../platform/kernel/period.ts";
import type { Keyring } from "../platform/secrets/public.ts";
import type { Feed, Warehouse } from "../platform/warehouse/public.ts";
import type { PostOffice } from "./post.ts";
import type { Settings } from "./settings.ts";
import type { WarehouseAge } from "./warehouse-keeper.ts";

/** Everything the running program holds open: the records, the warehouses and the pinned snapshots. */
export type Runtime = {
  readonly data: string;
  readonly db: Database;
  /** The jobs, opened when first asked for: short commands need none. */
  readonly jobs: () => Promise<Jobs>;
  /** Seals and finds CPR numbers. */
  readonly keyring: Keyring;
  /** How letters leave. */
  readonly post: PostOffice;
  /** For how many months the access log's entries are kept. */
  readonly logRetention: LogRetention;
  readonly settings: () => Settings;
  /** The municipality's warehouse, up to date with the records. `version` changes whenever its content does. */
  readonly warehouse: (municipality: string) => Promise<{ readonly open: Warehouse; readonly version: number }>;
  readonly rebuild: (municipality: string) => Promise<void>;
  /** The people in sight of those who asked lately. */
  readonly people: RememberedPeople;
  /** Says that records came in: the next figure and the next list ask for them, however fresh what is remembered is. */
  readonly recordsChanged: (municipality: string) => Promise<void>;
  readonly feed: (municipality: string) => Feed;
  /** How long ago the open warehouses were last compared with the records. */
  readonly warehouseAges: () => Promise<readonly WarehouseAge[]>;
  /** Whether the database answers, has the right shape, and the keys work. Fails when it cannot be asked. */
  readonly check: () => Promise<{ readonly database: boolean; readonly migrations: boolean; readonly keys: boolean }>;
  readonly snapshots: (municipality: string) => Promise<readonly RegisteredSnapshot[]>;
  /** Where figures come from: the live warehouse or a pinned snapshot. */
  readonly source: (asked: AskedSource) => Promise<Source & { readonly version: string }>;
  readonly close: () => Promise<void>;
};

export type AskedSource = {
  readonly municipality: string;
  readonly snapshot: string | null;
  readonly knownAt: Day | null;
  readonly plan: Period | null;
};

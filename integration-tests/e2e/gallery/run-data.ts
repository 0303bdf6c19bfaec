import type { RunAmounts, RunCounts, RunMoveView, RunPreview, RunView } from "../../../src/types/http"
import { LONG } from "./account-data"
import { LEFT, owner, STAYS } from "./run-left-data"

/** Runs to look at: what the plugin would answer of them on November 27, 2026, in the morning. */

const amounts = (
  currency: string,
  digits: number,
  [before, moved, after]: readonly string[],
): RunAmounts => ({
  currency_code: currency,
  digits,
  before: before ?? "0",
  moved: moved ?? "0",
  after: after ?? "0",
})

const ALL_PLACED = [
  amounts("eur", 2, ["2310.55", "2310.55", "0.00"]),
  amounts("jpy", 0, ["4880", "4880", "0"]),
  amounts("kwd", 3, ["8.125", "8.125", "0.000"]),
  amounts("usd", 2, ["8865.25", "8214.30", "650.95"]),
]

const COUNTS: RunCounts = {
  done: 412,
  changed: 41,
  failed: 0,
  placed: 96,
  allocations: 204,
  settled_orders: 47,
  left: 3,
  amounts: ALL_PLACED,
}

const ADA = { type: "user", id: "user_ada", name: "Ada Ledger" } as const
const NIGHT = { type: "system", id: null, name: null } as const

const run = (id: string, more: Partial<RunView>): RunView => ({
  id,
  kind: "reconcile",
  state: "finished",
  undoes: null,
  undone_by: null,
  scope: {},
  strategy: "exact_match",
  cascade: null,
  actor: ADA,
  cause: "POST runs",
  created_at: "2026-11-27T08:02:00.000Z",
  started_at: "2026-11-27T08:02:00.000Z",
  ended_at: "2026-11-27T08:03:04.000Z",
  cancelled_by: null,
  in_scope: 412,
  accounts: 412,
  counts: COUNTS,
  ...more,
})

export const FINISHED = run("14", {})

export const RUNNING = run("15", {
  state: "running",
  created_at: "2026-11-27T09:59:22.000Z",
  started_at: "2026-11-27T09:59:22.000Z",
  ended_at: null,
  counts: {
    ...COUNTS,
    done: 263,
    changed: 26,
    placed: 61,
    settled_orders: 30,
    left: 1,
    amounts: [
      amounts("eur", 2, ["2310.55", "1804.00", "506.55"]),
      amounts("usd", 2, ["5690.25", "5102.10", "588.15"]),
    ],
  },
})

export const QUEUED = run("16", {
  state: "queued",
  scope: { currency_code: "eur", from: "2026-11-01", until: "2026-11-27", limit: 100 },
  strategy: "oldest_first",
  created_at: "2026-11-27T10:00:00.000Z",
  started_at: null,
  ended_at: null,
  in_scope: 100,
  accounts: 88,
  counts: { ...COUNTS, done: 0, changed: 0, placed: 0, settled_orders: 0, left: 0, amounts: [] },
})

const STOPPED = run("13", {
  state: "cancelled",
  actor: { type: "user", id: "user_ben", name: "Ben Carter" },
  created_at: "2026-11-23T17:40:00.000Z",
  started_at: "2026-11-23T17:40:00.000Z",
  ended_at: "2026-11-23T17:40:03.000Z",
  cancelled_by: "user_ben",
  accounts: 398,
  counts: { ...COUNTS, done: 12, changed: 5, placed: 7, left: 0 },
})

export const UNDO = run("12", {
  kind: "undo",
  undoes: "11",
  strategy: null,
  cascade: false,
  created_at: "2026-11-16T09:30:00.000Z",
  started_at: "2026-11-16T09:30:00.000Z",
  ended_at: "2026-11-16T09:30:22.000Z",
  in_scope: 0,
  accounts: 22,
  counts: {
    ...COUNTS,
    done: 22,
    changed: 20,
    placed: 29,
    settled_orders: 0,
    left: 2,
    amounts: [amounts("eur", 2, ["10.00", "-1204.50", "1214.50"])],
  },
})

const UNDONE = run("11", {
  state: "undone",
  undone_by: "12",
  scope: { currency_code: "eur" },
  created_at: "2026-11-16T08:00:00.000Z",
  started_at: "2026-11-16T08:00:00.000Z",
  ended_at: "2026-11-16T08:00:31.000Z",
  counts: {
    ...COUNTS,
    placed: 31,
    changed: 22,
    amounts: [amounts("eur", 2, ["1244.50", "1234.50", "10.00"])],
  },
})

const NIGHTLY = run("9", {
  actor: NIGHT,
  cause: "nightly run",
  created_at: "2025-11-02T02:30:00.000Z",
  started_at: "2025-11-02T02:30:00.000Z",
  ended_at: "2025-11-02T04:36:31.000Z",
  in_scope: 180_000,
  accounts: 120_000,
  counts: { ...COUNTS, done: 119_998, failed: 2, changed: 52_123, placed: 118_204, left: 14_022 },
})

const FAILED = run("4", {
  state: "failed",
  actor: { type: "api-key", id: "apk_1", name: LONG },
  scope: { customer_ids: ["cus_1"], account_ids: ["1", "2"] },
  strategy: "my_own_strategy",
  created_at: "2026-10-12T08:00:00.000Z",
  started_at: "2026-10-12T08:00:00.000Z",
  ended_at: "2026-10-12T08:00:02.000Z",
  in_scope: 2,
  accounts: 2,
  counts: { ...COUNTS, done: 0, failed: 2, changed: 0, placed: 0, left: 2, amounts: [] },
})

export const RUNS: RunView[] = [QUEUED, RUNNING, FINISHED, STOPPED, UNDO, UNDONE, NIGHTLY, FAILED]

const move = (
  display: string,
  [name, currency, digits, amount]: readonly [string | null, string, number, string],
  more: Partial<RunMoveView>,
): RunMoveView => ({
  account_id: display,
  owner: owner(display, name),
  currency_code: currency,
  digits,
  change_id: `9${display}`,
  credit: {
    id: `credit_${display}`,
    kind: "deposit",
    title: "Deposit",
    method: "transfer",
    occurred_on: "2026-11-18",
    display_id: null,
  },
  order: {
    id: `order_${display}`,
    display_id: display,
    open: digits === 0 ? "0" : `0.${"0".repeat(digits)}`,
    code: { rank: 3, code: "C", closed: true },
  },
  amount,
  items: 3,
  rules: ["exact_match"],
  taken_back: digits === 0 ? "0" : `0.${"0".repeat(digits)}`,
  ...more,
})

/** What a run puts, as it puts it. */
export const MOVES: RunMoveView[] = [
  move("31", ["Chloé Fontaine", "eur", 2, "267.80"], {}),
  move("1", ["Maya Lindqvist", "usd", 2, "70.00"], {
    items: 1,
    credit: {
      id: "credit_1",
      kind: "payment",
      title: "Payment",
      method: "cheque",
      occurred_on: "2026-11-10",
      display_id: "7",
    },
  }),
  move("36", ["Noura Al-Mutairi", "kwd", 3, "8.125"], { items: 1 }),
  move("27", ["Giulia Romano", "eur", 2, "24.50"], {
    owner: owner("27", "Giulia Romano", LONG),
    items: 1,
    credit: {
      id: "credit_27",
      kind: "credit_line",
      title: "Credit line",
      method: null,
      occurred_on: "2026-11-02",
      display_id: "9",
    },
  }),
  move("40", [LONG, "usd", 2, "1200.00"], { items: 1200 }),
  move("44", [null, "jpy", 0, "4880"], { order: null }),
]

/** What somebody has taken back of these since, and what is open of its order then. */
const SINCE: Readonly<Record<string, readonly [taken: string, open: string]>> = {
  "31": ["29.95", "0.00"],
  "27": ["20.00", "20.00"],
}

const standing = (one: RunMoveView, open: string, letter: string): RunMoveView => ({
  ...one,
  order: one.order && { ...one.order, open, code: { rank: 3, code: letter, closed: letter === "C" } },
})

/** The same as it stands by now. */
export const MOVED: RunMoveView[] = MOVES.map((one) => {
  const [taken, open] = SINCE[one.order?.display_id ?? ""] ?? []
  if (taken === undefined || open === undefined) return one
  return { ...standing(one, open, open === "0.00" ? "C" : "c"), taken_back: taken }
})

/** What the undo took back: each of its orders has it open again. */
export const TAKEN: RunMoveView[] = MOVES.filter((one) => one.currency_code === "eur").map((one) =>
  standing(one, one.amount, "c"),
)

const preview = (more: Partial<RunPreview>): RunPreview => ({
  strategy: "exact_match",
  in_scope: 412,
  counts: COUNTS,
  orders: null,
  later_changes: 0,
  exact_pairs_broken: 0,
  moves: MOVES,
  left: LEFT,
  left_orders: [],
  next_cursor: null,
  ...more,
})

const NOTHING: RunCounts = {
  ...COUNTS,
  changed: 0,
  placed: 0,
  allocations: 0,
  settled_orders: 0,
  left: 0,
  amounts: [],
}

const TAKEN_BACK = { strategy: null, in_scope: null } as const

/** The amounts of the run that nothing rests on. */
const FREE = Array.from({ length: 89 }, (_, place) =>
  move(String(100 + place), ["Maya Lindqvist", "usd", 2, "70.00"], { items: 1 }),
)

export const PREVIEWS = {
  exact: preview({}),
  rule: preview({ strategy: "oldest_first", exact_pairs_broken: 3 }),
  nothing: preview({ counts: NOTHING, moves: [], left: [] }),
  keep: preview({
    ...TAKEN_BACK,
    counts: { ...COUNTS, placed: 89, left: 7 },
    moves: FREE,
    left: STAYS,
  }),
  cascade: preview({
    ...TAKEN_BACK,
    counts: { ...COUNTS, placed: 92, left: 3 },
    later_changes: 6,
    moves: FREE,
    left: STAYS.filter(({ reason }) => reason !== "rests" && reason !== "changed"),
  }),
  free: preview({ ...TAKEN_BACK, counts: { ...COUNTS, left: 0 }, left: [] }),
} as const

import type { AllocationsPreview, HistoryEntry } from "../../../src/types/http"
import {
  BY_CARD,
  BY_CHEQUE,
  CARD,
  charge,
  CHEQUE,
  CHEQUE_AT,
  move,
  MOVED,
  REFUND,
  REFUNDED,
  RETURNED,
  TITLES,
} from "./history-data"

/** What was done to the order of the gallery, newest first. */

const entry = (id: string, kind: string, more: Partial<HistoryEntry>): HistoryEntry => {
  const { allocated = [], released = [] } = more
  return {
    id,
    kind,
    recorded_at: "2026-11-26T15:41:00.000Z",
    actor: { type: "system", id: null, name: null },
    cause: "payment.captured",
    reason: null,
    run_id: null,
    posted: [],
    planned: [],
    undoes: null,
    undone_by: null,
    redo: false,
    undoable: allocated.length + released.length > 0,
    moves: allocated.length + released.length,
    ...more,
    allocated,
    released,
  }
}
const by = (name: string): HistoryEntry["actor"] => ({ type: "user", id: `user_${name}`, name })
const HAND = move("350", [CARD, charge("violin")], "20.00")

export const HISTORY: HistoryEntry[] = [
  entry("80", "undo", {
    actor: by("Ada Ledger"),
    undoes: "70",
    reason: "the parcel was paid in cash, see the letter of Ms Whitaker of November 25",
    allocated: [HAND],
    released: [move("351", [CARD, charge("parcel")], "20.00")],
  }),
  entry("70", "edit", {
    actor: by("Bernadette Charlotte Montgomery-Featherstonehaugh"),
    recorded_at: "2026-11-25T11:05:00.000Z",
    undone_by: "80",
    undoable: false,
    released: [HAND],
    allocated: [move("351", [CARD, charge("parcel")], "20.00")],
  }),
  entry("60", "ingest", {
    recorded_at: "2026-11-24T11:05:00.000Z",
    cause: "refund of chosen lines",
    posted: [{ item: REFUND, amount: "30.60" }],
    allocated: [REFUNDED],
  }),
  entry("50", "ingest", {
    recorded_at: "2026-11-20T10:22:00.000Z",
    cause: "order.return_received",
    posted: [{ item: RETURNED, amount: "-38.25" }],
    allocated: [MOVED],
  }),
  entry("40", "instalment", {
    recorded_at: "2026-11-16T16:10:00.000Z",
    actor: by("Ben Carter"),
    reason: "called, salary on the 30th",
    planned: [
      { kind: "postponed", number: 1, amount: "300.00", due_on: "2026-12-01", due_before: "2026-11-15" },
    ],
  }),
  entry("30", "reconcile_account", {
    recorded_at: CHEQUE_AT,
    actor: by("Ada Ledger"),
    allocated: BY_CHEQUE.map(({ move: made }) => made),
  }),
  entry("20", "ingest", {
    recorded_at: "2026-10-12T08:00:00.000Z",
    run_id: "3",
    posted: [
      { item: CARD, amount: "-600.00" },
      ...TITLES.map(([name, , amount]) => ({ item: charge(name), amount })),
    ],
    allocated: [BY_CARD],
  }),
]

/** What undoing the cheque comes to: a refund has come to rest on one of its items. */
export const PREVIEW: AllocationsPreview = {
  base_version: 9,
  changed: true,
  released: [...BY_CHEQUE.map(({ move: made }) => made), REFUNDED],
  allocated: [],
  dependants: [REFUNDED],
  kept: [
    {
      ...move("500", [CHEQUE, charge("course")], "120.00"),
      why: "instalment_bound",
    },
  ],
  orders: [
    {
      id: "order_38",
      display_id: "38",
      state_before: "partial",
      state_after: "partial",
      code_before: { rank: 4, code: "d", closed: false },
      code_after: { rank: 4, code: "d", closed: false },
      open_before: "26.95",
      open_after: "316.95",
      unallocated_before: "26.95",
      unallocated_after: "286.35",
      rows: TITLES.map(([name]) => `line:${name}`).filter((row) => row !== "line:parcel"),
    },
  ],
}

import type { ListedOwnerView, RunLaterView, RunLeftView } from "../../../src/types/http"
import { LONG } from "./account-data"

/** What a run leaves, and what an undo of one does. */

export const owner = (
  account: string,
  name: string | null,
  company: string | null = null,
): ListedOwnerView => ({
  account_id: account,
  type: "customer",
  id: `cus_${account}`,
  name,
  company,
})

const left = (account: string, name: string, more: Partial<RunLeftView>): RunLeftView => ({
  account_id: account,
  owner: owner(account, name),
  currency_code: "usd",
  digits: 2,
  credit_item_id: `credit_${account}`,
  debit_item_id: null,
  order: null,
  amount: "600.00",
  reason: "none_equal",
  equal_orders: 0,
  dependants: [],
  later: null,
  error: null,
  ...more,
})

const later = (change: string, kind: string, more: Partial<RunLaterView>): RunLaterView => ({
  changes: 1,
  change_id: change,
  kind,
  recorded_at: "2026-11-27T08:40:00.000Z",
  actor: { type: "user", id: "user_ben", name: "Ben Carter" },
  cause: "POST allocations",
  run_id: null,
  amount: "0.00",
  on: { kind: "charge", display_id: "41" },
  ...more,
})
const on = (id: string) => ({ debit_item_id: `d${id}`, order: { id: `order_${id}`, display_id: id } })

export const LEFT: RunLeftView[] = [
  left("2", "Grace Whitaker", {}),
  left("3", "James Okafor", { amount: "26.95", reason: "several_equal", equal_orders: 2 }),
  left("5", LONG, {
    credit_item_id: null,
    amount: "0.00",
    reason: "failed",
    error: "The strategy my_own_strategy put 20.00 on an item that has 12.75 open.",
  }),
]

export const STAYS: RunLeftView[] = [
  left("31", "Chloé Fontaine", {
    currency_code: "eur",
    amount: "267.80",
    ...on("31"),
    reason: "rests",
    dependants: ["901"],
    later: later("95", "ingest", {
      amount: "29.95",
      on: { kind: "refund", display_id: "31" },
      actor: { type: "system", id: null, name: null },
      cause: "payment.refunded",
    }),
  }),
  left("8", "Henrik Berg", {
    amount: "54.00",
    ...on("8"),
    reason: "rests",
    dependants: ["902", "903"],
    later: later("96", "edit", { amount: "12.00", changes: 3 }),
  }),
  left("1", "Maya Lindqvist", {
    amount: "70.00",
    ...on("1"),
    reason: "written_off",
    dependants: ["904"],
    later: later("97", "write_off", { amount: "0.35", on: { kind: "charge", display_id: "1" } }),
  }),
  left("27", "Giulia Romano", {
    currency_code: "eur",
    amount: "24.50",
    ...on("27"),
    reason: "changed",
    later: later("98", "edit", { amount: "4.50", changes: 2 }),
  }),
  left("28", "Tomás Silva", {
    currency_code: "eur",
    amount: "18.00",
    ...on("28"),
    reason: "changed",
    later: later("99", "deletion", { recorded_at: "2026-11-24T15:12:00.000Z" }),
  }),
  left("36", LONG, {
    currency_code: "kwd",
    digits: 3,
    amount: "8.125",
    ...on("36"),
    reason: "order_moved",
  }),
  left("19", "Priya Raman", { amount: "12.00", ...on("19"), reason: "instalment_bound" }),
]

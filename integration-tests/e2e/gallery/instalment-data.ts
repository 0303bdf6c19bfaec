import type { InstalmentTotalsView, ListedInstalmentView, ListedOwnerView } from "../../../src/types/http"
import { LONG } from "./account-data"

/** Planned payments to look at: what the plugin would answer of them on November 27, 2026. */

const owner = (account: string, name: string | null, company: string | null = null): ListedOwnerView => ({
  account_id: account,
  type: "customer",
  id: `cus_${account}`,
  name,
  company,
})

const JAMES = owner("1", "James Okafor", "Charles River Youth Strings, Incorporated")
const GRACE = owner("2", "Grace Whitaker", "Alder Creek Primary School")

const planned = (id: string, more: Partial<ListedInstalmentView>): ListedInstalmentView => ({
  id,
  plan: 1,
  number: 1,
  due_on: "2026-12-01",
  days: 4,
  amount: "150.00",
  paid: "0.00",
  kept: "150.00",
  reserved: [{ row: "line:1", amount: "150.00" }],
  pins: [{ row: "line:1", amount: "150.00" }],
  shrunk_by: "0.00",
  state: "scheduled",
  method: "transfer",
  reference: null,
  order_id: `order_${id}`,
  display_id: "38",
  order_version: 3,
  account_id: more.owner?.account_id ?? "1",
  customer_id: "cus_1",
  currency_code: "usd",
  digits: 2,
  owner: JAMES,
  titles: ["Course of six lessons"],
  postponed: 0,
  failed_on: null,
  failed_because: null,
  paid_on: null,
  items_changed: false,
  ...more,
})

export const OPEN: ListedInstalmentView[] = [
  planned("1", {
    due_on: "2026-11-15",
    days: -12,
    state: "failed",
    failed_on: "2026-11-24",
    failed_because: "card declined",
    display_id: "45",
    owner: owner("4", "Hélène de Montclar-Beauregard", "Conservatoire du Val-de-Saône"),
    titles: ["Digital piano, 88 keys"],
    method: "card",
    amount: "100.00",
    kept: "100.00",
    currency_code: "eur",
  }),
  planned("2", { state: "overdue", due_on: "2026-11-26", days: -1, owner: owner("8", null), titles: [LONG] }),
  planned("3", { state: "due", due_on: "2026-11-27", days: 0, paid: "50.00", kept: "100.00" }),
  planned("4", { postponed: 1 }),
  planned("5", {
    due_on: "2026-12-15",
    days: 18,
    display_id: "41",
    owner: GRACE,
    method: "cheque",
    amount: "500.00",
    kept: "440.00",
    shrunk_by: "60.00",
    items_changed: true,
  }),
  planned("6", {
    due_on: "2026-12-27",
    days: 30,
    display_id: "13",
    owner: owner("5", LONG),
    titles: ["Violin outfit, full size", LONG],
    method: "standing order at the bank",
    plan: 2,
    items_changed: true,
    postponed: 3,
    amount: "9000719925474.00",
    kept: "9000719925474.00",
    currency_code: "eur",
  }),
  planned("7", { due_on: "2027-01-04", days: 38, number: 2 }),
  planned("8", {
    due_on: "2027-06-30",
    days: 215,
    display_id: "4",
    owner: owner("6", "Hiroshi Tanaka"),
    method: null,
    amount: "4880",
    kept: "4880",
    shrunk_by: "0",
    paid: "0",
    currency_code: "jpy",
    digits: 0,
  }),
]

export const PAID: ListedInstalmentView[] = [
  planned("91", { state: "settled", paid: "150.00", kept: "0.00", reserved: [], paid_on: "2026-11-03" }),
]

export const MANY: ListedInstalmentView[] = Array.from({ length: 1000 }, (_, place) =>
  planned(String(place + 1), { display_id: String(place + 100) }),
)

export const TOTALS: InstalmentTotalsView = {
  today: "2026-11-27",
  open: 8,
  late: 2,
  failed: 1,
  paid: 61,
  sums: [
    {
      currency_code: "eur",
      digits: 2,
      late_or_failed: "100.00",
      soon: "9000719925474.00",
      later: "0.00",
    },
    { currency_code: "jpy", digits: 0, late_or_failed: "0", soon: "0", later: "4880" },
    { currency_code: "usd", digits: 2, late_or_failed: "150.00", soon: "690.00", later: "150.00" },
  ],
}

export const NO_TOTALS: InstalmentTotalsView = {
  today: "2026-11-27",
  open: 0,
  late: 0,
  failed: 0,
  paid: 0,
  sums: [],
}

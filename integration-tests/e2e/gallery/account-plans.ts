import type { AllocationPlanView, NamedItem, PlannedAllocation } from "../../../src/types/http"
import { order } from "./account-data"

/** What reconciling the account of the gallery would place: a credit and a transfer, both on its oldest order. */

const means = { method: null, provider_id: null, detail: null }
const TRANSFER: NamedItem = {
  ...means,
  kind: "deposit",
  side: "credit",
  row: null,
  title: null,
  method: "transfer",
  occurred_on: "2026-11-25",
  reference: "ALDER CREEK PTA",
}
const CREDIT: NamedItem = {
  ...means,
  kind: "credit_line",
  side: "credit",
  row: "line:9",
  title: "Dented case",
  occurred_on: "2026-11-12",
  reference: "",
}
const charge = (title: string): NamedItem => ({
  ...means,
  kind: "charge",
  side: "debit",
  row: `line:${title}`,
  title,
  occurred_on: "2026-09-04",
  reference: title,
})

const placed = (
  step: number,
  [id, credit]: readonly [string, NamedItem],
  [title, amount, open]: readonly [string, string, string],
): PlannedAllocation => ({
  credit_item_id: id,
  debit_item_id: title,
  order_id: order(41).id,
  row: `line:${title}`,
  step,
  amount,
  rule: "oldest_first",
  credit,
  debit: charge(title),
  credit_open_before: amount,
  debit_open_before: open,
  limit: open === amount ? "settled" : "used_up",
  because: "English.",
})

export const PLAN: AllocationPlanView = {
  base_version: 9,
  strategy: "oldest_first",
  released: [],
  allocate: [
    placed(1, ["11", CREDIT], ["Trial lesson, 45 minutes", "24.00", "24.00"]),
    placed(2, ["12", TRANSFER], ["Course of six lessons", "600.00", "1816.95"]),
  ],
  leftover: [],
}

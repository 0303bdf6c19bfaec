import { orNull } from "./route"

/** What the routes answer that put money on orders: the fields of OrdersPaid, RecordedPaymentView and their previews. */

const listOf = (name: string): object => ({
  type: "array",
  items: { $ref: `#/components/schemas/${name}` },
})

const decimal = { $ref: "#/components/schemas/DecimalString" }
const version = { type: "number" }

const paid = {
  orders: listOf("PaidOrderView"),
  stays: decimal,
  unapplied_used: decimal,
  differences: listOf("MadeDifferenceView"),
}

const recorded = {
  payment: "OpenItemView",
  allocation_plan: orNull("AllocationPlanView"),
  looks_recorded: orNull("LookalikeView"),
  ...paid,
}

export const RECORDED = { ...recorded, version }
export const RECORDED_PREVIEW = { ...recorded, base_version: version, is_mirrored: { type: "boolean" } }
export const APPLIED = { ...paid, version }
export const APPLIED_PREVIEW = { ...paid, base_version: version }
export const BATCH = {
  recorded: { type: "number" },
  refused: { type: "number" },
  amount: decimal,
  rows: listOf("PaymentRowView"),
}

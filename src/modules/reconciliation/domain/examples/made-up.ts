import type { Candidate } from "../allocation/strategy"
import { candidateOf } from "../allocation/candidate"
import type { OpenItem } from "../open-item"
import type { Desired, DocumentState } from "../posting/document-state"
import type { OldOrder } from "./order-example"

/** Orders for a shop that has none of the kind: they are planned as real ones are, and are said to be made up. */

const DAY = "2026-01-01"
const AT = `${DAY}T09:00:00.000Z`
const LATER = "2026-01-02T09:00:00.000Z"
const LINES = [75_00n, 75_00n, 20_00n]
const CHECKOUT = 100_00n
const REFUNDED = 50_00n
const MISSING = 45n
const MONEY = 600_00n
const OWED = [1_840_95n, 84_00n]

const desired = (key: string, more: Pick<Desired, "class" | "signed"> & Partial<Desired>): Desired => ({
  key,
  lineKey: null,
  position: 0,
  title: "",
  reference: "",
  method: null,
  at: AT,
  on: DAY,
  taxes: [],
  ...more,
})

const lines = LINES.map((signed, index) => {
  const key = `line:${index + 1}`
  return desired(key, { class: "line", signed, lineKey: key, position: index + 1, title: String(index + 1) })
})
const paid = (amount: bigint): Desired => desired("capture:1", { class: "payment", signed: -amount })

const stateOf = (more: Pick<DocumentState, "money"> & Partial<DocumentState>): DocumentState => ({
  at: AT,
  on: DAY,
  version: 1,
  lines,
  balance: null,
  creditedLines: [],
  canceled: null,
  ...more,
})

const orderOf = (...states: readonly DocumentState[]): OldOrder => ({
  orderId: "",
  displayId: "",
  currencyCode: "",
  digits: 2,
  placedAt: AT,
  placedOn: DAY,
  states,
})

const TOTAL = LINES.reduce((sum, line) => sum + line, 0n)

/** 100 on 75, 75 and 20. */
export const PARTLY_PAID = orderOf(stateOf({ money: [paid(CHECKOUT)] }))

/** The same paid but for 0.45. */
export const NEARLY_PAID = orderOf(stateOf({ money: [paid(TOTAL - MISSING)] }))

/** The same paid, and 50 given back. */
export const REFUNDED_ORDER = orderOf(
  stateOf({ money: [paid(TOTAL)] }),
  stateOf({
    at: LATER,
    version: 2,
    money: [paid(TOTAL), desired("refund:1", { class: "refund", signed: REFUNDED, at: LATER })],
    lines: [
      ...lines,
      desired("credit:1", {
        class: "credit_line",
        signed: -REFUNDED,
        at: LATER,
        repays: { captures: ["capture:1"], lines: [] },
      }),
    ],
  }),
)

const item = (id: bigint, more: Pick<OpenItem, "side" | "kind" | "amount" | "documentId">): OpenItem => ({
  id,
  key: `${more.kind}:${id}`,
  sequence: 1,
  lineKey: null,
  position: 1,
  title: "",
  reference: "",
  method: null,
  occurredAt: AT,
  occurredOn: DAY,
  dueOn: null,
  allocated: 0n,
  taxes: [],
  taxesAllocated: [],
  ...more,
})

/** 600 where 1,840.95 and 84 are owed. */
export const MONEY_ON_ACCOUNT: { readonly money: Candidate; readonly debits: readonly Candidate[] } = {
  money: candidateOf(item(9n, { side: "credit", kind: "deposit", amount: MONEY, documentId: null }), {
    placedAt: LATER,
    placedOn: DAY,
  }),
  debits: OWED.map((amount, index) => {
    const documentId = BigInt(index + 1)
    return candidateOf(item(documentId, { side: "debit", kind: "charge", amount, documentId }), {
      placedAt: AT,
      placedOn: DAY,
      orderId: String(documentId),
    })
  }),
}

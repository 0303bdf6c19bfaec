import type { AllocationMove, NamedItem } from "../../src/types/http"

/** Items of a music school's order, as the API names them. */

/** An item with its id in the ledger. */
export type Item = NamedItem & { id: string }

let ids = 0
/** Of a kind and side; the rest as of a payment that the host captured. */
export const item = (of: Partial<Item> & Pick<NamedItem, "kind" | "side">): Item => ({
  id: String((ids += 1)),
  row: null,
  title: null,
  occurred_on: "2026-10-02",
  reference: "capt_01J00000000000000000000000",
  method: null,
  provider_id: null,
  detail: null,
  ...of,
})
export const charge = (title: string): Item =>
  item({ kind: "charge", side: "debit", row: `line:${title}`, title, reference: title })

export const [VIOLIN, STAND, STRINGS, BOOK, COURSE] = [
  "Violin outfit",
  "Music stand",
  "Guitar strings",
  "Beethoven",
  "Course of six lessons",
].map(charge) as [Item, Item, Item, Item, Item]
export const CARD = item({ kind: "payment", side: "credit", method: "card" })
export const CHEQUE = item({
  kind: "deposit",
  side: "credit",
  method: "cheque",
  reference: "CHQ 7315",
  occurred_on: "2026-10-19",
})
export const RETURNED = item({ ...STRINGS, id: "70", kind: "adjustment", side: "credit" })
export const BOOK_CREDIT = item({ ...BOOK, id: "71", kind: "adjustment", side: "credit" })
export const REFUND = item({ kind: "refund", side: "debit", occurred_on: "2026-11-24", reference: "ref_1" })

/** A part of a credit put on a debit, or taken off it. */
export const move = (credit: Item, debit: Item, amount: string, id = "1"): AllocationMove => ({
  allocation_id: id,
  credit_item_id: credit.id,
  debit_item_id: debit.id,
  credit,
  debit,
  amount,
})

import type { PaymentRowBody } from "../../../../types/http"
import type { AmountText } from "../../../lib/amount-text"
import { typedAmount, type Fault, type Method } from "../draft"

/** A line that was pasted or typed: whose, how much, which reference, which orders. */
export interface PastedRow {
  /** As it was pasted: what is left out goes back into the field so. */
  readonly line: string
  /** Tells it from the others; whatever is changed of it makes another row of it. */
  readonly name: string
  readonly customer: string
  readonly amount: string
  readonly reference: string
  readonly orders: readonly string[]
  /** Why its amount is none. */
  readonly fault: Fault | "missing" | null
  /** As the server is asked; null while the amount cannot be read. */
  readonly body: PaymentRowBody | null
}

interface Shared {
  readonly method: Method
  /** YYYY-MM-DD. */
  readonly receivedOn: string
  readonly as: AmountText
}

/** As many as the server takes at once. */
export const MOST_ROWS = 200

/**
 * Reads what was pasted from a spreadsheet, or typed: a payment a line, its cells parted by tabs or semicolons: customer,
 * amount, reference, orders. Blank lines are passed over, and so is a heading, whose amount has no digit.
 */
export function pastedRows(text: string, shared: Shared): PastedRow[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "")
  return lines
    .map((line) => ({ line, cells: line.split(/[\t;]/).map((cell) => cell.trim()) }))
    .filter(({ cells: [, amount = ""] }, place) => place > 0 || /\d/.test(amount) || amount === "")
    .map(({ line, cells }, place, all) => {
      const alike = all.slice(0, place).filter((one) => one.line === line).length
      const name = [line, alike, shared.method, shared.receivedOn].join("\n")
      return { line, name, ...rowOf(cells, shared) }
    })
}

function rowOf(
  [customer = "", amount = "", reference = "", orders = ""]: readonly string[],
  { method, receivedOn, as }: Shared,
): Omit<PastedRow, "line" | "name"> {
  const named = orders.split(/[\s,]+/).filter((one) => one !== "")
  const typed = typedAmount(amount, as)
  const row = { customer, amount, reference, orders: named }
  if (typed.kind !== "amount" || customer === "")
    return { ...row, fault: typed.kind === "fault" ? typed.fault : "missing", body: null }
  return {
    ...row,
    fault: null,
    body: {
      customer,
      amount: typed.text,
      method,
      occurred_at: receivedOn,
      ...(reference !== "" && { reference }),
      ...(named.length > 0 && { orders: named }),
    },
  }
}

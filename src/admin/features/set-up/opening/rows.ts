import { decimalOf } from "../../../../modules/reconciliation/domain/money"
import type { SetUpOpeningRow, SetUpView } from "../../../../types/http"
import { readAmount, writeAmount } from "../../../lib/amount-text"
import { amountTextOf } from "../../../lib/amount-text-of"
import { minorUnitsOf } from "../../../../modules/reconciliation/domain/money"

export type Currencies = SetUpView["shop"]["currencies"]

export type RowFault = "customer" | "amount" | "currency"

const DECIMAL = /^\d+(\.\d+)?$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

export const NEW_ROW: Omit<SetUpOpeningRow, "id" | "currency_code"> = {
  customer_id: null,
  email: "",
  amount: "",
  side: "owes",
  due_on: "",
  on: "",
  number: "",
}

/** What keeps a balance from being recorded, the first field first; null where nothing does. */
export function faultOf(row: SetUpOpeningRow, currencies: Currencies): RowFault | null {
  if (row.customer_id === null) return "customer"
  const currency = currencies.find(({ code }) => code === row.currency_code)
  if (!currency) return "currency"
  if (!DECIMAL.test(row.amount) || /^[0.]*$/.test(row.amount)) return "amount"
  if ((row.amount.split(".")[1] ?? "").length > currency.digits) return "amount"
  return null
}

/** What somebody typed as the amount of a row: a decimal string once it is one, else as it was typed. */
export function amountOf(text: string, code: string, { locale, currencies }: Typing): string {
  const currency = currencies.find((one) => one.code === code)
  if (!currency) return text
  const read = readAmount(text, amountTextOf(locale, { currency_code: code, digits: currency.digits }))
  return read.kind === "amount" && read.units > 0n ? decimalOf(read.units, currency.digits) : text
}

/** The amount as the field shows it first. */
export function writtenAmount(row: SetUpOpeningRow, { locale, currencies }: Typing): string {
  const currency = currencies.find(({ code }) => code === row.currency_code)
  if (!currency || !DECIMAL.test(row.amount)) return row.amount
  const as = amountTextOf(locale, { currency_code: currency.code, digits: currency.digits })
  return writeAmount(minorUnitsOf(row.amount, currency.digits), as)
}

export interface Typing {
  readonly locale: string
  readonly currencies: Currencies
}

/** What people call the two sides, in the words of the fields and of spreadsheets. */
const HAS = /^(has|has it|has money|credit|creditor|a|l[’']a|avoir|crédit|créditeur)$/i
const OWES = /^(owes|owes it|debit|debtor|doit|le doit|débit|débiteur)$/i

export interface Pasted {
  readonly rows: SetUpOpeningRow[]
  /** Lines of which the side or the due day cannot be read: a guess would make money of a debt. */
  readonly unread: readonly string[]
}

/**
 * Reads lines of a spreadsheet: e-mail, amount, currency, side, due day, number, parted by tabs or semicolons. A heading,
 * whose amount has no digit, is passed over; an amount below zero is money that the customer has.
 */
export function pastedRows(text: string, typing: Typing, nameOf: () => string): Pasted {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "")
  const read = lines
    .filter((line, place) => place > 0 || /\d/.test(cellsOf(line)[1] ?? ""))
    .map((line) => ({ line, row: pastedRow(cellsOf(line), typing, nameOf) }))
  return {
    rows: read.flatMap(({ row }) => row ?? []),
    unread: read.flatMap(({ line, row }) => (row ? [] : [line])),
  }
}

const cellsOf = (line: string): string[] => line.split(/[\t;]/).map((cell) => cell.trim())

function pastedRow(
  [email = "", amount = "", currency = "", said = "", due = "", number = ""]: readonly string[],
  typing: Typing,
  nameOf: () => string,
): SetUpOpeningRow | null {
  const code = currency.toLowerCase() || (typing.currencies[0]?.code ?? "")
  const plain = amount.replaceAll(/[\u2010-\u2013\u2212]/g, "-").replace(/^\((.*)\)$/, "-$1")
  const isBelow = plain.startsWith("-")
  const side = sideOf(said, isBelow)
  if (side === null || (due !== "" && !DAY.test(due))) return null
  return {
    ...NEW_ROW,
    id: nameOf(),
    email,
    currency_code: code.slice(0, 3),
    amount: amountOf(isBelow ? plain.slice(1) : plain, code, typing).slice(0, 40),
    side,
    due_on: side === "owes" ? due : "",
    number: number.slice(0, 200),
  }
}

/** The side by its word, or by the sign where there is none; null where it cannot be read, or both do not agree. */
function sideOf(said: string, isBelow: boolean): SetUpOpeningRow["side"] | null {
  if (said === "") return isBelow ? "has" : "owes"
  if (HAS.test(said)) return "has"
  return OWES.test(said) && !isBelow ? "owes" : null
}

/** What balances come to, by currency: never added across. */
export function sumsOf(
  rows: readonly SetUpOpeningRow[],
  currencies: Currencies,
): { code: string; digits: number; owes: string; has: string }[] {
  return currencies.flatMap(({ code, digits }) => {
    const of = rows.filter((row) => row.currency_code === code && faultOf(row, currencies) === null)
    if (of.length === 0) return []
    const sum = (side: "owes" | "has"): string =>
      decimalOf(
        of
          .filter((row) => row.side === side)
          .reduce((all, row) => all + minorUnitsOf(row.amount, digits), 0n),
        digits,
      )
    return [{ code, digits, owes: sum("owes"), has: sum("has") }]
  })
}

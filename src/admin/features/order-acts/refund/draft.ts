import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type {
  DecimalString,
  MatrixColumn,
  OrderReconciliation,
  RefundablePaymentView,
} from "../../../../types/http"
import type { AmountText } from "../../../lib/amount-text"
import { typedUnits, type Typed } from "../typed"

/** What is typed in the drawer. */
export interface RefundDraft {
  /** By row, as typed. */
  readonly amounts: Readonly<Record<string, string>>
  /** The payment that somebody chose; null while the rows decide. */
  readonly paymentId: string | null
  /** Of the host's refund reasons; empty for none. */
  readonly reasonId: string
  readonly note: string
}

export const NEW_REFUND: RefundDraft = { amounts: {}, paymentId: null, reasonId: "", note: "" }

/** Whether closing would lose something of it. */
export const isRefundTouched = ({ amounts, paymentId, reasonId, note }: RefundDraft): boolean =>
  paymentId !== null || [...Object.values(amounts), reasonId, note].some((one) => one.trim() !== "")

/** What the drawer makes of a draft. */
export interface RefundReading {
  readonly typed: ReadonlyMap<string, Typed>
  /** Minor units of all rows; null while a row cannot be read. */
  readonly sum: bigint | null
  readonly payment: RefundablePaymentView | undefined
  /** Money that paid the chosen rows, where this payment paid none of them. */
  readonly paidBy: readonly MatrixColumn[]
  /** Whether the payment has less than the rows want. */
  readonly isBeyondPayment: boolean
  /** What to ask for, without what is only kept with it; null while it is not whole. */
  readonly body: {
    payment_id: string
    amount: DecimalString
    lines: { row: string; amount: DecimalString }[]
  } | null
}

interface RefundPlace {
  readonly order: OrderReconciliation
  readonly payments: readonly RefundablePaymentView[]
  readonly as: AmountText
}

export function readRefund({ amounts, paymentId }: RefundDraft, place: RefundPlace): RefundReading {
  const { order, payments, as } = place
  const { digits } = order
  const typed = new Map(
    order.rows.map(({ key, refundable }) => [
      key,
      typedUnits(amounts[key] ?? "", as, minorUnitsOf(refundable, digits)),
    ]),
  )
  const lines = [...typed].flatMap(([row, one]) =>
    one.kind === "amount" && one.units > 0n ? [{ row, units: one.units }] : [],
  )
  const isFaulty = [...typed.values()].some(({ kind }) => kind === "fault")
  const sum = isFaulty ? null : lines.reduce((total, { units }) => total + units, 0n)
  const rows = lines.map(({ row }) => row)
  const payment =
    payments.find(({ payment_id: id }) => id === paymentId) ?? likeliest(place, { rows, sum: sum ?? 0n })
  const paidBy = payersOf(order, rows)
  const isBeyondPayment =
    sum !== null && payment !== undefined && sum > minorUnitsOf(payment.refundable, digits)
  const isWhole = sum !== null && sum > 0n && payment !== undefined && !isBeyondPayment
  return {
    typed,
    sum,
    payment,
    paidBy: paidBy.some(({ reference }) => payment?.captures.includes(reference)) ? [] : paidBy,
    isBeyondPayment,
    body: isWhole
      ? {
          payment_id: payment.payment_id,
          amount: decimalOf(sum, digits),
          lines: lines.map(({ row, units }) => ({ row, amount: decimalOf(units, digits) })),
        }
      : null,
  }
}

/** The newest payment that paid one of the rows and has enough; else the newest that has enough; else the newest. */
function likeliest(
  { order, payments }: RefundPlace,
  { rows, sum }: { readonly rows: readonly string[]; readonly sum: bigint },
): RefundablePaymentView | undefined {
  const has = ({ refundable }: RefundablePaymentView): boolean =>
    minorUnitsOf(refundable, order.digits) >= sum
  const payers = new Set(payersOf(order, rows).map(({ reference }) => reference))
  const paid = ({ captures }: RefundablePaymentView): boolean => captures.some((one) => payers.has(one))
  return payments.find((one) => has(one) && paid(one)) ?? payments.find(has) ?? payments[0]
}

/** Columns of money that stand on any of the rows. */
const payersOf = ({ columns, cells }: OrderReconciliation, rows: readonly string[]): MatrixColumn[] =>
  columns.filter(
    ({ id, kind }) =>
      IS_MONEY.has(kind) && cells.some(({ row, column }) => column === id && rows.includes(row)),
  )

const IS_MONEY: ReadonlySet<MatrixColumn["kind"]> = new Set([
  "payment",
  "deposit",
  "opening_balance",
  "stored_value",
])

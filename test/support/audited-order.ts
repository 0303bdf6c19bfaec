import { judgeOrder } from "../../src/modules/reconciliation/audit/judge-order"
import type {
  Context,
  KeptAmount,
  OrderFacts,
  PaymentFacts,
} from "../../src/modules/reconciliation/audit/facts"
import type { HostOrder } from "../../src/modules/reconciliation/ingest/host-order"

export const CONTEXT: Context = {
  digits: 2,
  freshSince: "2026-11-27T12:00:00.000Z",
  moneyReferences: ["gift-card"],
}
const AT = "2026-11-20T10:00:00.000Z"

export const kept = (amount: number | string): KeptAmount => ({ raw: String(amount), plain: String(amount) })

export const row = (id: string, amount: number | string) => ({ id, at: AT, ...kept(amount) })

interface Counted {
  readonly id?: string
  readonly reference?: string
  readonly elsewhere?: readonly string[]
}

/** A transaction of an order, of the capture or refund that it names. */
export const counted = (amount: number | string, { id, reference = "cap", elsewhere }: Counted = {}) => ({
  ...row(id ?? `trx_${reference}_${amount}`, amount),
  reference: Number(amount) < 0 ? "refund" : "capture",
  reference_id: reference,
  currency: "usd",
  capture: elsewhere
    ? { deleted: false, orders: elsewhere.map((one) => ({ id: one, display_id: one })) }
    : null,
  refund: null,
})

export interface Shape {
  lines?: readonly (number | string)[]
  credits?: readonly (readonly [amount: number | string, reference?: string])[]
  captures?: readonly ReturnType<typeof row>[]
  refunds?: readonly ReturnType<typeof row>[]
  transactions?: OrderFacts["transactions"]
  /** Pieces of the first line that are on their way back, of two. */
  requested?: number
  facts?: Partial<OrderFacts>
  payment?: { captured_at?: string; canceled_at?: string; amount?: number }
  collection?: { status?: string; captured?: string; refunded?: string; is_shared?: boolean }
}

const sum = (rows: readonly KeptAmount[]): string =>
  String(rows.reduce((total, { raw }) => total + Number(raw), 0))

/** An order of 100.00, captured in full, with whatever is otherwise in the shape; the host's summary is as it would keep it. */
export function anOrder({
  lines = [100],
  credits = [],
  captures = [row("cap", 100)],
  refunds = [],
  transactions = [...captures, ...refunds.map((one) => ({ ...one, raw: `-${one.raw}` }))].map((one) =>
    counted(one.raw ?? 0, { reference: one.id }),
  ),
  requested = 0,
  facts = {},
  payment = {},
  collection = {},
}: Shape = {}): { facts: OrderFacts; order: HostOrder } {
  const total = lines.reduce<number>((all, one) => all + Number(one), 0)
  const credited = credits.reduce<number>((all, [amount]) => all + Number(amount), 0)
  const paid = sum(transactions ?? [])
  const pending = String(total - credited - Number(paid))
  return {
    facts: {
      id: "order_1",
      display_id: "1",
      status: "pending",
      version: 1,
      is_draft: false,
      currency_code: "usd",
      created_at: AT,
      updated_at: AT,
      canceled_at: null,
      summary: { pending, counted: paid },
      transactions,
      credits: credits.map(([amount], place) => row(`cl_${place}`, amount)),
      collections: [
        {
          id: "pay_col_1",
          updated_at: AT,
          status: "completed",
          is_shared: false,
          captured: sum(captures),
          refunded: sum(refunds),
          payments: [
            {
              id: "pay_1",
              provider_id: "pp_stripe_stripe",
              captured_at: captures.length > 0 ? AT : null,
              canceled_at: null,
              ...kept(payment.amount ?? 100),
              captures,
              refunds,
              ...payment,
            },
          ],
          ...collection,
        },
      ],
      ...facts,
    },
    order: {
      id: "order_1",
      status: "pending",
      currency_code: "usd",
      created_at: AT,
      version: 1,
      items: lines.map((amount, place) => ({
        id: `line_${place}`,
        quantity: 2,
        raw_total: { value: amount },
        detail: { return_requested_quantity: place === 0 ? requested : 0 },
      })),
      shipping_methods: [],
      credit_lines: credits.map(([amount, reference], place) => ({
        id: `cl_${place}`,
        reference: reference ?? "goodwill",
        raw_amount: { value: amount },
      })),
    },
  }
}

const ORDER = { id: "order_1", display_id: "1", currency: "usd" }

/** A payment of 100.00 of one order, captured in full, with whatever is otherwise. */
export const aPayment = (more: Partial<PaymentFacts> = {}): PaymentFacts => ({
  id: "pay_1",
  provider_id: "pp_card",
  currency_code: "usd",
  created_at: AT,
  canceled_at: null,
  amount: kept(100),
  captures: [row("cap", 100)],
  refunds: null,
  collection: { id: "pay_col_1", deleted: false, currency: "usd", orders: [ORDER] },
  ...more,
})

/** A collection with these orders. */
export const collectionOf = (
  orders: readonly string[],
  more: Partial<NonNullable<PaymentFacts["collection"]>> = {},
): PaymentFacts["collection"] => ({
  id: "pay_col_1",
  deleted: false,
  currency: "usd",
  orders: orders.map((id) => ({ ...ORDER, id })),
  ...more,
})

/** What is found of an order, with the amount in question. */
export function foundOf(shape: Shape = {}, context = CONTEXT): string[] {
  const { facts, order } = anOrder(shape)
  return judgeOrder(facts, order, context).map(({ kind, amount }) => `${kind} ${amount}`)
}

/** An order that was cancelled, and how the host counts what it gave back then. */
export const CANCELLED = { status: "canceled", canceled_at: "2026-11-21T10:00:00.000Z" }
export const cancelling = (amount: number) => counted(-amount, { reference: "pay_1" })

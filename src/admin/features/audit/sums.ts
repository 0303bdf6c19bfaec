import type { AuditFinding, AuditGroup, AuditKind } from "../../../types/http"

/** What needs nobody is a group of its own behind the others. */
type ToldGroup = AuditGroup | "rounded"

/** The groups in which findings are told of, and their kinds, the gravest first. */
const KINDS: Readonly<Record<ToldGroup, readonly AuditKind[]>> = {
  balances: [
    "transaction_without_capture",
    "transaction_without_refund",
    "capture_without_transaction",
    "refund_without_transaction",
    "transaction_amount_differs",
    "transaction_twice",
    "transaction_of_other_order",
    "balance_disagrees",
  ],
  payments: [
    "payment_of_no_order",
    "payment_of_several_orders",
    "payment_without_collection",
    "capture_without_payment",
    "refund_without_payment",
    "cancelled_order_captured",
    "refunded_more_than_captured",
    "captured_more_than_payment",
    "payment_says_otherwise",
    "currency_differs",
  ],
  amounts: [
    "order_unreadable",
    "negative_total",
    "credits_exceed_total",
    "negative_money",
    "amount_written_twice",
  ],
  rounded: ["unrounded_total"],
}

export interface Sum {
  readonly currency: string
  readonly digits: number
  readonly amount: string
}

export interface FoundKind {
  readonly kind: AuditKind
  readonly findings: readonly AuditFinding[]
  /** Of each currency by itself. */
  readonly sums: readonly Sum[]
}

export interface FoundGroup {
  readonly group: ToldGroup
  /** Orders, or payments where these are what is unexplained: each once. */
  readonly count: number
  readonly kinds: readonly FoundKind[]
}

/** What was found, by group and kind; those without any are left out. */
export function groupsOf(findings: readonly AuditFinding[]): FoundGroup[] {
  return Object.entries(KINDS).flatMap(([name, kinds]) => {
    const group = name as ToldGroup
    const own = findings.filter((one) => kinds.includes(one.kind))
    if (own.length === 0) return []
    const found = kinds.flatMap((kind) => {
      const ofKind = own.filter((one) => one.kind === kind)
      return ofKind.length === 0 ? [] : [{ kind, findings: ofKind, sums: sumsOf(ofKind) }]
    })
    return [{ group, count: new Set(own.map((one) => thingOf(one))).size, kinds: found }]
  })
}

const thingOf = ({ group, order, payment_id: payment, row_id: row }: AuditFinding): string =>
  (group === "payments" ? (payment ?? order?.id ?? row) : (order?.id ?? payment ?? row)) ?? ""

/** Sums of each currency, in the order of its code; amounts that are nothing make none. */
function sumsOf(findings: readonly AuditFinding[]): Sum[] {
  const units = new Map<string, { digits: number; sum: bigint }>()
  for (const { currency_code: currency, digits, amount } of findings) {
    const before = units.get(currency)?.sum ?? 0n
    units.set(currency, { digits, sum: before + BigInt(amount.replace(".", "")) })
  }
  return [...units]
    .filter(([, { sum }]) => sum !== 0n)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, { digits, sum }]) => ({ currency, digits, amount: decimalOf(sum, digits) }))
}

function decimalOf(units: bigint, digits: number): string {
  const figures = units.toString().padStart(digits + 1, "0")
  return digits === 0 ? figures : `${figures.slice(0, -digits)}.${figures.slice(-digits)}`
}

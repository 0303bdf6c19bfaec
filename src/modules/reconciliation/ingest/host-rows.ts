import { keyOf } from "../domain/key"
import { decimalOf, minorUnitsOf } from "../domain/money"
import { exactSum, negated, partOf, quantise, quantiseCumulatively, signOf } from "../domain/quantise"
import { totalsOfLines, totalsOfMethods, type Totals } from "./reader/totals"
import type { MatrixRow, RowPart } from "../../../types/http"

/** The exact decimal beside a float of the host that is never read. */
interface Raw {
  readonly value: string | number
}

interface HostPriced {
  readonly id: string
  readonly is_tax_inclusive?: boolean | null
  readonly tax_lines?: readonly HostTax[] | null
  readonly adjustments?: readonly HostAdjustment[] | null
}

interface HostTax {
  readonly code: string
  readonly description?: string | null
  /** Percent: a number, or an object of the host's own that stands for one. */
  readonly rate: unknown
}

interface HostAdjustment {
  readonly code?: string | null
  readonly raw_amount: Raw
  readonly is_tax_inclusive?: boolean | null
}

interface HostLine extends HostPriced {
  readonly raw_unit_price?: Raw | null
  /** As a rate. */
  readonly detail?: { readonly quantity?: unknown } | null
}

interface HostMethod extends HostPriced {
  readonly raw_amount?: Raw | null
}

/** The rows of an order as the host has them at present. */
export interface HostRows {
  readonly items?: readonly HostLine[] | null
  readonly shipping_methods?: readonly HostMethod[] | null
}

export const ROW_FIELDS = ["items", "shipping_methods"].flatMap((rows) =>
  ["*", "detail.*", "tax_lines.*", "adjustments.*"].map((field) => `${rows}.${field}`),
)

/** A row of the host; the ledger counts money, not things. */
interface Priced {
  readonly host: HostPriced
  readonly each: RowPart["each"]
  /** Exact, in major units, as are the totals. */
  readonly price: string
  readonly totals: Totals | undefined
}

/** What the ledger does not keep of its rows: how many the order has of each, and what its first charge is made of. */
export function withHostRows(
  { rows, digits }: { readonly rows: readonly Omit<MatrixRow, keyof HostFacts>[]; readonly digits: number },
  host: HostRows | undefined,
): MatrixRow[] {
  const priced = new Map([...linesOf(host?.items ?? []), ...methodsOf(host?.shipping_methods ?? [])])
  return rows.map((row) => {
    const found = priced.get(row.key)
    return {
      ...row,
      quantity: found?.each?.quantity ?? null,
      parts: found ? partsOf(found, row.amount, digits) : [],
    }
  })
}

type HostFacts = Pick<MatrixRow, "quantity" | "parts">

/** Pieces that came back were charged at first: the totals are those of all. */
function linesOf(lines: readonly HostLine[]): [key: string, priced: Priced][] {
  const asked = lines.map((line) => ({
    ...taxedOf(line),
    unit_price: textOf(line.raw_unit_price?.value),
    quantity: numberText(line.detail?.quantity),
    detail: {},
  }))
  const totals = totalsOfLines(asked)
  return asked.map(({ unit_price: price, quantity }, index) => {
    const each = { price, quantity: Number(quantity) }
    const host = lines[index] as HostLine
    return [
      keyOf("line", host.id),
      { host, each, price: partOf(price, each.quantity, 1), totals: totals[index] },
    ]
  })
}

function methodsOf(methods: readonly HostMethod[]): [key: string, priced: Priced][] {
  const asked = methods.map((method) => ({ ...taxedOf(method), amount: textOf(method.raw_amount?.value) }))
  const totals = totalsOfMethods(asked)
  return asked.map(({ amount: price }, index) => {
    const host = methods[index] as HostMethod
    return [keyOf("shipping", host.id), { host, each: null, price, totals: totals[index] }]
  })
}

const textOf = (exact: Raw["value"] | undefined): string => String(exact ?? 0)
/** Of a number that may be an object which stands for one. */
const numberText = (number: unknown): string => String(Number(number ?? 0))

const taxedOf = ({ id, is_tax_inclusive: inclusive, tax_lines: taxes, adjustments }: HostPriced) => ({
  id,
  is_tax_inclusive: inclusive ?? false,
  tax_lines: (taxes ?? []).map(({ rate }) => ({ rate: numberText(rate) })),
  adjustments: (adjustments ?? []).map(({ raw_amount: { value }, is_tax_inclusive: withTax }) => ({
    amount: textOf(value),
    is_tax_inclusive: withTax ?? false,
  })),
})

/** None where the host's totals are not what was charged: parts that do not add up would explain nothing. */
function partsOf({ host, each, price, totals }: Priced, charged: string, digits: number): RowPart[] {
  const total = textOf(totals?.raw_total.value)
  if (quantise(total, digits) !== minorUnitsOf(charged, digits)) return []
  const included = host.is_tax_inclusive ?? false
  const taxes = (host.tax_lines ?? []).map((tax, index) => ({
    name: tax.description ?? tax.code,
    rate: numberText(tax.rate),
    raw: textOf(totals?.taxes[index]?.value),
  }))
  const added = included ? [] : taxes.map(({ raw }) => raw)
  const discounts = discountsOf(host, exactSum([total, negated(price), ...added.map(negated)]), digits)
  const amounts = quantiseCumulatively([price, ...discounts.map(({ raw }) => raw), ...added], digits)
  const amountAt = (place: number): string => decimalOf(amounts[place] ?? 0n, digits)
  const none = { name: null, rate: null, each: null, included: false }
  return [
    { ...none, kind: "price", each, amount: amountAt(0) },
    ...discounts.map(({ name }, index) => ({
      ...none,
      kind: "discount" as const,
      name,
      amount: amountAt(1 + index),
    })),
    ...taxes.map(({ name, rate, raw }, index) => ({
      kind: "tax" as const,
      name,
      rate,
      each: null,
      amount: included ? decimalOf(quantise(raw, digits), digits) : amountAt(1 + discounts.length + index),
      included,
    })),
  ]
}

interface Discount {
  readonly name: string | null
  /** Exact, below zero. */
  readonly raw: string
}

/** What promotions take off, one by one where they are what the total lacks; else, as where one is counted without tax, together. */
function discountsOf({ adjustments }: HostPriced, lacking: string, digits: number): Discount[] {
  const each = (adjustments ?? []).map(({ code, raw_amount: { value } }) => ({
    name: code ?? null,
    raw: negated(textOf(value)),
  }))
  if (quantise(exactSum(each.map(({ raw }) => raw)), digits) === quantise(lacking, digits)) return each
  if (signOf(lacking) === 0) return []
  return [{ name: each.map(({ name }) => name ?? "").join(", ") || null, raw: lacking }]
}

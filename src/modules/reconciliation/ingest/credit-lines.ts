import { keyOf } from "../domain/key"
import type { Desired, Repayment } from "../domain/posting/document-state"
import { negated, quantise, signOf } from "../domain/quantise"
import { exact, latest, present, type HostCreditLine, type HostOrder, type HostVersion } from "./host-order"
import type { When } from "./lines"
import { WRITE_OFF_REFERENCE } from "./write-off-credits"

interface CreditContext {
  readonly order: Pick<HostOrder, "id">
  readonly digits: number
  /** References of credit lines that are money: a gift card or store credit spent. */
  readonly moneyReferences: readonly string[]
  readonly whenOfVersion: (version: number) => When
  /** What the refund behind a credit line gives back, by the version that made the credit line. */
  readonly repayments: ReadonlyMap<number, Repayment>
}

export interface CreditLines {
  /** Credit lines that lower what the order costs. */
  readonly adjustments: Desired[]
  /** Credit lines that are money, in or out. */
  readonly money: Desired[]
  /** Exact decimals, positive when they lower the order. */
  readonly rawAdjustments: string[]
  readonly rawMoney: string[]
}

/**
 * The credit lines of one version. Their ids change with every version, so each is named by what stays:
 * the version that made it, its reference, its amount, and its place among equals.
 */
export function creditLinesOf(version: HostVersion, context: CreditContext): CreditLines {
  const seen = new Map<string, number>()
  const result: CreditLines = { adjustments: [], money: [], rawAdjustments: [], rawMoney: [] }
  const told = present(version.credit_lines).filter(({ reference }) => reference !== WRITE_OFF_REFERENCE)
  for (const line of told.toSorted(byAge)) {
    const raw = exact(line.raw_amount, { credit_line: line.id })
    const name = [context.order.id, madeIn(line), line.reference ?? "", line.reference_id ?? "", raw].join(
      ":",
    )
    const place = (seen.get(name) ?? 0) + 1
    seen.set(name, place)
    const isMoney = signOf(raw) < 0 || context.moneyReferences.includes(line.reference ?? "")
    ;(isMoney ? result.rawMoney : result.rawAdjustments).push(raw)
    ;(isMoney ? result.money : result.adjustments).push(desiredOf(line, `${name}:#${place}`, context))
  }
  return result
}

function desiredOf(
  line: HostCreditLine,
  name: string,
  { digits, moneyReferences, whenOfVersion, repayments }: CreditContext,
): Desired {
  const repays = repayments.get(madeIn(line))
  const raw = exact(line.raw_amount, { credit_line: line.id })
  const spent = moneyReferences.includes(line.reference ?? "") && signOf(raw) > 0
  const givenBack = signOf(raw) < 0
  return {
    key: keyOf(givenBack ? "storedValueReturned" : spent ? "storedValue" : "creditLine", name),
    class: givenBack ? "refund" : spent ? "stored_value" : "credit_line",
    signed: quantise(negated(raw), digits),
    lineKey: null,
    position: 0,
    title: givenBack ? "Credit paid out" : spent ? "Stored value" : "Credit",
    reference: line.reference_id ?? line.reference ?? line.id,
    method: spent || givenBack ? (line.reference ?? null) : null,
    hostId: line.id,
    ...whenOfVersion(madeIn(line)),
    taxes: [],
    ...(repays && { repays }),
  }
}

function madeIn({ metadata }: HostCreditLine): number {
  const version = Number(metadata?.["created_in_version"] ?? 0)
  return Number.isInteger(version) ? version : 0
}

function byAge(one: HostCreditLine, other: HostCreditLine): number {
  const difference = madeIn(one) - madeIn(other)
  if (difference !== 0) return difference
  return (latest([one.created_at]) ?? "") < (latest([other.created_at]) ?? "") ? -1 : 1
}

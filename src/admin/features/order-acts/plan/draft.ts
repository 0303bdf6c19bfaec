import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { InstalmentView, OrderReconciliation, PlanPaymentsBody } from "../../../../types/http"
import { writeAmount, type AmountText } from "../../../lib/amount-text"
import { typedUnits, type Typed } from "../typed"

/** An instalment as it stands in the drawer. */
export interface DraftInstalment {
  /** Stays with it while others come and go. */
  readonly key: string
  /** YYYY-MM-DD; empty while nobody chose. */
  readonly dueOn: string
  /** As typed. */
  readonly amount: string
  /** Keys of the rows that it is kept for; none for whatever is open. */
  readonly rows: readonly string[]
}

export const newInstalment = (parts: Partial<DraftInstalment> = {}): DraftInstalment => ({
  key: crypto.randomUUID(),
  dueOn: "",
  amount: "",
  rows: [],
  ...parts,
})

/** What an order has open, row by row. */
export interface OpenRow {
  readonly key: string
  readonly title: string
  /** Minor units, above zero. */
  readonly open: bigint
}

export const openRowsOf = ({ rows, digits }: OrderReconciliation): OpenRow[] =>
  rows.flatMap(({ key, title, open }) => {
    const units = minorUnitsOf(open.replace("-", ""), digits)
    return units === 0n || open.startsWith("-") ? [] : [{ key, title, open: units }]
  })

const WAITS: ReadonlySet<InstalmentView["state"]> = new Set(["scheduled", "due", "overdue", "failed"])

/** What is left of the plan in force; without one, an instalment to fill in. */
export function begunPlan({ plan, digits }: OrderReconciliation, as: AmountText): DraftInstalment[] {
  const left = (plan?.instalments ?? []).flatMap(({ state, due_on: dueOn, reserved }) => {
    const kept = reserved.reduce((sum, { amount }) => sum + minorUnitsOf(amount, digits), 0n)
    if (!WAITS.has(state) || kept === 0n) return []
    return [newInstalment({ dueOn, amount: writeAmount(kept, as), rows: reserved.map(({ row }) => row) })]
  })
  return left.length > 0 ? left : [newInstalment()]
}

/** Whether closing would lose something of it; what only tells instalments apart is none. */
export const isPlanTouched = (
  draft: readonly DraftInstalment[],
  begun: readonly DraftInstalment[],
): boolean => writtenOf(draft) !== writtenOf(begun)

const writtenOf = (draft: readonly DraftInstalment[]): string =>
  JSON.stringify(draft.map(({ dueOn, amount, rows }) => [dueOn, amount, rows]))

export interface PlanReading {
  readonly typed: readonly Typed[]
  /** Minor units of all that can be read. */
  readonly planned: bigint
  readonly open: bigint
  /** What to ask for; null while something is missing or too much. */
  readonly body: Pick<PlanPaymentsBody, "instalments"> | null
}

interface PlanPlace {
  readonly open: bigint
  readonly digits: number
  readonly as: AmountText
}

export function readPlan(draft: readonly DraftInstalment[], { open, digits, as }: PlanPlace): PlanReading {
  const typed = draft.map(({ amount }) => typedUnits(amount, as, null))
  const units = typed.map((one) => (one.kind === "amount" ? one.units : 0n))
  const planned = units.reduce((sum, one) => sum + one, 0n)
  const isWhole =
    draft.length > 0 && draft.every(({ dueOn }, index) => dueOn !== "" && (units[index] ?? 0n) > 0n)
  return {
    typed,
    planned,
    open,
    body:
      isWhole && planned <= open
        ? {
            instalments: draft.map(({ dueOn, rows }, index) => ({
              due_on: dueOn,
              amount: decimalOf(units[index] ?? 0n, digits),
              ...(rows.length > 0 && { items: rows.map((row) => ({ row })) }),
            })),
          }
        : null,
  }
}

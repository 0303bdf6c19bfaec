import type { Coverage } from "../instalments/reserve"

/** The five states of F7, derived from rows and never stored loosely. */
export type State = "full" | "partial" | "none" | "planned" | "error"

interface DocumentBalance {
  /** Minor units owed and not settled yet: charges, refunds and voids. */
  readonly open: bigint
  /** Minor units of money and foreign credit applied to the order. */
  readonly applied: bigint
  readonly hasProblems: boolean
  /** How far planned payments cover what is open. */
  readonly coverage: Coverage
}

/** The state of an order; the table is in docs/spec/status.md, row by row. */
export function stateOfDocument({ open, applied, hasProblems, coverage }: DocumentBalance): State {
  if (hasProblems) return "error"
  if (open === 0n) return "full"
  if (coverage.planned > 0n && !coverage.overdue) return "planned"
  return applied > 0n ? "partial" : "none"
}

/** The state of one payment, refund, deposit, credit or line. */
export function stateOfItem({
  amount,
  allocated,
}: {
  readonly amount: bigint
  readonly allocated: bigint
}): State {
  if (allocated === amount) return "full"
  return allocated > 0n ? "partial" : "none"
}

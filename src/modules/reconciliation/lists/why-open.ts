import type { ListedStep, OrderOfCode, WhyOpen } from "../../../types/http"
import { daysBetween } from "../domain/day"
import { least } from "../domain/money"
import type { OwnerType } from "../domain/owner"
import type { PlanStanding } from "../instalments/plans"
import { notCovered, type Reservation } from "../domain/instalments/reserve"
import type { OrderStandingRow, TransactionRow } from "../accounts/transaction-rows"

/** What a transaction is, and what stands around it, as far as it tells why it is open. */
export interface Surroundings {
  readonly kind: string
  readonly side: "debit" | "credit"
  readonly ownerType: OwnerType
  /** Orders of the account that owe exactly what is open of it; two at most. */
  readonly fitting: readonly OrderOfCode[]
  /** Whether the account owes anything by an order. */
  readonly owes: boolean
  /** Minor units of the account's money and credits that pay nothing. */
  readonly unapplied: bigint
  /** Minor units of the largest of them. */
  readonly largest: bigint
  readonly row: TransactionRow
  /** Of an order. */
  readonly standing: OrderStandingRow | undefined
  readonly plan: PlanStanding
  /** The day in the accounting time zone. */
  readonly today: string
  /** Minor units as text. */
  readonly money: (units: bigint) => string
}

type Coming = NonNullable<Extract<WhyOpen, { code: "planned" }>["next"]>

export interface Open {
  readonly why: WhyOpen
  readonly next_step: ListedStep
}

/** Why a transaction is open, and the one thing to do about it; the first that holds. */
export function openOf(around: Surroundings): Open {
  if (around.kind === "order") return orderOf(around)
  return around.side === "debit" ? debitOf(around) : creditOf(around)
}

function orderOf(around: Surroundings): Open {
  const { standing, plan, money, today, row } = around
  const [problem] = standing?.problems ?? []
  if (problem) return { why: { code: "contradiction", problem: problem.code }, next_step: { act: "cure" } }
  const open = BigInt(standing?.open ?? 0)
  const unapplied = around.unapplied > 0n ? money(around.unapplied) : null
  const step = (amount: string | null): ListedStep =>
    unapplied === null ? { act: "record_payment" } : { act: "apply", amount }
  const late = lateOf(plan, today)
  if (late) {
    const { dueOn } = late.instalment
    const days = dueOn < today ? daysBetween(dueOn, today) : 0
    return {
      why: { code: "instalment_late", amount: money(late.reserved), due_on: dueOn, days },
      next_step: step(null),
    }
  }
  if (plan.coverage.planned > 0n) {
    const expected = (standing?.expected ?? []).reduce((sum, { amount }) => sum + BigInt(amount), 0n)
    const uncovered = notCovered(plan.reservations, { expected, open })
    const why: WhyOpen = {
      code: "planned",
      planned: money(plan.coverage.planned),
      uncovered: money(uncovered),
      next: nextOf(plan, money),
    }
    return { why, next_step: { act: "open_order" } }
  }
  const next_step = step(money(least(open, around.largest)))
  const applied = BigInt(standing?.applied ?? 0)
  if (applied <= 0n) return { why: { code: "nothing_paid", unapplied }, next_step }
  const total = money(BigInt(row.debits) - BigInt(row.credits))
  return {
    why: { code: "partly_paid", paid: money(applied), total, lines: row.open_lines, unapplied },
    next_step,
  }
}

/** The first planned payment that should have been made. */
function lateOf({ coverage, reservations }: PlanStanding, today: string): Reservation | undefined {
  if (!coverage.overdue) return undefined
  return reservations.find(
    ({ reserved, instalment }) => reserved > 0n && (instalment.failed || instalment.dueOn < today),
  )
}

/** What planned payments bring first: all of the first day on which any of them is awaited. */
function nextOf({ reservations }: PlanStanding, money: Surroundings["money"]): Coming | null {
  const awaited = reservations.filter(({ reserved }) => reserved > 0n)
  const [dueOn] = awaited.map(({ instalment }) => instalment.dueOn).toSorted()
  if (dueOn === undefined) return null
  const first = awaited.filter(({ instalment }) => instalment.dueOn === dueOn)
  return { due_on: dueOn, amount: money(first.reduce((sum, { reserved }) => sum + reserved, 0n)) }
}

function debitOf({ kind, row, unapplied: idle, money }: Surroundings): Open {
  switch (kind) {
    case "opening_balance": {
      const unapplied = idle > 0n ? money(idle) : null
      const next_step: ListedStep = { act: unapplied === null ? "record_payment" : "open_account" }
      const [total, open] = [BigInt(row.debits), BigInt(row.open_debits)]
      if (open === total) return { why: { code: "nothing_paid", unapplied }, next_step }
      const paid = money(total - open)
      return { why: { code: "partly_paid", paid, total: money(total), lines: 1, unapplied }, next_step }
    }
    case "reversal":
    case "void":
      return { why: { code: "taken_back" }, next_step: { act: "record_payment" } }
    case "refund":
      return {
        why: { code: "paid_back" },
        next_step: { act: row.order_id === null ? "open_account" : "open_order" },
      }
    default:
      return { why: { code: "open" }, next_step: { act: "open_account" } }
  }
}

function creditOf({ ownerType, fitting, owes }: Surroundings): Open {
  if (ownerType === "suspense") return { why: { code: "unknown_owner" }, next_step: { act: "find_owner" } }
  const [only, another] = fitting
  if (only && !another)
    return { why: { code: "fits_order", order: only }, next_step: { act: "put_on_order", order: only } }
  if (owes) return { why: { code: "fits_none" }, next_step: { act: "apply", amount: null } }
  return { why: { code: "nothing_owed" }, next_step: { act: "open_account" } }
}

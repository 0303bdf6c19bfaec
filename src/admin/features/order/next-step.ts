import type { DecimalString, Notice, OrderReconciliation } from "../../../types/http"
import { decimalOf } from "../../../modules/reconciliation/domain/money"
import { daysBetween } from "../../lib/dates"
import type { Sheet, SheetInstalment } from "./grid/sheet"
import {
  itemsOf,
  looseMoney,
  missingIn,
  notCoveredIn,
  placing,
  type LooseMoney,
  type PlaceStep,
  type StepInput,
  type StepItem,
} from "./placing"

export type { LooseMoney, PlaceStep, StepInput, StepItem }

/** error: the host's records contradict each other. warning: something wants to be looked at. */
interface NoticeStep<Kind extends "error" | "warning"> {
  readonly kind: Kind
  readonly notice: Notice
  /** How many more of the same there are. */
  readonly others: number
}

/** The one thing to do next with an order, as facts: whoever shows it makes the words. */
export type NextStep =
  | PlaceStep
  | NoticeStep<"error">
  | NoticeStep<"warning">
  | {
      readonly kind: "overdue" | "failed"
      /** What is still to come of the instalment. */
      readonly amount: DecimalString
      readonly dueOn: string
      readonly daysLate: number
    }
  | {
      readonly kind: "taken_back"
      readonly amount: DecimalString
      readonly occurredOn: string
      /** chargeback, bounced_cheque, direct_debit_return, other; void where the host deleted the payment. */
      readonly how: string
      /** Those that are open again because of it. */
      readonly items: readonly StepItem[]
    }
  | {
      readonly kind: "refund_unplaced"
      readonly amount: DecimalString
      readonly occurredOn: string
    }
  | {
      readonly kind: "surplus"
      readonly money: LooseMoney
      /** Nothing is owed, or all that is owed is kept for planned payments. */
      readonly owed: "nothing" | "planned"
    }
  | {
      readonly kind: "next_instalment"
      readonly amount: DecimalString
      readonly dueOn: string
      /** 0: it is due today. */
      readonly daysLeft: number
      readonly items: readonly StepItem[]
      /** What is open and no instalment, nor a return on its way, is to bring; null where nothing is. */
      readonly notCovered: DecimalString | null
    }
  /** A return on its way will settle what is open. */
  | { readonly kind: "return_expected"; readonly amount: DecimalString }
  | {
      readonly kind: "unpaid"
      readonly amount: DecimalString
      readonly items: readonly StepItem[]
      readonly isPaidInPart: boolean
      /** Money is promised that has not moved: it pays nothing yet. */
      readonly isAuthorized: boolean
    }
  | { readonly kind: "nothing_to_pay"; readonly isCancelled: boolean }
  | {
      readonly kind: "done"
      /** Money on the account of which a part pays this order and the rest nothing yet; null where there is none. */
      readonly idle: LooseMoney | null
    }

/** The one next step: what is wrong first, then what can be done at once, then what is late, then what is to come. */
export function nextStep(input: StepInput): NextStep {
  return (
    noticeOf("error", input.order.problems) ??
    placing(input) ??
    late(input) ??
    returnExpected(input) ??
    takenBack(input) ??
    unplacedRefund(input) ??
    surplus(input) ??
    noticeOf("warning", input.order.warnings) ??
    nextInstalment(input) ??
    unpaid(input) ??
    settled(input)
  )
}

function noticeOf<Kind extends "error" | "warning">(
  kind: Kind,
  notices: readonly Notice[],
): NoticeStep<Kind> | null {
  const [notice] = notices
  return notice ? { kind, notice, others: notices.length - 1 } : null
}

function late({ order, sheet, today }: StepInput): NextStep | null {
  const first = plannedOf(order, sheet, today).find(({ isLate }) => isLate)
  if (!first) return null
  const { failed, dueOn, total } = first
  return {
    kind: failed ? "failed" : "overdue",
    amount: decimalOf(total, order.digits),
    dueOn,
    daysLate: Math.max(0, daysBetween(dueOn, today)),
  }
}

/** By the state's own rule, a return counts as a plan only where it leaves nothing to pay. */
function returnExpected({ order, sheet }: StepInput): NextStep | null {
  if (sheet.state !== "planned" || sheet.planned.length > 0) return null
  return { kind: "return_expected", amount: order.expected_returns }
}

/** The newest reversal because of which something is open that nobody plans to pay. */
function takenBack({ order, sheet }: StepInput): NextStep | null {
  const due = new Set(sheet.rows.filter((row) => row.due > 0n).map(({ key }) => key))
  const deleted = new Set(order.items.filter(({ kind }) => kind === "void").map(({ id }) => id))
  const unallocated = new Map(sheet.columns.map((column) => [column.id, column.unallocated]))
  for (const column of order.columns.toReversed()) {
    const isReversal = column.kind === "reversal"
    if (!isReversal && !(column.kind === "refund" && deleted.has(column.id))) continue
    const reopened = new Set(
      order.cells
        .filter((cell) => isReversal && cell.column === column.id && cell.amount.startsWith("-"))
        .flatMap(({ row }) => (due.has(row) ? [row] : [])),
    )
    if (reopened.size === 0 && (unallocated.get(column.id) ?? 0n) >= 0n) continue
    return {
      kind: "taken_back",
      amount: column.amount.replace(/^-/, ""),
      occurredOn: column.occurred_on,
      how: isReversal ? (column.detail ?? "other") : "void",
      items: itemsOf(order, reopened),
    }
  }
  return null
}

function unplacedRefund({ order, sheet }: StepInput): NextStep | null {
  const open = new Map(sheet.columns.map(({ id, unallocated }) => [id, unallocated]))
  const refund = order.columns.find(({ id, kind }) => kind === "refund" && (open.get(id) ?? 0n) < 0n)
  if (!refund) return null
  const amount = decimalOf(-(open.get(refund.id) ?? 0n), order.digits)
  return { kind: "refund_unplaced", amount, occurredOn: refund.occurred_on }
}

/** Only the order's own money: what lies on the account is the account's matter. */
function surplus({ order, sheet }: StepInput): NextStep | null {
  if (missingIn(sheet) > 0n) return null
  const own = new Set(
    order.items.filter(({ document_id: id }) => id === order.document_id).map(({ id }) => id),
  )
  const money = looseMoney(
    order,
    sheet.columns.filter(({ id, unallocated }) => unallocated > 0n && own.has(id)),
  )
  return money && { kind: "surplus", money, owed: sheet.sums.planned > 0n ? "planned" : "nothing" }
}

function nextInstalment({ order, sheet, today }: StepInput): NextStep | null {
  const [first] = plannedOf(order, sheet, today)
  if (!first) return null
  const { digits } = order
  const notCovered = notCoveredIn(sheet, order)
  return {
    kind: "next_instalment",
    amount: decimalOf(first.total, digits),
    dueOn: first.dueOn,
    daysLeft: daysBetween(today, first.dueOn),
    items: itemsOf(order, new Set(first.rows.keys())),
    notCovered: notCovered > 0n ? decimalOf(notCovered, digits) : null,
  }
}

function unpaid({ order, sheet, isAuthorized = false }: StepInput): NextStep | null {
  const missing = missingIn(sheet)
  if (missing <= 0n) return null
  return {
    kind: "unpaid",
    amount: decimalOf(missing, order.digits),
    items: itemsOf(
      order,
      new Set(sheet.rows.filter((row) => row.due + row.unallocated > 0n).map(({ key }) => key)),
    ),
    isPaidInPart: sheet.sums.paid > 0n,
    isAuthorized,
  }
}

function settled({ order, sheet }: StepInput): NextStep {
  return sheet.sums.amount === 0n && sheet.columns.length === 0
    ? { kind: "nothing_to_pay", isCancelled: order.cancelled_at !== null }
    : {
        kind: "done",
        idle: looseMoney(
          order,
          sheet.columns.filter(({ unallocated }) => unallocated > 0n),
        ),
      }
}

interface PlannedPayment extends SheetInstalment {
  readonly dueOn: string
  readonly failed: boolean
  /** It failed, or its day has passed. */
  readonly isLate: boolean
}

/** Instalments that something is kept for, by the day they fall due. */
export function plannedOf(
  { plan }: OrderReconciliation,
  { planned }: Sheet,
  today: string,
): PlannedPayment[] {
  const known = new Map((plan?.instalments ?? []).map((one) => [one.id, one]))
  return planned.flatMap((one) => {
    const instalment = known.get(one.id)
    if (!instalment) return []
    const { due_on: dueOn, state } = instalment
    const failed = state === "failed"
    return [{ ...one, dueOn, failed, isLate: failed || dueOn < today }]
  })
}

import type { DecimalString, MatrixRow, OrderReconciliation } from "../../../../types/http"

/** What of an order is looked at to say why. */
export type Order = Pick<OrderReconciliation, "rows" | "columns" | "cells" | "items" | "plan" | "digits">

/** One item that money reached. */
export interface Step {
  readonly key: string
  readonly row: MatrixRow
  /** What the item had open, and what it took of it. */
  readonly openThen: DecimalString
  readonly took: DecimalString
  readonly rule: string
  readonly recordedAt: string
  /** Place within what was done at that moment, from 1. */
  readonly place: number
  /** Whether the amount that was asked for is, or has a part in, this one. */
  readonly isAsked: boolean
}

/** Below zero where one was before the other. */
export function byTime(
  one: Pick<Step, "recordedAt" | "place">,
  other: Pick<Step, "recordedAt" | "place">,
): number {
  if (one.recordedAt === other.recordedAt) return one.place - other.place
  return one.recordedAt < other.recordedAt ? -1 : 1
}

import type { Allocation } from "../../domain/open-item"
import { day, int4, int8, moment, nullable, parts, text, wordOf } from "./column"
import { tableOf, type RowOf } from "./table"

const NAME = "reconciliation_allocation"

const written = {
  creditItemId: int8,
  debitItemId: int8,
  amount: int8,
  origin: wordOf<Allocation["origin"]>(),
  rule: text,
  step: int4,
  creditOpenBefore: int8,
  debitOpenBefore: int8,
  creditTaxes: parts,
  debitTaxes: parts,
  instalmentId: nullable(int8),
  releases: nullable(int8),
  accountingOn: day,
}

/** Allocations as they are read. */
export const allocations = tableOf<Allocation>()(NAME, { id: int8, ...written, recordedAt: moment })

export type AllocationRow = RowOf<typeof allocations>

/** An allocation as a change writes it; its id and its moment are the database's. */
export interface NewAllocation extends Omit<Allocation, "id" | "recordedAt"> {
  /** The day on which it counts. */
  readonly occurredOn: string
}

export const newAllocations = tableOf<NewAllocation>()(NAME, { ...written, occurredOn: day })

import type { Allocation } from "../../domain/open-item"
import { int4, int8, moment, nullable, parts, text, wordOf } from "./column"
import { tableOf, type RowOf } from "./table"

export const allocations = tableOf<Allocation>()("reconciliation_allocation", {
  id: int8,
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
  recordedAt: moment,
})

export type AllocationRow = RowOf<typeof allocations>

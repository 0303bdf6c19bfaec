import type { OpenItem } from "../../domain/open-item"
import { day, defaulted, int4, int8, moment, nullable, parts, taxes, text, wordOf } from "./column"
import { tableOf, type RowOf } from "./table"

export const openItems = tableOf<OpenItem>()("reconciliation_open_item", {
  id: int8,
  documentId: nullable(int8),
  side: wordOf<OpenItem["side"]>(),
  kind: wordOf<OpenItem["kind"]>(),
  key: text,
  sequence: int4,
  lineKey: nullable(text),
  position: int4,
  title: text,
  reference: text,
  method: nullable(text),
  hostId: nullable(text),
  paymentId: nullable(text),
  providerId: nullable(text),
  reversalKind: nullable(text),
  writeOffKind: nullable(text),
  occurredAt: moment,
  occurredOn: day,
  accountingOn: defaulted(day),
  dueOn: nullable(day),
  amount: int8,
  allocated: int8,
  taxes,
  taxesAllocated: parts,
  glAccount: nullable(text),
  reversesItemId: nullable(int8),
  originItemId: nullable(int8),
})

export type OpenItemRow = RowOf<typeof openItems>

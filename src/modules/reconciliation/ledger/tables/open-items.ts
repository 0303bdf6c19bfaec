import type { OpenItem } from "../../domain/open-item"
import {
  day,
  defaulted,
  int4,
  int8,
  moment,
  nullable,
  parts,
  taxes,
  text,
  wordOf,
  type Column,
} from "./column"
import { tableOf, type RowOf } from "./table"
import { typed } from "./typed-texts"

/** The last one that was set; an item without one falls due when it arises. */
const lastDueDay: Column<string, string> = {
  ...day,
  derived: (alias) => `(select due.due_on::text from reconciliation_due_date due
      where due.open_item_id = ${alias}.id order by due.id desc limit 1)`,
}

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
  reference: typed,
  method: nullable(text),
  hostId: nullable(text),
  paymentId: nullable(text),
  providerId: nullable(text),
  reversalKind: nullable(text),
  writeOffKind: nullable(text),
  occurredAt: moment,
  occurredOn: day,
  accountingOn: defaulted(day),
  dueOn: nullable(lastDueDay),
  amount: int8,
  allocated: int8,
  taxes,
  taxesAllocated: parts,
  glAccount: nullable(text),
  reversesItemId: nullable(int8),
  originItemId: nullable(int8),
})

export type OpenItemRow = RowOf<typeof openItems>

import type { DocumentNumberKind, DocumentNumberView } from "../../../types/http"
import type { Session } from "../ledger/database"
import { findDocumentNumbers } from "./document-numbers.sql"

/** Numbers of the papers of some transactions. */
export interface DocumentNumbersFound {
  /** By the ledger's number of the order. */
  readonly ofOrders: ReadonlyMap<string, DocumentNumberView>
  /** By the first item of the transaction. */
  readonly ofItems: ReadonlyMap<string, DocumentNumberView>
}

interface Row {
  readonly of: "order" | "item"
  readonly id: string
  readonly number: string
  readonly kind: DocumentNumberKind
  readonly issued_on: string | null
}

/** The numbers that some orders and items have now. */
export async function documentNumbersOf(
  session: Session,
  { orders, items }: { readonly orders: readonly string[]; readonly items: readonly string[] },
): Promise<DocumentNumbersFound> {
  if (orders.length === 0 && items.length === 0) return { ofOrders: new Map(), ofItems: new Map() }
  const rows = await session.run<Row>(findDocumentNumbers, [[...new Set(orders)], items])
  const by = (of: Row["of"]): ReadonlyMap<string, DocumentNumberView> =>
    new Map(
      rows
        .filter((row) => row.of === of)
        .map(({ id, number, kind, issued_on }) => [id, { number, kind, issued_on }]),
    )
  return { ofOrders: by("order"), ofItems: by("item") }
}

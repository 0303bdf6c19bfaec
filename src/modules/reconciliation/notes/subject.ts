import type { NotedAt, NotedBy } from "../../../types/http"
import { transactionNotFound } from "../document-numbers/document-numbers"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { findTransaction, holdDocument, holdItem } from "./notes.sql"

/** Something that is written beside a transaction. */
export interface OnTransaction {
  /** Its number in the lists. */
  readonly transaction: string
  readonly idempotencyKey?: string | undefined
  readonly context: ChangeContext
}

/** An order, or the first item of another transaction; the other one is null. */
export type Subject = readonly [documentId: string | null, itemId: string | null]

const NUMBER = /^\d{1,18}$/

/** Whether it can be the number of a row. */
export const isNumber = (text: string): boolean => NUMBER.test(text)

/** @throws transaction_not_found */
export async function subjectOf(session: Session, transaction: string): Promise<Subject> {
  const [found] = isNumber(transaction)
    ? await session.run<{ document_id: string | null; item_id: string | null }>(findTransaction, [
        transaction,
      ])
    : []
  if (!found) throw transactionNotFound(transaction)
  return [found.document_id, found.item_id]
}

/** Has others wait who write beside the same; answers the account that it is in. */
export async function hold(session: Session, [documentId, itemId]: Subject): Promise<bigint> {
  const [row] = await session.run<{ account_id: string }>(documentId === null ? holdItem : holdDocument, [
    documentId ?? itemId,
  ])
  if (!row) throw new Error("what a transaction stands for vanished")
  return BigInt(row.account_id)
}

/** Cause and actor, as rows have them. */
export const byOf = ({ cause, actor }: ChangeContext): (string | null)[] => [cause, actor.type, actor.id]

/** What was done about something written, and by whom; null where it was not. */
export const doneOf = (type: NotedBy["type"] | null, id: string | null, at: string | null): NotedAt | null =>
  type === null || at === null ? null : { by: { type, id, name: null }, at }

import type { DocumentNumberKind, DocumentNumberView, GivenDocumentNumberView } from "../../../types/http"
import { ReconciliationError } from "../domain/errors"
import { keyOf } from "../domain/key"
import type { HostNumber } from "../domain/posting/document-state"
import type { ChangeContext } from "../ledger/change"
import type { Database, Session } from "../ledger/database"
import { once } from "../ledger/idempotency"
import { findTransaction, giveNumber, readGiven, takeHostNumbers } from "./document-numbers.sql"

export interface GiveDocumentNumber {
  /** As answers name it ("order_12", "item_345"), or the host's id of an order, a capture or a refund. */
  readonly transactionId: string
  /** Null takes it off. */
  readonly number: string | null
  readonly kind?: DocumentNumberKind | undefined
  readonly issuedOn?: string | undefined
  readonly context: ChangeContext
  /** The same key twice gives it once. */
  readonly idempotencyKey?: string | undefined
}

/** What a transaction's paper is called now. */
export interface DocumentNumberOutcome {
  readonly document_number: DocumentNumberView | null
  /** False when it had this very number already. */
  readonly changed: boolean
}

interface FoundTransaction {
  readonly document_id: string | null
  readonly open_item_id: string | null
  readonly kind: string
}

interface GivenRow {
  readonly number: string | null
  readonly kind: DocumentNumberKind | null
  readonly issued_on: string | null
  readonly source: "given" | "host"
  readonly cause: string
  readonly actor_type: string
  readonly actor_id: string | null
  readonly recorded_at: string
}

/** Numbers that other programs gave to the papers of transactions: an invoice's, a credit note's. No money moves by them. */
export class DocumentNumbers {
  constructor(private readonly database: Database) {}

  /** Gives a transaction its number. @throws transaction_not_found | idempotency_key_reused */
  async give(input: GiveDocumentNumber): Promise<DocumentNumberOutcome> {
    const { transactionId, number, kind, issuedOn, context, idempotencyKey: key } = input
    const content = [transactionId, number, kind, issuedOn]
    return once(this.database, { operation: "document_number", key, content }, async (session) => {
      const found = await transactionOf(session, transactionId)
      const given =
        number === null ? null : { number, kind: kind ?? kindOf(found), issued_on: issuedOn ?? null }
      const written = await session.run(giveNumber, [
        found.document_id,
        found.open_item_id,
        given?.number ?? null,
        given?.kind ?? null,
        given?.issued_on ?? null,
        context.cause,
        context.actor.type,
        context.actor.id,
      ])
      return { document_number: given, changed: written.length > 0 }
    })
  }

  /** What a transaction was given, the newest first. @throws transaction_not_found */
  async history(transactionId: string): Promise<GivenDocumentNumberView[]> {
    return this.database.snapshot(async (session) => {
      const { document_id: document, open_item_id: item } = await transactionOf(session, transactionId)
      const rows = await session.run<GivenRow>(readGiven, [document, item])
      return rows.map(({ number, kind, issued_on, actor_type, actor_id, ...row }) => ({
        document_number: number === null || kind === null ? null : { number, kind, issued_on },
        source: row.source,
        cause: row.cause,
        actor: { type: actor_type, id: actor_id },
        recorded_at: row.recorded_at,
      }))
    })
  }
}

/** Keeps what the host's rows of an order say, in the transaction that reads it. */
export async function keepHostNumbers(
  session: Session,
  orderId: string,
  numbers: readonly HostNumber[],
): Promise<void> {
  await session.run(takeHostNumbers, [
    orderId,
    numbers.map(({ key }) => key),
    numbers.map(({ number }) => number),
  ])
}

async function transactionOf(session: Session, name: string): Promise<FoundTransaction> {
  const [, of, number] = /^(order|item)_(\d{1,18})$/.exec(name) ?? []
  const isOwn = number !== undefined
  const [found] = await session.run<FoundTransaction>(findTransaction, [
    of === "order" ? number : null,
    of === "item" ? number : null,
    isOwn ? null : name,
    isOwn ? [] : [keyOf("capture", name), keyOf("refund", name)],
  ])
  if (!found) throw transactionNotFound(name)
  return found
}

const CREDITED: ReadonlySet<string> = new Set(["refund", "credit"])

const kindOf = ({ kind }: FoundTransaction): DocumentNumberKind =>
  CREDITED.has(kind) ? "credit_note" : "invoice"

export function transactionNotFound(name: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "transaction_not_found",
    message: `The ledger has no transaction ${name.slice(0, 60)}.`,
    ids: { transaction_id: name.slice(0, 60) },
    remedy:
      "Send the id of a transaction from a list (order_12, item_345), or the host's id of an order, a capture or a refund that the ledger has read.",
  })
}

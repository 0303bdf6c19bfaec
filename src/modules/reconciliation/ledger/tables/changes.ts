import { int4, int8, nullable, text, wordOf, type Column, type Json } from "./column"
import { tableOf } from "./table"

/** The journal's entry of a change; its moment and its transaction are the database's. */
export interface JournalEntry {
  readonly accountId: bigint
  readonly documentId: bigint | null
  readonly kind: string
  readonly cause: string
  readonly idempotencyKey: string | null
  readonly requestHash: string | null
  readonly actorType: "system" | "user" | "api-key"
  readonly actorId: string | null
  readonly reason: string | null
  /** The run that it belongs to; null of what nothing but itself set off. */
  readonly runId: bigint | null
  /** The change that it undoes. */
  readonly undoesChangeId: bigint | null
  /** What a plan for an account could not place, and why. */
  readonly leftover: Json
}

const json: Column<Json, Json> = {
  type: "jsonb",
  nullable: true,
  toJson: (value) => value,
  fromRow: (stored) => stored,
}

export const changes = tableOf<JournalEntry>()("reconciliation_change", {
  accountId: int8,
  documentId: nullable(int8),
  kind: text,
  cause: text,
  idempotencyKey: nullable(text),
  requestHash: nullable(text),
  actorType: wordOf<JournalEntry["actorType"]>(),
  actorId: nullable(text),
  reason: nullable(text),
  runId: nullable(int8),
  undoesChangeId: nullable(int8),
  leftover: json,
})

/** A matching code that a change opens: of an order, or of an item that belongs to none. */
export interface OpenedCode {
  readonly rank: number
  readonly documentId: bigint | null
  readonly openItemId: bigint | null
}

export const codes = tableOf<OpenedCode>()("reconciliation_matching_sequence", {
  rank: int4,
  documentId: nullable(int8),
  openItemId: nullable(int8),
})

import type { Proposal } from "../domain/allocate/strategy"
import type { DocumentHistory, Problem } from "../domain/document-state"
import type { OpenItem, Origin } from "../domain/open-item"
import type { CodeOwner } from "../domain/sequence"
import type { CodeSettings } from "./options"
import { storedTaxes, type Account, type Document } from "./rows"

/** Who changes the ledger, and why. */
export interface ChangeContext {
  readonly actor: { readonly type: "system" | "user" | "api-key"; readonly id: string | null }
  /** What set it off: an event's name, a route, a job. */
  readonly cause: string
  readonly reason?: string | undefined
}

/** A change as planned: everything the one writing statement needs. */
export interface PlannedChange {
  readonly account: Account
  readonly document?: Document | undefined
  readonly kind: "ingest" | "deposit" | "reconcile_order" | "reconcile_account"
  readonly context: ChangeContext
  readonly idempotency?: { readonly key: string; readonly requestHash: string } | undefined
  /** New items; their ids are −1, −2 … in this order. */
  readonly items: readonly OpenItem[]
  readonly proposals: readonly Proposal[]
  readonly origin: Origin
  readonly codes: CodeSettings
  /** What the read of the host has seen that this change comes from. */
  readonly read?: HostRead | undefined
  readonly leftover?: readonly {
    readonly itemId: string
    readonly amount: string
    readonly because: string
  }[]
}

/** How far a read of the host has seen an order. */
export interface HostRead {
  /** When the host had answered; a read begun before that is superseded. */
  readonly readUntil: string
  /** The last moment of the order's life. */
  readonly stateAt: string | null
  readonly hostVersion: number
  readonly seen: DocumentHistory["seen"]
  readonly problems: readonly Problem[]
}

/** The matching codes a change opens: their ranks follow each other. */
interface OpenedCodes {
  readonly owners: readonly CodeOwner[]
  readonly firstRank: number
}

/** A change as the parameters of write_change, in their order. */
export function columnsOf(change: PlannedChange, codes: OpenedCodes): unknown[] {
  return [
    ...journalColumns(change),
    change.items.length,
    ...itemColumns(change.items),
    ...counterColumns(change.proposals),
    ...allocationColumns(change),
    ...codeColumns(codes),
    touchedDocuments(change),
    codes.owners.length === 0 ? 0 : codes.firstRank + codes.owners.length,
    ...(change.read ? readColumns(change.read) : NOT_READ),
  ]
}

/** What a read has seen, as the last parameters of write_change and of mark_read. */
export function readColumns({ readUntil, stateAt, hostVersion, seen, problems }: HostRead): unknown[] {
  return [readUntil, stateAt, hostVersion, seen.order, seen.money, seen.taxes, JSON.stringify(problems)]
}

const NOT_READ = [null, null, null, null, null, null, null]

function journalColumns({
  account,
  document,
  kind,
  context,
  idempotency,
  leftover,
}: PlannedChange): unknown[] {
  return [
    account.id,
    document?.id ?? null,
    kind,
    context.cause,
    idempotency?.key ?? null,
    idempotency?.requestHash ?? null,
    context.actor.type,
    context.actor.id,
    context.reason ?? null,
    leftover && leftover.length > 0 ? JSON.stringify(leftover) : null,
  ]
}

function itemColumns(items: readonly OpenItem[]): unknown[][] {
  return [
    items.map((item) => item.documentId),
    items.map((item) => item.side),
    items.map((item) => item.kind),
    items.map((item) => item.key),
    items.map((item) => item.sequence),
    items.map((item) => item.lineKey),
    items.map((item) => item.position),
    items.map((item) => item.title),
    items.map((item) => item.reference),
    items.map((item) => item.method),
    items.map((item) => storedTaxes(item.taxes)),
    items.map((item) => item.occurredAt),
    items.map((item) => item.occurredOn),
    items.map((item) => item.dueOn),
    items.map((item) => item.amount),
    items.map((item) => item.allocated),
  ]
}

/** New items are written with their counter; only those that stand already have one to move. */
function counterColumns(proposals: readonly Proposal[]): unknown[][] {
  const moves = new Map<bigint, bigint>()
  for (const { credit, debit, amount } of proposals) {
    for (const { id } of [credit, debit]) if (id > 0n) moves.set(id, (moves.get(id) ?? 0n) + amount)
  }
  return [[...moves.keys()], [...moves.values()]]
}

function allocationColumns({ proposals, origin }: PlannedChange): unknown[][] {
  return [
    proposals.map(({ credit }) => credit.id),
    proposals.map(({ debit }) => debit.id),
    proposals.map(({ amount }) => amount),
    proposals.map(() => origin),
    proposals.map(({ rule }) => rule),
    proposals.map((_, index) => index + 1),
    proposals.map(({ creditOpenBefore }) => creditOpenBefore),
    proposals.map(({ debitOpenBefore }) => debitOpenBefore),
    proposals.map(({ credit, debit }) => laterDay(credit, debit)),
  ]
}

function laterDay(one: OpenItem, other: OpenItem): string {
  return one.occurredOn > other.occurredOn ? one.occurredOn : other.occurredOn
}

function codeColumns({ owners, firstRank }: OpenedCodes): unknown[][] {
  return [
    owners.map((_, index) => firstRank + index),
    owners.map((owner) => ("documentId" in owner ? owner.documentId : null)),
    owners.map((owner) => ("itemId" in owner ? owner.itemId : null)),
  ]
}

/** Documents whose version moves; the one that was read is marked by itself. */
function touchedDocuments({ items, proposals, document, read }: PlannedChange): bigint[] {
  const touched = new Set<bigint>(document ? [document.id] : [])
  for (const { documentId } of items) if (documentId !== null) touched.add(documentId)
  for (const { credit, debit } of proposals) {
    for (const { documentId } of [credit, debit]) if (documentId !== null) touched.add(documentId)
  }
  if (document && read) touched.delete(document.id)
  return [...touched].toSorted((one, other) => (one < other ? -1 : 1))
}

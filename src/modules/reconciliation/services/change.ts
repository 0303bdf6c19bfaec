import type { Proposal } from "../domain/allocate/strategy"
import type { DocumentHistory, ExpectedCredit, Problem } from "../domain/document-state"
import { openAmount, type OpenItem, type Origin } from "../domain/open-item"
import type { Release } from "../domain/release"
import type { CodeOwner } from "../domain/sequence"
import type { CodeSettings } from "./options"
import { planColumns, type PlanChange } from "./plan-change"
import { storedParts, storedTaxes, type Account, type Document } from "./rows"

/** Who changes the ledger, and why. */
export interface ChangeContext {
  readonly actor: { readonly type: "system" | "user" | "api-key"; readonly id: string | null }
  /** What set it off: an event's name, a route, a job. */
  readonly cause: string
  readonly reason?: string | undefined
}

export type ChangeKind =
  | "ingest"
  | "deposit"
  | "reconcile_account"
  | "edit"
  | "plan"
  | "instalment"
  | "reversal"
  | "write_off"
  | "transfer"

/** A change as planned: everything the one writing statement needs. */
export interface PlannedChange {
  readonly account: Account
  readonly document?: Document | undefined
  readonly kind: ChangeKind
  readonly context: ChangeContext
  /** A repeated request is known by its key, or by its hash alone where the state names it already. */
  readonly idempotency?: { readonly key: string | null; readonly requestHash: string } | undefined
  /** New items; their ids are −1, −2 … in this order. */
  readonly items: readonly OpenItem[]
  /** Allocations taken back before the new ones are made. */
  readonly releases?: readonly Release[] | undefined
  readonly proposals: readonly Proposal[]
  /** The day before which no allocation counts; without one it is the later of its two items' days. */
  readonly on?: string | undefined
  readonly origin: Origin
  readonly codes: CodeSettings
  /** The order's plan of payments, where the change makes or changes one. */
  readonly plan?: PlanChange | undefined
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
  readonly expected: readonly ExpectedCredit[]
}

/** The matching codes a change opens: their ranks follow each other. */
interface OpenedCodes {
  readonly owners: readonly CodeOwner[]
  readonly firstRank: number
}

/** A change as the parameters of write_change or write_change_with_plan, in their order. */
export function columnsOf(change: PlannedChange, codes: OpenedCodes): unknown[] {
  return [
    ...journalColumns(change),
    change.items.length,
    ...itemColumns(change.items),
    ...counterColumns(change),
    ...allocationColumns(change),
    ...codeColumns(codes),
    touchedDocuments(change),
    codes.owners.length === 0 ? 0 : codes.firstRank + codes.owners.length,
    ...(change.read ? readColumns(change.read) : NOT_READ),
    change.items.map(({ glAccount = null }) => glAccount),
    ...(change.plan ? planColumns(change.plan) : []),
  ]
}

/** What a read has seen, as parameters of write_change and of mark_read. */
export function readColumns({
  readUntil,
  stateAt,
  hostVersion,
  seen,
  problems,
  expected,
}: HostRead): unknown[] {
  const credits = expected.map(({ lineKey, amount }) => ({ line: lineKey, amount: amount.toString() }))
  const marks = [seen.order, seen.money, seen.taxes]
  return [readUntil, stateAt, hostVersion, ...marks, JSON.stringify(problems), JSON.stringify(credits)]
}

const NOT_READ = Array.from({ length: 8 }, () => null)

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
    items.map((item) => storedParts(item.taxesAllocated)),
  ]
}

/** New items are written with their counter; only those that stand already have one to move. */
function counterColumns(change: PlannedChange): unknown[][] {
  const moves = [...movesOf(change).values()]
  return [
    moves.map(({ item }) => item.id),
    moves.map(({ amount }) => amount),
    moves.map(({ taxes }) => storedParts(taxes)),
  ]
}

const negated = (amount: bigint): bigint => -amount

interface Move {
  readonly item: OpenItem
  /** What is added to its counter; negative where more is released than allocated. */
  readonly amount: bigint
  /** What its counter of taxes becomes. */
  readonly taxes: readonly bigint[]
}

function movesOf({ releases = [], proposals }: PlannedChange): Map<bigint, Move> {
  const moves = new Map<bigint, Move>()
  const move = (item: OpenItem, amount: bigint, taxes: readonly bigint[]): void => {
    if (item.id < 0n) return
    const moved = moves.get(item.id) ?? { item, amount: 0n, taxes: item.taxesAllocated }
    moves.set(item.id, {
      item,
      amount: moved.amount + amount,
      taxes: item.taxes.map((_, rate) => (moved.taxes[rate] ?? 0n) + (taxes[rate] ?? 0n)),
    })
  }
  for (const { credit, debit, allocation } of releases) {
    move(credit, -allocation.amount, allocation.creditTaxes.map(negated))
    move(debit, -allocation.amount, allocation.debitTaxes.map(negated))
  }
  for (const { credit, debit, amount, creditTaxes, debitTaxes } of proposals) {
    move(credit, amount, creditTaxes)
    move(debit, amount, debitTaxes)
  }
  return moves
}

/**
 * What is taken back stands before what is made; a release has the day on which it is made. What is put
 * again after releases, or by hand, is not dated before them, or both would stand on the days between.
 */
function allocationColumns({
  releases = [],
  proposals,
  origin,
  on: notBefore = "",
}: PlannedChange): unknown[][] {
  const earliest = [notBefore, ...releases.map(({ on }) => on)]
  const rows = [
    ...releases.map(({ allocation, credit, debit, rule, on }) => ({
      credit,
      debit,
      amount: allocation.amount,
      rule,
      creditOpenBefore: openAmount(credit),
      debitOpenBefore: openAmount(debit),
      creditTaxes: allocation.creditTaxes,
      debitTaxes: allocation.debitTaxes,
      instalmentId: allocation.instalmentId,
      releases: allocation.id,
      on: [laterDay(credit, debit), on].toSorted().at(-1),
    })),
    ...proposals.map((proposal) => ({
      ...proposal,
      releases: null,
      on: [laterDay(proposal.credit, proposal.debit), ...earliest].toSorted().at(-1),
    })),
  ]
  return [
    rows.map(({ credit }) => credit.id),
    rows.map(({ debit }) => debit.id),
    rows.map(({ amount }) => amount),
    rows.map(() => origin),
    rows.map(({ rule }) => rule),
    rows.map((_, index) => index + 1),
    rows.map(({ creditOpenBefore }) => creditOpenBefore),
    rows.map(({ debitOpenBefore }) => debitOpenBefore),
    rows.map(({ creditTaxes }) => storedParts(creditTaxes)),
    rows.map(({ debitTaxes }) => storedParts(debitTaxes)),
    rows.map(({ instalmentId }) => instalmentId),
    rows.map((row) => row.releases),
    rows.map(({ on }) => on),
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
function touchedDocuments({ items, releases = [], proposals, document, read }: PlannedChange): bigint[] {
  const touched = new Set<bigint>(document ? [document.id] : [])
  for (const { documentId } of items) if (documentId !== null) touched.add(documentId)
  for (const { credit, debit } of [...releases, ...proposals]) {
    for (const { documentId } of [credit, debit]) if (documentId !== null) touched.add(documentId)
  }
  if (document && read) touched.delete(document.id)
  return [...touched].toSorted((one, other) => (one < other ? -1 : 1))
}

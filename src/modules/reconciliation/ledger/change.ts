import type { Proposal } from "../domain/allocation/strategy"
import type { DocumentHistory, ExpectedCredit, Problem } from "../domain/posting/document-state"
import { daysOfAllocation, daysOfRelease } from "../domain/allocation/dating"
import { isKeyOf } from "../domain/key"
import { isOnAccount, openAmount, type OpenItem, type Origin } from "../domain/open-item"
import type { Release } from "../domain/allocation/release"
import type { CodeOwner } from "../domain/allocation/sequence"
import type { CodeSettings } from "../settings/options"
import { newAllocations, type NewAllocation } from "./tables/allocations"
import {
  changes as journalTable,
  codes as codeTable,
  type JournalEntry,
  type OpenedCode,
} from "./tables/changes"
import type { Json } from "./tables/column"
import { openItems } from "./tables/open-items"
import { dueDates, type DueDate } from "./tables/due-dates"
import { instalmentEvents, instalments as instalmentTable, type NewInstalment } from "./tables/instalments"
import { givenTerms, type GivenTerms } from "./tables/terms"
import { writeChange, writeChangeWithMore } from "./write-change.sql"
import type { Call } from "./database"
import type { PlanChange } from "./change-of-plan"
import type { Account, Document } from "./rows"
import { TypedTexts } from "./typed-texts"

/** Who changes the ledger, and why. */
export interface ChangeContext {
  readonly actor: { readonly type: "system" | "user" | "api-key"; readonly id: string | null }
  /** What set it off: an event's name, a route, a job. */
  readonly cause: string
  readonly reason?: string | undefined
  /** The run that sets it off. */
  readonly runId?: bigint | undefined
}

export type ChangeKind =
  | "ingest"
  | "deposit"
  | "reconcile_account"
  | "edit"
  | "deletion"
  | "undo"
  | "plan"
  | "instalment"
  | "reversal"
  | "write_off"
  | "transfer"
  | "move"
  | "pay_back"
  | "terms"
  | "withdrawal"
  | "confirmation"
  | "repair"
  | "opening_balance"

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
  /** Counters that are brought back to the sums of their rows, which stand as they are. */
  readonly recounts?: readonly Recount[] | undefined
  /** The day before which no allocation counts; without one it is the later of its two items' days. */
  readonly on?: string | undefined
  readonly origin: Origin
  readonly codes: CodeSettings
  /** The order's plan of payments, where the change makes or changes one. */
  readonly plan?: PlanChange | undefined
  /** Days on which items that stand fall due from now on. */
  readonly dueDates?: readonly DueDate[] | undefined
  /** The terms of payment that the order has from now on. */
  readonly terms?: GivenTerms | undefined
  /** What the read of the host has seen that this change comes from. */
  readonly read?: HostRead | undefined
  /** The change that it undoes. */
  readonly undoes?: bigint | undefined
  readonly leftover?: readonly {
    readonly itemId: string
    readonly amount: string
    readonly because: string
  }[]
}

/** By how much the counter of an item is off, and what it counts of each tax when it is right; null where it has none. */
export interface Recount {
  readonly itemId: bigint
  readonly moved: bigint
  readonly taxes: readonly bigint[] | null
}

/** A change that moves amounts between items that stand, and does nothing else: several are written at once. */
export type PlannedMoves = Pick<
  PlannedChange,
  "account" | "kind" | "releases" | "proposals" | "on" | "origin" | "codes" | "undoes" | "leftover"
> & { readonly context: Omit<ChangeContext, "reason"> }

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

/** The first change of an order whose document holds nothing yet, as a read of the host shows it: several are written at once. */
export interface Opening extends Pick<
  PlannedChange,
  "account" | "items" | "proposals" | "origin" | "codes" | "plan" | "dueDates" | "terms"
> {
  readonly document: Document
  readonly context: Omit<ChangeContext, "reason">
  readonly read: HostRead
  /** When the sweep must read it again whatever the host's marks say. */
  readonly recheckAt: string | null
}

/** A change as it stands in the ledger. */
export interface WrittenChange {
  readonly id: bigint
  readonly accountVersion: number
  /** Ids of the new items, in their order. */
  readonly itemIds: readonly bigint[]
}

/** The matching codes a change opens: their ranks follow each other. */
export interface OpenedCodes {
  readonly owners: readonly CodeOwner[]
  readonly firstRank: number
}

/** The statement that writes a change, and its parameters: a list of records for each table, and scalars. */
export function writingOf(change: PlannedChange, codes: OpenedCodes): Call {
  const { read, plan, items, account, terms } = change
  const texts = new TypedTexts(account.id)
  const due = dueDatesOf(change)
  const parameters = [
    journalTable.json(journalEntryOf(change, texts)),
    openItems.jsonOf(items.map((item) => withNamedReference(item, texts))),
    JSON.stringify(countersOf(change)),
    newAllocations.jsonOf(allocationsOf(change)),
    codeTable.jsonOf(openedCodesOf(codes)),
    touchedDocuments(change),
    codes.owners.length === 0 ? 0 : codes.firstRank + codes.owners.length,
    read ? JSON.stringify(readRecordOf(read)) : null,
  ]
  if (!plan && due.length === 0 && !terms && texts.isEmpty) return { statement: writeChange, parameters }
  const more = [...planParametersOf(plan, texts), dueDates.jsonOf(due)]
  const given = givenTerms.jsonOf(terms ? [terms] : [])
  return { statement: writeChangeWithMore, parameters: [...parameters, ...more, texts.json(), given] }
}

function planParametersOf(plan: PlanChange | undefined, texts: TypedTexts): unknown[] {
  const { number = null, events = [] } = plan ?? {}
  const noted = events.map((event) => ({ ...event, note: texts.nameOrNull(event.note) }))
  return [number, instalmentTable.jsonOf(numberedInstalments(plan, texts)), instalmentEvents.jsonOf(noted)]
}

/** The new instalments of a plan, each with its place in it. */
export const numberedInstalments = (plan: PlanChange | undefined, texts: TypedTexts): NewInstalment[] =>
  (plan?.instalments ?? []).map((planned, index) => ({
    ...planned,
    number: index + 1,
    reference: texts.nameOrNull(planned.reference),
  }))

/** The reference of money on account, of opening balances, of what was paid back and of what was taken back a person typed; any other is the host's own name. */
export function withNamedReference(item: OpenItem, texts: TypedTexts): OpenItem {
  // What closes an opening balance that goes to another account repeats its memo.
  const isOfNoOrder = item.documentId === null && item.lineKey !== null
  const isTyped = isOnAccount(item) || isOfNoOrder || item.reversalKind || isKeyOf("payBack", item.key)
  if (!isTyped) return item
  return { ...item, reference: texts.nameOf(item.reference) }
}

/** New items bring the day on which they fall due with them. */
export function dueDatesOf({
  items,
  dueDates: set = [],
}: Pick<PlannedChange, "items" | "dueDates">): readonly DueDate[] {
  const brought = items.flatMap(({ id, dueOn }) => (dueOn === null ? [] : [{ openItemId: id, dueOn }]))
  return [...brought, ...set]
}

/** What a read has seen, as write_change and mark_read take it. */
export function readRecordOf({
  readUntil,
  stateAt,
  hostVersion,
  seen,
  problems,
  expected,
}: HostRead): Record<string, unknown> {
  return {
    read_at: readUntil,
    state_at: stateAt,
    host_version: hostVersion,
    seen_order: seen.order,
    seen_money: seen.money,
    seen_taxes: seen.taxes,
    problems,
    expected: expected.map(({ lineKey, amount }) => ({ line: lineKey, amount: amount.toString() })),
  }
}

export function journalEntryOf(
  { account, document, kind, context, idempotency, undoes, leftover = [] }: PlannedChange,
  texts: TypedTexts,
): JournalEntry {
  return {
    accountId: account.id,
    documentId: document?.id ?? null,
    kind,
    cause: context.cause,
    idempotencyKey: idempotency?.key ?? null,
    requestHash: idempotency?.requestHash ?? null,
    actorType: context.actor.type,
    actorId: context.actor.id,
    reason: texts.nameOrNull(context.reason),
    runId: context.runId ?? null,
    undoesChangeId: undoes ?? null,
    leftover: leftover.length > 0 ? leftover : null,
  }
}

/** New items are written with their counter; only those that stand already have one to move. */
export function countersOf(change: PlannedChange): Record<string, Json>[] {
  const counters = [...movesOf(change).values()].map(({ item, amount, taxes }) => ({
    id: item.id.toString(),
    moved: amount.toString(),
    taxes: openItems.columns.taxesAllocated.toJson(taxes),
  }))
  return change.recounts ? [...counters, ...change.recounts.map(recounted)] : counters
}

const recounted = ({ itemId, moved, taxes }: Recount): Record<string, Json> => ({
  id: itemId.toString(),
  moved: moved.toString(),
  taxes: openItems.columns.taxesAllocated.toJson(taxes ?? []),
})

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

/** What is taken back stands before what is made. */
export function allocationsOf({ releases = [], proposals, origin, on }: PlannedChange): NewAllocation[] {
  const takenBack = releases.map((release, index) => {
    const { allocation, credit, debit, rule } = release
    const { occurredOn, accountingOn } = daysOfRelease(release)
    return {
      creditItemId: allocation.creditItemId,
      debitItemId: allocation.debitItemId,
      amount: allocation.amount,
      origin,
      rule,
      step: index + 1,
      creditOpenBefore: openAmount(credit),
      debitOpenBefore: openAmount(debit),
      creditTaxes: allocation.creditTaxes,
      debitTaxes: allocation.debitTaxes,
      instalmentId: allocation.instalmentId,
      releases: allocation.id,
      occurredOn,
      accountingOn,
    }
  })
  const made = proposals.map((proposal, index) => {
    const { occurredOn, accountingOn } = daysOfAllocation(proposal, { releases, notBefore: on })
    return {
      creditItemId: proposal.credit.id,
      debitItemId: proposal.debit.id,
      amount: proposal.amount,
      origin,
      rule: proposal.rule,
      step: releases.length + index + 1,
      creditOpenBefore: proposal.creditOpenBefore,
      debitOpenBefore: proposal.debitOpenBefore,
      creditTaxes: proposal.creditTaxes,
      debitTaxes: proposal.debitTaxes,
      instalmentId: proposal.instalmentId,
      releases: null,
      occurredOn,
      accountingOn,
    }
  })
  return [...takenBack, ...made]
}

export function openedCodesOf({ owners, firstRank }: OpenedCodes): OpenedCode[] {
  return owners.map((owner, index) => ({
    rank: firstRank + index,
    documentId: "documentId" in owner ? owner.documentId : null,
    openItemId: "itemId" in owner ? owner.itemId : null,
  }))
}

/** Documents whose version moves; the one that was read is marked by itself. */
export function touchedDocuments(change: PlannedChange): bigint[] {
  const { document, read } = change
  return documentsOf(change).filter((id) => !read || id !== document?.id)
}

/** All documents whose state a change may move, ascending. */
export function documentsOf({ items, releases = [], proposals, document }: PlannedChange): bigint[] {
  const touched = new Set<bigint>(document ? [document.id] : [])
  for (const { documentId } of items) if (documentId !== null) touched.add(documentId)
  for (const { credit, debit } of [...releases, ...proposals]) {
    for (const { documentId } of [credit, debit]) if (documentId !== null) touched.add(documentId)
  }
  return [...touched].toSorted((one, other) => (one < other ? -1 : 1))
}

import { candidateOf } from "../domain/allocation/candidate"
import type { Candidate, Proposal } from "../domain/allocation/strategy"
import type { Allocation, OpenItem } from "../domain/open-item"
import type { Release } from "../domain/allocation/release"
import { planUndo, writeOffKindOf } from "../domain/write-offs/write-off"
import { loadItems } from "../ledger/load-document.sql"
import { loadLiveAllocations } from "../items/load-money.sql"
import { planUndoOfPart } from "../domain/write-offs/cash-discount"
import { findPostings } from "./find"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { change } from "../ledger/envelope"
import { lockAccountById, type LoadedDocument } from "../ledger/documents"
import { locatedItemOf } from "../items/located-item"
import type { CodeSettings } from "../settings/options"
import { lockOrder, type AccountPlace } from "../ledger/lock"
import type { Request } from "../ledger/idempotency"
import { allocationOf, openItemOf, type AllocationRow, type OpenItemRow } from "../ledger/rows"
import { candidatesOf, settleAgain } from "../orders/settle-document"
import { alreadyUndone, writeOffNotFound, writtenOffElsewhere } from "./refusals"
import type { StrategyOfChannel } from "../settings/strategies"

export interface UndoInput {
  readonly id: string
  readonly reason: string
  readonly occurredAt: string
  readonly occurredOn: string
  readonly context: ChangeContext
  readonly codes: CodeSettings
  readonly strategyOf: StrategyOfChannel
  readonly request: Request
}

/** A write-off that stands, with what it is about, locked. */
interface StandingWriteOff extends AccountPlace {
  readonly loaded: LoadedDocument | null
  /** One item, or each part of a cash discount. */
  readonly undone: readonly OpenItem[]
}

/**
 * Undoes a write-off: its allocations are released and a counter item stands against it, or against each part of a cash
 * discount, so that what it had settled is open again, and open to whatever can settle it now.
 *
 * @throws write_off_not_found | write_off_undone | write_off_moved
 */
export async function undoWriteOff(session: Session, input: UndoInput): Promise<void> {
  await change<StandingWriteOff, void>(session, {
    context: { ...input.context, reason: input.reason },
    codes: input.codes,
    request: input.request,
    lock: async () => lockWriteOff(session, input.id),
    plan: async ({ loaded, undone }) => {
      const releases = await releasesOf(session, undone, { loaded, on: input.occurredOn })
      const planned = await planOf(session, undone, { releases, loaded, input })
      return {
        change: { kind: "write_off", ...planned, releases, origin: "manual" },
        answer: () => undefined,
      }
    },
  })
}

async function lockWriteOff(session: Session, id: string): Promise<StandingWriteOff> {
  const [found] = await findPostings(session, id)
  if (!found) throw writeOffNotFound(id)
  const { accountId, orderId } = locatedItemOf(found)
  const locked = orderId === null ? undefined : await lockOrder(session, orderId)
  const account = locked?.account ?? (await lockAccountById(session, accountId))
  if (account.id !== accountId) throw writtenOffElsewhere(id)
  const posted = (await findPostings(session, id)).map(openItemOf)
  if (posted.some(({ sequence }) => sequence > 1)) throw alreadyUndone(id)
  const known = new Map(locked?.loaded.items.map((item) => [item.id, item]))
  return {
    account,
    loaded: locked?.loaded ?? null,
    undone: posted.map((item) => known.get(item.id) ?? item),
  }
}

async function releasesOf(
  session: Session,
  undone: readonly OpenItem[],
  { loaded, on }: { loaded: LoadedDocument | null; on: string },
): Promise<Release[]> {
  const allocations: Allocation[] = []
  for (const { id } of undone) {
    // oxlint-disable-next-line no-await-in-loop -- a discount has as many parts as its order has open lines
    allocations.push(...(await session.run<AllocationRow>(loadLiveAllocations, [id])).map(allocationOf))
  }
  const known = new Map<bigint, OpenItem>(
    [...(loaded?.items ?? []), ...undone].map((item) => [item.id, item]),
  )
  const ids = allocations.flatMap((one) => [one.creditItemId, one.debitItemId]).filter((id) => !known.has(id))
  if (ids.length > 0) {
    for (const row of await session.run<OpenItemRow>(loadItems, [ids]))
      known.set(BigInt(row.id), openItemOf(row))
  }
  return allocations.map((allocation) => ({
    allocation,
    credit: itemIn(known, allocation.creditItemId),
    debit: itemIn(known, allocation.debitItemId),
    rule: "write_off_undone",
    on,
    counts: "from_then_on",
  }))
}

function itemIn(known: ReadonlyMap<bigint, OpenItem>, id: bigint): OpenItem {
  const item = known.get(id)
  if (!item) throw new Error(`item ${id} vanished`)
  return item
}

interface Undoing {
  readonly releases: readonly Release[]
  readonly loaded: LoadedDocument | null
  readonly input: UndoInput
}

async function planOf(
  session: Session,
  undone: readonly OpenItem[],
  { releases, loaded, input }: Undoing,
): Promise<{ items: OpenItem[]; proposals: Proposal[] }> {
  const candidates = loaded ? candidatesOf(loaded, releases) : []
  const planned = undone.map((item, place) =>
    counterOf(freedOf(item, candidates), { firstId: -BigInt(place + 1), input }),
  )
  const { strategyOf, context } = input
  const settled = loaded ? await settleAgain(session, { loaded, candidates, strategyOf, context }) : []
  return {
    items: planned.map(({ item }) => item),
    proposals: [...planned.flatMap(({ proposals }) => proposals), ...settled],
  }
}

function freedOf(undone: OpenItem, candidates: readonly Candidate[]): Candidate {
  return (
    candidates.find(({ item }) => item.id === undone.id) ??
    Object.assign(candidateOf(undone, { placedAt: undone.occurredAt, placedOn: undone.occurredOn }), {
      open: undone.amount,
    })
  )
}

function counterOf(
  freed: Candidate,
  { firstId, input }: { firstId: bigint; input: UndoInput },
): { item: OpenItem; proposals: readonly Proposal[] } {
  const { item: undone } = freed
  const when = {
    occurredAt: input.occurredAt < undone.occurredAt ? undone.occurredAt : input.occurredAt,
    occurredOn: input.occurredOn < undone.occurredOn ? undone.occurredOn : input.occurredOn,
  }
  if (undone.kind === "cash_discount") {
    const { item, proposal } = planUndoOfPart(freed, { ...when, firstId })
    return { item, proposals: [proposal] }
  }
  return planUndo(freed, {
    ...when,
    kind: writeOffKindOf(undone),
    glAccount: undone.glAccount ?? null,
  })
}

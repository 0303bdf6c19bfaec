import { candidateOf } from "../domain/allocation/candidate"
import type { Candidate, Proposal } from "../domain/allocation/strategy"
import { keyOf } from "../domain/key"
import type { OpenItem } from "../domain/open-item"
import type { Release } from "../domain/allocation/release"
import { planUndo, writeOffKindOf } from "../domain/write-offs/write-off"
import { loadItems } from "../ledger/load-document.sql"
import { loadLiveAllocations } from "../items/load-money.sql"
import { loadWriteOff } from "./statements.sql"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { change } from "../ledger/envelope"
import { lockAccountById, type LoadedDocument } from "../ledger/documents"
import { locatedItemOf, type LocatedItemRow } from "../items/located-item"
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
  readonly undone: OpenItem
}

/**
 * Undoes a write-off: its allocations are released and a counter item stands against it, so that what it
 * had settled is open again, and open to whatever can settle it now.
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
      const { item, proposals } = await planOf(session, undone, { releases, loaded, input })
      return {
        change: { kind: "write_off", items: [item], releases, proposals, origin: "manual" },
        answer: () => undefined,
      }
    },
  })
}

async function lockWriteOff(session: Session, id: string): Promise<StandingWriteOff> {
  const [found] = await session.run<LocatedItemRow>(loadWriteOff, [keyOf("writeOff", id)])
  if (!found) throw writeOffNotFound(id)
  const { accountId, orderId } = locatedItemOf(found)
  const locked = orderId === null ? undefined : await lockOrder(session, orderId)
  const account = locked?.account ?? (await lockAccountById(session, accountId))
  if (account.id !== accountId) throw writtenOffElsewhere(id)
  const [first, ...later] = await session.run<LocatedItemRow>(loadWriteOff, [keyOf("writeOff", id)])
  if (!first) throw writeOffNotFound(id)
  if (later.length > 0) throw alreadyUndone(id)
  const original = locked?.loaded.items.find(({ key, sequence }) => key === found.key && sequence === 1)
  return { account, loaded: locked?.loaded ?? null, undone: original ?? openItemOf(first) }
}

async function releasesOf(
  session: Session,
  undone: OpenItem,
  { loaded, on }: { loaded: LoadedDocument | null; on: string },
): Promise<Release[]> {
  const allocations = (await session.run<AllocationRow>(loadLiveAllocations, [undone.id])).map(allocationOf)
  const known = new Map<bigint, OpenItem>([...(loaded?.items ?? []), undone].map((item) => [item.id, item]))
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
  undone: OpenItem,
  { releases, loaded, input }: Undoing,
): Promise<{ item: OpenItem; proposals: Proposal[] }> {
  const candidates = loaded ? candidatesOf(loaded, releases) : []
  const freed: Candidate =
    candidates.find(({ item }) => item.id === undone.id) ??
    Object.assign(candidateOf(undone, { placedAt: undone.occurredAt, placedOn: undone.occurredOn }), {
      open: undone.amount,
    })
  const { item, proposals } = planUndo(freed, {
    kind: writeOffKindOf(undone),
    occurredAt: input.occurredAt < undone.occurredAt ? undone.occurredAt : input.occurredAt,
    occurredOn: input.occurredOn < undone.occurredOn ? undone.occurredOn : input.occurredOn,
    glAccount: undone.glAccount ?? null,
  })
  const { strategyOf, context } = input
  const settled = loaded ? await settleAgain(session, { loaded, candidates, strategyOf, context }) : []
  return { item, proposals: [...proposals, ...settled] }
}

import type { RebuildView } from "../../../types/http"
import { planWithdrawal, type WithdrawPlan } from "../domain/posting/withdraw"
import { ReconciliationError } from "../domain/errors"
import { loadAround } from "../edits/around"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { change } from "../ledger/envelope"
import { lockOrder } from "../ledger/lock"
import { forgetReads } from "../runs/withdraw.sql"
import type { CodeSettings } from "../settings/options"
import type { StrategyOfChannel } from "../settings/strategies"
import { recountsOfItems, renderItems, unlistItems } from "./repair"

export interface RebuildAsked {
  readonly orderId: string
  readonly context: ChangeContext
  readonly expectedVersion?: number | undefined
}

interface Terms {
  readonly codes: CodeSettings
  readonly strategyOf: StrategyOfChannel
  /** The day of it in the accounting time zone. */
  readonly on: string
}

export interface TakenOff extends Pick<RebuildView, "released" | "taken_back"> {
  /** How many items the order had. */
  readonly stood: number
}

/**
 * Takes back all that was posted of an order, so that what the host shows can be posted from its beginning: counters that are
 * off are counted again first, then every allocation is released and each item gets its opposite. Nothing is deleted.
 *
 * @throws order_not_read | version_stale | order_not_rebuildable
 */
export async function takeOff(session: Session, asked: RebuildAsked, terms: Terms): Promise<TakenOff> {
  const place = await lockOrder(session, asked.orderId)
  const isMended = await mendCounters(
    session,
    { ...asked, documentId: place.loaded.document.id, accountId: place.account.id },
    terms,
  )
  const made: { plan?: WithdrawPlan; stood: number } = { stood: 0 }
  const { expectedVersion, context } = asked
  await change(session, {
    context,
    codes: terms.codes,
    // Mending has asked for it, and has moved it.
    expectedVersion: isMended ? undefined : expectedVersion,
    lock: async () => lockOrder(session, asked.orderId),
    plan: async ({ loaded: { document, items } }) => {
      const { candidates, live, movedAway } = await loadAround(session, [document.id], [])
      const { orderId, placedAt, placedOn } = document
      const plan = planWithdrawal({
        documentId: document.id,
        orderId,
        placedAt,
        placedOn,
        items,
        known: new Map(candidates.map(({ item }) => [item.id, item])),
        live,
        movedAway,
        strategy: terms.strategyOf(document.salesChannelId).allocate,
        on: terms.on,
      })
      if ("stays" in plan) throw notRebuildable(orderId, plan.stays)
      made.plan = plan
      made.stood = items.length
      const isEmpty = plan.items.length + plan.releases.length + plan.proposals.length === 0
      return {
        change: isEmpty ? null : { kind: "withdrawal", ...plan, on: terms.on, origin: "manual" },
        answer: () => undefined,
      }
    },
  })
  await session.run(forgetReads, [place.loaded.document.id])
  return {
    stood: made.stood,
    released: made.plan?.releases.length ?? 0,
    taken_back: made.plan?.items.length ?? 0,
  }
}

interface Of {
  readonly documentId: bigint
  readonly accountId: bigint
}

/** What is off would be refused by the database when it is taken back. */
async function mendCounters(
  session: Session,
  { documentId, accountId, orderId, context, expectedVersion }: RebuildAsked & Of,
  { codes }: Terms,
): Promise<boolean> {
  const { candidates } = await loadAround(session, [documentId], [])
  const counted = await recountsOfItems(
    session,
    candidates.map(({ item }) => item.id.toString()),
  )
  const recounts = counted.filter(({ moved }) => moved !== 0n)
  if (recounts.length === 0) return false
  await unlistItems(session, { id: accountId }, recounts)
  await change(session, {
    context,
    codes,
    expectedVersion,
    lock: async () => lockOrder(session, orderId),
    plan: async ({ account }) => ({
      change: {
        kind: "repair",
        items: [],
        proposals: [],
        origin: "manual",
        recounts,
      },
      answer: async () => {
        const ids = recounts.map(({ itemId }) => itemId.toString())
        await renderItems(session, account.id, ids)
      },
    }),
  })
  return true
}

function notRebuildable(orderId: string, why: string): ReconciliationError {
  const because: Readonly<Record<string, string>> = {
    instalment_bound: "money of it fulfils planned payments",
    order_moved: "money of it is settled in another account",
    not_by_hand: "it has a write-off, a reversal or a pay-back that stands as a whole",
  }
  return new ReconciliationError({
    type: "conflict",
    code: "order_not_rebuildable",
    message: `Order ${orderId.slice(0, 60)} cannot be taken off as a whole: ${because[why] ?? why}.`,
    ids: { order_id: orderId.slice(0, 60), reason: why },
    remedy: "Undo that first, on the page of the order; then build it anew.",
  })
}

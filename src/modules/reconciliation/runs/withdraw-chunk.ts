import { planWithdrawal, type WithdrawPlan } from "../domain/posting/withdraw"
import { isMoneyIn } from "../domain/open-item"
import { loadAround } from "../edits/around"
import type { Session } from "../ledger/database"
import { findDocument, lockAccountById, type LoadedDocument } from "../ledger/documents"
import { change } from "../ledger/envelope"
import { lockAccounts } from "../ledger/lock-account.sql"
import { accountOf, type Account, type AccountRow } from "../ledger/rows"
import type { CodeSettings } from "../settings/options"
import type { StrategyOfChannel } from "../settings/strategies"
import { Tally } from "./tally"
import type { Chunk, OrderLeftRecord, Undone } from "./types"
import { accountsOfOrders, forgetReads, loadPosted } from "./withdraw.sql"

interface PostedRow {
  order_id: string
  change_id: string
  planned: boolean
  moved: boolean
  followed: boolean
  changed: boolean
}

interface Withdrawing {
  readonly undoes: Omit<Undone, "ofOrders">
  /** The day of it in the accounting time zone. */
  readonly on: string
  readonly codes: CodeSettings
  readonly strategyOf: StrategyOfChannel
}

/** Takes back what a back-fill posted of the orders of a chunk, each wholly or not at all. */
export async function withdrawChunk(session: Session, chunk: Chunk, terms: Withdrawing): Promise<Tally> {
  const { undoes } = terms
  const owners = await session.run<{ account_id: string }>(accountsOfOrders, [chunk.orderIds])
  const locked = await session.run<AccountRow>(lockAccounts, [owners.map(({ account_id: id }) => id)])
  const accounts = new Map(locked.map(accountOf).map((account) => [account.id, account]))
  const posted = await session.run<PostedRow>(loadPosted, [undoes.runId, chunk.orderIds])
  const tally = new Tally()
  for (const row of posted) {
    // oxlint-disable-next-line no-await-in-loop -- each order has its journal entry
    const loaded = await findDocument(session, row.order_id)
    if (!loaded) continue
    const account = accounts.get(loaded.document.accountId)
    // One that went into another account between the look at the accounts and their lock is not held.
    const stays = account
      ? // oxlint-disable-next-line no-await-in-loop -- each order has its journal entry
        await withdraw(session, { chunk, row, loaded, account, tally }, terms)
      : "order_moved"
    if (stays)
      tally.left.push({ order_id: row.order_id, display_id: loaded.document.displayId, reason: stays })
    // A code that was opened by the way has taken the account's next rank.
    // oxlint-disable-next-line no-await-in-loop -- each order has its journal entry
    else if (account) accounts.set(account.id, await lockAccountById(session, account.id))
  }
  return tally
}

type Reason = OrderLeftRecord["reason"]

function standingInTheWay({ planned, moved, followed, changed }: PostedRow, cascade: boolean): Reason | null {
  if (moved) return "order_moved"
  if (followed) return "followed"
  if (planned) return "instalment_bound"
  return changed && !cascade ? "changed" : null
}

interface OrderOfChunk {
  readonly chunk: Chunk
  readonly row: PostedRow
  readonly loaded: LoadedDocument
  readonly account: Account
  readonly tally: Tally
}

/** @returns why the order stays; null when it was taken back */
async function withdraw(
  session: Session,
  { chunk, row, loaded, account, tally }: OrderOfChunk,
  { undoes, on, codes, strategyOf }: Withdrawing,
): Promise<Reason | null> {
  const why = standingInTheWay(row, undoes.cascade)
  if (why) return why
  const { document, items } = loaded
  const { candidates, live, movedAway } = await loadAround(session, [document.id], [])
  const plan = planWithdrawal({
    documentId: document.id,
    orderId: document.orderId,
    placedAt: document.placedAt,
    placedOn: document.placedOn,
    items,
    known: new Map(candidates.map(({ item }) => [item.id, item])),
    live,
    movedAway,
    strategy: strategyOf(document.salesChannelId).allocate,
    on,
  })
  if ("stays" in plan) return plan.stays
  await change(session, {
    context: chunk.context,
    codes,
    lock: async () => ({ account, loaded }),
    plan: async () => ({
      change: { kind: "withdrawal", ...plan, on, origin: "manual", undoes: BigInt(row.change_id) },
      answer: () => undefined,
    }),
  })
  await session.run(forgetReads, [document.id])
  count(tally, account, plan)
  return null
}

function count(tally: Tally, account: Account, { releases }: WithdrawPlan): void {
  const moved = releases.reduce(
    (sum, { credit, allocation }) => (isMoneyIn(credit) ? sum + allocation.amount : sum),
    0n,
  )
  if (releases.length > 0) tally.put(releases)
  else tally.changed += 1
  tally.money(account, 0n, -moved)
}

import { randomUUID } from "node:crypto"
import { candidateOf, itemAfter } from "../domain/allocation/candidate"
import { byOccurrence } from "../domain/allocation/order-of"
import type { Candidate, Proposal } from "../domain/allocation/strategy"
import { isLineCredit, isMoneyIn, type OpenItem } from "../domain/open-item"
import type { OwnerType } from "../domain/owner"
import type { Session } from "../ledger/database"
import { lockAccountById } from "../ledger/documents"
import { change, type DraftedChange } from "../ledger/envelope"
import type { Request } from "../ledger/idempotency"
import { loadOpenItemsOfAccount } from "../ledger/load-account.sql"
import type { AccountPlace } from "../ledger/lock"
import { lockOwned } from "../ledger/owners"
import { openItemOf, type Account, type OpenItemRow } from "../ledger/rows"
import { viewOrder } from "../orders/order-view"
import type { CodeSettings } from "../settings/options"
import type { WriteOffSettings } from "../settings/write-off-options"
import { itemOf } from "../payments/record-deposit"
import { planOrder, type Purse } from "./plan-order"
import { looksRecorded } from "./refusals"
import { findLookalike } from "./statements.sql"
import type { Lookalike, MoneyReceived, PaidOrder, Payment, RecordedMoney } from "./types"
import { wantedOrders, type WantedOrder } from "./wanted"

interface Recording {
  /** The day in the accounting time zone, and the moment. */
  readonly today: string
  readonly now: string
  readonly codes: CodeSettings
  readonly writeOff: WriteOffSettings
  /** Without one it is part of a larger request. */
  readonly request?: Request | undefined
}

/**
 * Records money on an account, puts it on the orders that a person ticked, and decides what becomes of what it does not
 * cover: in one change of the account. Without money, what lies unapplied there is put on them.
 *
 * @throws account_not_found | version_stale | payment_looks_recorded, and what wantedOrders and planOrder throw
 */
export async function recordMoney(
  session: Session,
  payment: Payment,
  recording: Recording,
): Promise<RecordedMoney> {
  const { context, version, account: owner } = payment
  return change<AccountPlace, RecordedMoney>(session, {
    context,
    codes: recording.codes,
    request: recording.request,
    expectedVersion: version,
    lock: async () => ({
      account:
        typeof owner === "bigint"
          ? await lockAccountById(session, owner)
          : (await lockOwned(session, owner)).account,
    }),
    plan: async ({ account }) => {
      const planned = await planPayment(session, account, { payment, recording })
      return {
        change: draftOf(payment, planned),
        answer: (written) => ({ ...planned, ...settledItem(planned, written?.itemIds[0]), written }),
      }
    },
  })
}

interface PlannedPayment extends Omit<RecordedMoney, "written"> {
  readonly items: readonly OpenItem[]
}

const settledItem = ({ item }: PlannedPayment, id: bigint | undefined): { item: OpenItem | null } => ({
  item: item && { ...item, id: id ?? item.id },
})

function draftOf({ money }: Payment, { items, proposals }: PlannedPayment): DraftedChange | null {
  if (items.length + proposals.length === 0) return null
  return { kind: money ? "deposit" : "reconcile_account", items, proposals, origin: "manual" }
}

async function planPayment(
  session: Session,
  account: Account,
  { payment, recording }: { payment: Payment; recording: Recording },
): Promise<PlannedPayment> {
  const { money, context } = payment
  const lookalike = money && (await lookalikeOf(session, account, money))
  if (money && lookalike && !money.confirmed) throw looksRecorded(money, lookalike, account)
  const wanted = await wantedOrders(session, account, payment)
  const received =
    money &&
    candidateIn(itemOf({ ...money, reference: money.reference ?? `deposit:${money.name}` }, money.name))
  const unapplied = payment.useUnapplied ? await unappliedOn(session, account) : []
  const purse: Purse = {
    account,
    credits: [...unapplied, ...(received ? [received] : [])],
    context,
    settings: recording.writeOff,
    occurredAt: money?.occurredAt ?? recording.now,
    occurredOn: money?.occurredOn ?? recording.today,
    newName: randomUUID,
    items: received ? [received.item] : [],
  }
  const proposals: Proposal[] = []
  const orders: PaidOrder[] = []
  for (const one of wanted) {
    // oxlint-disable-next-line no-await-in-loop -- each order is looked at before it is touched
    const before = await standingOf(session, one, recording.today)
    const planned = planOrder(purse, one)
    proposals.push(...planned.proposals)
    orders.push({ ...before, ...planned, decided: one.difference !== null })
  }
  const used = unapplied.reduce((sum, { item, open }) => sum + item.amount - item.allocated - open, 0n)
  const [, ...givenUp] = received ? purse.items : [null, ...purse.items]
  const item = received && itemAfter(received)
  return {
    account,
    item,
    items: [...(item ? [item] : []), ...givenUp.filter((one) => one !== null)],
    orders,
    proposals,
    unappliedUsed: used,
    lookalike,
  }
}

async function standingOf(
  session: Session,
  { loaded: { document } }: WantedOrder,
  today: string,
): Promise<Pick<PaidOrder, "orderId" | "documentId" | "before">> {
  const before = await viewOrder(session, document.orderId, today)
  if (!before) throw new Error(`order ${document.orderId} vanished`)
  return { orderId: document.orderId, documentId: document.id, before }
}

const candidateIn = (item: OpenItem): Candidate =>
  candidateOf(item, { placedAt: item.occurredAt, placedOn: item.occurredOn })

/** What lies unapplied on an account, money and credit of its orders, oldest first. */
async function unappliedOn(session: Session, { id }: Account): Promise<Candidate[]> {
  const rows = await session.run<OpenItemRow & { order_id: string | null }>(loadOpenItemsOfAccount, [id])
  return rows
    .map((row) => {
      const item = openItemOf(row)
      return candidateOf(item, {
        placedAt: item.occurredAt,
        placedOn: item.occurredOn,
        orderId: row.order_id,
      })
    })
    .filter(({ item }) => isMoneyIn(item) || isLineCredit(item))
    .toSorted(byOccurrence)
}

interface LookalikeRow {
  id: string
  account_id: string
  owner_type: OwnerType
  customer_id: string
  occurred_on: string
}

/** Money without a reference of its own looks like any other. */
async function lookalikeOf(
  session: Session,
  account: Account,
  { amount, method, reference }: MoneyReceived,
): Promise<Lookalike | null> {
  if (reference === null) return null
  const [row] = await session.run<LookalikeRow>(findLookalike, [
    amount,
    method,
    account.currencyCode,
    reference,
    account.id,
  ])
  if (!row) return null
  const { id: itemId, account_id: accountId, customer_id: customerId, occurred_on: occurredOn } = row
  return { itemId, accountId, ownerType: row.owner_type, customerId, occurredOn }
}

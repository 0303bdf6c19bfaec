import { candidateOf } from "../domain/allocation/candidate"
import type { Candidate, Proposal } from "../domain/allocation/strategy"
import type { Reach } from "../domain/reversals/holdings"
import type { Allocation, OpenItem } from "../domain/open-item"
import {
  nextReversal,
  planReversal,
  postedBy,
  type ReversalOnAccount,
  type ReversedMoney,
} from "../domain/reversals/reverse"
import { loadAllocations } from "../ledger/load-document.sql"
import { loadLiveAllocations } from "../items/load-money.sql"
import type { Session } from "../ledger/database"
import { findMoney, isItemId } from "../items/find-money"
import { findDocument, type LoadedDocument } from "../ledger/documents"
import { change } from "../ledger/envelope"
import type { AccountPlace } from "../ledger/lock"
import type { LocatedItem } from "../items/located-item"
import { lockPaymentChain, type MoneyInAccount } from "./payment-chain"
import type { CodeSettings } from "../settings/options"
import type { ReversalKind, ReversalRequest } from "./reversal-types"
import type { Request } from "../ledger/idempotency"
import { reversedAmountOf } from "./reversed-amount"
import { allocationOf, type Account, type AllocationRow } from "../ledger/rows"
import { candidatesOf, settleAgain } from "../orders/settle-document"
import type { StrategyOfChannel } from "../settings/strategies"

export interface ReversalSettings {
  readonly codes: CodeSettings
  readonly strategyOf: StrategyOfChannel
}

export interface ReversalOutcome {
  readonly money: LocatedItem
  readonly account: Account
  /** The id of the reversal, for example 12.1. */
  readonly id: string
  /** Every account it posted on. */
  readonly accountIds: readonly bigint[]
}

/**
 * Takes money back that the payer or the bank took back: what it had paid is owed again, line by line. The
 * host knows one capture, whatever accounts its money went to, so by that name all of it is meant; and so it is by the
 * item that money on account came as.
 *
 * @throws payment_not_found | not_reversible | mistake_of_host | nothing_to_reverse | reversal_too_large |
 *   reversal_before_payment | amount_malformed …
 */
export async function reverseMoney(
  session: Session,
  request: ReversalRequest,
  settings: ReversalSettings,
): Promise<ReversalOutcome> {
  const found = await findMoney(session, request.paymentId)
  const chain = await lockPaymentChain(session, found.item, {
    whole: !isItemId(request.paymentId) || isDepositAsItCame(found.item),
  })
  const { accounts } = chain
  const money = chain.members.find(({ item }) => item.id === found.item.id) ?? found
  const account = accounts.get(money.accountId)
  if (!account) throw new Error(`account ${money.accountId} is not locked`)
  const documents = await documentsOf(session, chain.orderIds)
  const candidates = new Map(documents.map((loaded) => [loaded.document.id, candidatesOf(loaded)]))
  const homes = new Map(documents.map(({ document }) => [document.id, document]))
  const wanted = chain.wanted.map((one) => reversedOf(one, candidates))
  const amount = await reversedAmountOf(session, request, { item: money.item, account, chain, wanted })
  const number = nextReversal(chain.reversals)
  const plans = planReversal({
    chain: wanted,
    number,
    amount,
    homeOf: (documentId) => (documentId === null ? undefined : homes.get(documentId)),
    description: descriptionOf(request, money),
    reach: await reachOf(session, documents, chain.wanted),
  })
  const input = { request, settings, accounts, documents, candidates }
  for (const [index, plan] of inOrder(plans).entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one account after the other, as they are locked
    await writeOn(session, plan, { ...input, first: index === 0 })
  }
  const id = `${money.item.id}.${number}`
  return { money, account, id, accountIds: plans.map((plan) => plan.accountId) }
}

/** What people recorded has no other name for all of it than the item that it came as. */
const isDepositAsItCame = ({ kind, originItemId = null }: OpenItem): boolean =>
  kind === "deposit" && originItemId === null

function reversedOf(
  { item, accountId, settled, earlier }: MoneyInAccount,
  candidates: ReadonlyMap<bigint, Candidate[]>,
): ReversedMoney {
  return {
    money: candidateIn(candidates, item),
    accountId,
    settled: settled.map(({ item: debit, amount }) => ({ debit, amount })),
    earlier,
  }
}

const inOrder = (plans: readonly ReversalOnAccount[]): ReversalOnAccount[] =>
  plans.toSorted((one, other) => (one.accountId < other.accountId ? -1 : 1))

export function reversalRequestOf(input: Omit<ReversalRequest, "occurredAt" | "occurredOn">): Request & {
  readonly key: string
} {
  const { paymentId, kind, amount, reference, reason, statedAt, idempotencyKey: key } = input
  return { operation: "reverse", key, content: [paymentId, kind, amount, reference, reason, statedAt] }
}

/** Orders as they stand under the locks. */
async function documentsOf(session: Session, orderIds: readonly string[]): Promise<LoadedDocument[]> {
  const documents: LoadedDocument[] = []
  for (const orderId of orderIds) {
    // oxlint-disable-next-line no-await-in-loop -- a payment rarely comes to more than a few orders
    const loaded = await findDocument(session, orderId)
    if (loaded) documents.push(loaded)
  }
  return documents
}

/** Everything that settles anything on these orders, and what the money settles on none. */
async function reachOf(
  session: Session,
  documents: readonly LoadedDocument[],
  wanted: readonly MoneyInAccount[],
): Promise<Reach> {
  const allocations = new Map<bigint, Allocation>()
  const statements = [
    ...documents.map(({ document }) => ({ statement: loadAllocations, id: document.id })),
    ...wanted.map(({ item }) => ({ statement: loadLiveAllocations, id: item.id })),
  ]
  for (const { statement, id } of statements) {
    // oxlint-disable-next-line no-await-in-loop -- as many as there are orders
    const rows = await session.run<AllocationRow>(statement, [id])
    for (const allocation of rows.map(allocationOf)) allocations.set(allocation.id, allocation)
  }
  const items = [
    ...documents.flatMap((loaded) => loaded.items),
    ...wanted.flatMap(({ settled }) => settled.map(({ item }) => item)),
    // What it has reopened of debts without an order is in no order's items.
    ...wanted.flatMap(({ earlier }) => earlier.filter(({ documentId }) => documentId === null)),
  ]
  const byId = new Map(items.map((item) => [item.id, item]))
  return { items: [...byId.values()], allocations: [...allocations.values()] }
}

/** The money as its order's candidates know it, or as one of its own when it has nothing open there. */
function candidateIn(candidates: ReadonlyMap<bigint, Candidate[]>, item: OpenItem): Candidate {
  const known = item.documentId === null ? undefined : candidates.get(item.documentId)
  return (
    known?.find((one) => one.item.id === item.id) ??
    candidateOf(item, { placedAt: item.occurredAt, placedOn: item.occurredOn })
  )
}

const TITLES: Readonly<Record<ReversalKind, string>> = {
  chargeback: "Chargeback",
  bounced_cheque: "Bounced cheque",
  direct_debit_return: "Direct debit returned",
  mistake: "Recorded by mistake",
  other: "Payment taken back",
}

function descriptionOf(
  { kind, reference, occurredAt, occurredOn }: ReversalRequest,
  { item }: LocatedItem,
): Parameters<typeof planReversal>[0]["description"] {
  return {
    kind,
    title: TITLES[kind],
    reference: reference ?? item.reference,
    occurredAt,
    occurredOn,
  }
}

interface Writing {
  readonly request: ReversalRequest
  readonly settings: ReversalSettings
  readonly accounts: ReadonlyMap<bigint, Account>
  readonly documents: readonly LoadedDocument[]
  readonly candidates: ReadonlyMap<bigint, Candidate[]>
  readonly first: boolean
}

/** Posts the reversal on one account, and lets credit that lies on its orders settle what is owed again. */
async function writeOn(
  session: Session,
  { accountId, items, proposals }: ReversalOnAccount,
  { request, settings, accounts, documents, candidates, first }: Writing,
): Promise<void> {
  const account = accounts.get(accountId)
  if (!account) throw new Error(`account ${accountId} is not locked`)
  const touched = documents.filter(
    ({ document }) =>
      document.accountId === accountId && items.some(({ item }) => item.documentId === document.id),
  )
  const [only, ...others] = touched
  await change<AccountPlace, void>(session, {
    context: { ...request.context, reason: request.reason },
    codes: settings.codes,
    request: first ? reversalRequestOf(request) : undefined,
    lock: async () => ({ account, loaded: others.length === 0 ? only : undefined }),
    plan: async () => {
      const settled: Proposal[] = [...proposals]
      for (const loaded of touched) {
        const { document } = loaded
        const own = items.filter(({ item }) => item.documentId === document.id)
        const all = [...(candidates.get(document.id) ?? []), ...own]
        const settling = {
          loaded,
          candidates: all,
          strategyOf: settings.strategyOf,
          context: request.context,
        }
        // oxlint-disable-next-line no-await-in-loop -- a payment rarely pays more than a few orders
        settled.push(...(await settleAgain(session, settling)))
      }
      return {
        change: { kind: "reversal", items: postedBy(items), proposals: settled, origin: "manual" },
        answer: () => undefined,
      }
    },
  })
}

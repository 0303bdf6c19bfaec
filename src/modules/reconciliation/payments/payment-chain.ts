import type { OpenItem } from "../domain/open-item"
import { originOf, partsOfName } from "../domain/key"
import { loadPaymentChain, loadPartners, loadReach, loadReversals } from "../items/load-money.sql"
import type { Session } from "../ledger/database"
import { partnerOf, type PartnerRow } from "../items/find-money"
import { lockAccountById } from "../ledger/documents"
import { locatedItemOf, type LocatedItem, type LocatedItemRow } from "../items/located-item"
import { openItemOf, type Account, type OpenItemRow } from "../ledger/rows"

/** Money in one account, with what it settles there and what its own reversals posted. */
export interface MoneyInAccount extends LocatedItem {
  readonly settled: readonly (LocatedItem & { amount: bigint })[]
  readonly earlier: readonly OpenItem[]
}

/** A payment or deposit, wherever it went with its order. */
export interface PaymentChain {
  /** As it came. */
  readonly came: OpenItem
  /** As it came and as it went on from account to account, in that order. */
  readonly members: readonly LocatedItem[]
  /** What is asked for: one of the members, or all of them. */
  readonly wanted: readonly MoneyInAccount[]
  /** What reversals of any member posted, oldest first. */
  readonly reversals: readonly OpenItem[]
  /** The orders that it has come to, by what it paid or by credits of what it had paid. */
  readonly orderIds: readonly string[]
  /** Locked: of what is asked for and of every order that it has come to. */
  readonly accounts: ReadonlyMap<bigint, Account>
}

/**
 * Locks the accounts of some money and those of every order that it has come to, in order of id, and reads it as it
 * then stands. Should it come to pay an order of yet another account meanwhile, that one is locked late;
 * PostgreSQL ends the rare deadlock and the transaction is tried again.
 */
export async function lockPaymentChain(
  session: Session,
  named: OpenItem,
  { whole }: { whole: boolean },
): Promise<PaymentChain> {
  const accounts = new Map<bigint, Account>()
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- until nothing new is found under the locks
    const { wanted, ...chain } = await readPaymentChain(session, named, whole)
    // oxlint-disable-next-line no-await-in-loop -- until nothing new is found under the locks
    const reach = await session.run<{ order_id: string; account_id: string }>(loadReach, [ordersOf(wanted)])
    const homes = reach.map(({ account_id: id }) => BigInt(id))
    const touched = [...wanted.flatMap(({ accountId, home }) => [accountId, home]), ...homes]
    const missing = [...new Set(touched)].filter((id) => !accounts.has(id)).toSorted(ascending)
    const orderIds = reach.map(({ order_id: id }) => id)
    if (missing.length === 0) return { ...chain, wanted, accounts, orderIds }
    // oxlint-disable-next-line no-await-in-loop -- locks are taken one by one, in ascending order
    for (const id of missing) accounts.set(id, await lockAccountById(session, id))
  }
}

async function readPaymentChain(
  session: Session,
  named: OpenItem,
  whole: boolean,
): Promise<Omit<PaymentChain, "accounts" | "orderIds">> {
  const members = await membersOf(session, named)
  const ids = members.map(({ item }) => item.id.toString())
  const reversals = (await session.run<OpenItemRow>(loadReversals, [ids])).map(openItemOf)
  const wanted: MoneyInAccount[] = []
  for (const one of members.filter(({ item }) => whole || item.id === named.id)) {
    // oxlint-disable-next-line no-await-in-loop -- an order seldom changes hands more than once
    const partners = await session.run<PartnerRow>(loadPartners, [one.item.id])
    const earlier = reversals.filter(({ reversesItemId }) => reversesItemId === one.item.id)
    wanted.push({ ...one, settled: partners.map(partnerOf), earlier })
  }
  return { came: members[0]?.item ?? named, members, wanted, reversals }
}

function ordersOf(wanted: readonly MoneyInAccount[]): string[] {
  const located = wanted.flatMap((one): LocatedItem[] => [one, ...one.settled])
  return [...new Set(located.flatMap(({ orderId }) => (orderId === null ? [] : [orderId])))]
}

/** Money as it came and as it went on, oldest first. */
export async function membersOf(session: Session, item: OpenItem): Promise<LocatedItem[]> {
  return (await session.run<LocatedItemRow>(loadPaymentChain, [item.originItemId ?? item.id])).map(
    locatedItemOf,
  )
}

/** Key and sequence under which money came, whatever account it is in now. */
export function nameOf(item: OpenItem): [string, number] {
  const origin = originOf(item)
  const { key, sequence } = origin === null ? item : partsOfName(origin)
  return [key, sequence]
}

const ascending = (one: bigint, other: bigint): number => (one < other ? -1 : 1)

import type { AccountEffect, MoneyEffects, OrderEffect } from "../../../types/http"
import type { Session } from "../ledger/database"
import { standingOfAccount, type AccountStanding } from "./account-view"

/** As many orders as a person looks through before saying yes. */
const MOST_ORDERS = 20

/** How some accounts stand, to be compared with how they stand later in the same transaction. */
export type Standings = ReadonlyMap<bigint, AccountStanding>

/** Reads how some accounts stand; what is not locked may change while something else is done. */
export async function standingsOf(
  session: Session,
  accountIds: Iterable<bigint>,
  today: string,
): Promise<Standings> {
  const standings = new Map<bigint, AccountStanding>()
  for (const id of new Set(accountIds)) {
    // oxlint-disable-next-line no-await-in-loop -- an act touches one account or two
    standings.set(id, await standingOfAccount(session, id, today))
  }
  return standings
}

/** What became of accounts and of their orders: the orders that differ, at most 20, in the order in which they were placed. */
export async function effectsSince(
  session: Session,
  before: Standings,
  today: string,
): Promise<MoneyEffects> {
  const after = await standingsOf(session, before.keys(), today)
  const pairs = [...before].flatMap(([id, was]) => {
    const is = after.get(id)
    return is ? [{ was, is }] : []
  })
  return {
    accounts: pairs.map(({ was, is }) => accountEffectOf(was, is)),
    orders: pairs.flatMap(({ was, is }) => orderEffectsOf(was, is)).slice(0, MOST_ORDERS),
  }
}

function accountEffectOf(before: AccountStanding, after: AccountStanding): AccountEffect {
  const { id, ownerType, ownerId, currencyCode } = after.account
  return {
    id: id.toString(),
    owner_type: ownerType,
    customer_id: ownerType === "customer" ? ownerId : null,
    currency_code: currencyCode,
    paid_before: before.totals.paid,
    paid_after: after.totals.paid,
    open_before: before.totals.open,
    open_after: after.totals.open,
    unallocated_before: before.totals.unallocated,
    unallocated_after: after.totals.unallocated,
  }
}

function orderEffectsOf(before: AccountStanding, after: AccountStanding): OrderEffect[] {
  const known = new Map(before.orders.map((one) => [one.order.id, one]))
  return after.orders.flatMap((is) => {
    const was = known.get(is.order.id)
    return was && JSON.stringify(was) !== JSON.stringify(is) ? [orderEffectOf(was, is)] : []
  })
}

type Standing = AccountStanding["orders"][number]

function orderEffectOf(before: Standing, after: Standing): OrderEffect {
  const [was, is] = [before.order, after.order]
  return {
    id: is.id,
    display_id: is.display_id,
    state_before: was.state,
    state_after: is.state,
    code_before: was.code,
    code_after: is.code,
    open_before: was.open,
    open_after: is.open,
    unallocated_before: before.unallocated,
    unallocated_after: after.unallocated,
  }
}

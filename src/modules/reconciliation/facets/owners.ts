import type { BroughtView, MembershipChangeView } from "../../../types/http"
import { viewMemberships } from "../accounts/membership-view"
import { dayOf } from "../domain/day"
import { decimalOf } from "../domain/money"
import type { Session } from "../ledger/database"
import { once, type Request } from "../ledger/idempotency"
import { companyNames } from "../ledger/memberships"
import { findCompanies } from "../ledger/memberships.sql"
import { findRoot, type NamedOwner } from "../ledger/owners"
import { holdMemberships } from "../ledger/owners.sql"
import { bring, lockBringing, type Bringing, type Brought } from "../owners/bring"
import { FOLLOWING, followOwner } from "../owners/follow"
import {
  end,
  endRequestOf,
  join,
  joinRequestOf,
  type EndRequest,
  type Joined,
  type JoinRequest,
} from "../owners/join"
import { membersWithMoney, misplacedOrders } from "../owners/owners.sql"
import { Acts, type Acted } from "./acts"
import type { Parts } from "./parts"

/** As many orders as a person looks through before saying yes. */
const MOST_ORDERS = 20
/** How many orders, or members, are looked for at once. */
const PAGE = 200

/** Who is a member of whom, and what that moves. */
export class Owners {
  private readonly acts: Acts

  constructor(private readonly parts: Parts) {
    this.acts = new Acts(parts)
  }

  /**
   * Makes an owner a member of another one: what is open of their orders, and their money on account, is brought to the
   * other's account in every currency, and so is what comes from then on.
   *
   * @throws account_not_found | not_joinable | already_member | membership_circle | company_unnamed |
   *   idempotency_key_reused
   */
  async join(input: JoinRequest): Promise<Acted<MembershipChangeView>> {
    const request = joinRequestOf(input)
    return once(this.parts.database, request, (session) => this.joinIn(session, input, request))
  }

  /** What join would do now. @throws as join */
  async previewJoin(input: JoinRequest): Promise<MembershipChangeView> {
    return this.acts.preview((session) => this.joinIn(session, input))
  }

  /**
   * Ends a membership: what the member's orders have open, and what is left of the money that came by joining, goes back.
   *
   * @throws membership_not_found | membership_ended | idempotency_key_reused
   */
  async end(input: EndRequest): Promise<Acted<MembershipChangeView>> {
    const request = endRequestOf(input)
    return once(this.parts.database, request, (session) => this.endIn(session, input, request))
  }

  /** What end would do now. @throws as end */
  async previewEnd(input: EndRequest): Promise<MembershipChangeView> {
    return this.acts.preview((session) => this.endIn(session, input))
  }

  /**
   * Brings to their accounts what is in others: orders that have nothing open, which no act moves, and what came free on
   * a member's own account since. Each is a transaction, so that it may be cut short and done again.
   *
   * @returns how many were somewhere else
   */
  async follow(): Promise<number> {
    const { database, settings } = this.parts
    const members = await database.run<{ owner_type: NamedOwner["type"]; owner_id: string }>(
      membersWithMoney,
      [PAGE],
    )
    for (const { owner_type: type, owner_id: id } of members) {
      // oxlint-disable-next-line no-await-in-loop -- each is a transaction of its own
      await database.transaction((session) => this.bringTo(session, { type, id }))
    }
    let moved = members.length
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- each page is looked for when the one before is done
      const orders = await database.run<{ order_id: string }>(misplacedOrders, [PAGE])
      let changed = 0
      for (const { order_id: orderId } of orders) {
        const now = new Date().toISOString()
        // oxlint-disable-next-line no-await-in-loop -- each is a transaction of its own
        const isMoved = await database.transaction((session) => {
          const { matchingCodes: codes, timeZone } = settings
          return followOwner(session, orderId, { codes, timeZone, now })
        })
        if (isMoved) changed += 1
      }
      moved += changed
      if (orders.length < PAGE || changed === 0) return moved
    }
  }

  /** What companies are called, by id. */
  async companyNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return companyNames(this.parts.database, ids)
  }

  /** The ids of companies by a part of the name, or by the id. */
  async findCompanies(q: string, limit: number): Promise<string[]> {
    const rows = await this.parts.database.run<{ id: string }>(findCompanies, [q, limit])
    return rows.map(({ id }) => id)
  }

  private async joinIn(
    session: Session,
    input: JoinRequest,
    request?: Request,
  ): Promise<Acted<MembershipChangeView>> {
    const joined = await join(session, input)
    const { member, since } = joined.membership
    return this.bringing(session, joined, {
      ...this.termsOf(since),
      owner: member,
      to: joined.root,
      came: null,
      context: input.context,
      request,
    })
  }

  private async endIn(
    session: Session,
    input: EndRequest,
    request?: Request,
  ): Promise<Acted<MembershipChangeView>> {
    const left = await end(session, input)
    const { member, since, endedAt } = left.membership
    return this.bringing(session, left, {
      ...this.termsOf(endedAt ?? since),
      owner: member,
      to: member,
      came: { into: left.from, since },
      context: input.context,
      request,
    })
  }

  private async bringing(
    session: Session,
    { membership }: Joined,
    bringing: Bringing,
  ): Promise<Acted<MembershipChangeView>> {
    const place = await lockBringing(session, bringing)
    const accountIds = [...place.accounts.keys()]
    return this.acts.acting<MembershipChangeView>(session, accountIds, async () => {
      const brought = await bring(session, place, bringing)
      const [only] = new Set(brought.map(({ from }) => from.currencyCode))
      return {
        accountIds,
        context: bringing.context,
        tell: async () => {
          const [view] = await viewMemberships(session, [membership], only ?? null)
          if (!view) throw new Error(`membership ${membership.id} vanished`)
          return { membership: view, brought: brought.map(viewOfBrought) }
        },
      }
    })
  }

  /** What is open without an order on the accounts of a member. */
  private async bringTo(session: Session, owner: NamedOwner): Promise<void> {
    await session.run(holdMemberships)
    const bringing = {
      ...this.termsOf(new Date().toISOString()),
      owner,
      to: await findRoot(session, owner),
      came: null,
      context: FOLLOWING,
    }
    await bring(session, await lockBringing(session, bringing), bringing)
  }

  private termsOf(at: string): Pick<Bringing, "at" | "on" | "codes"> {
    const { timeZone, matchingCodes: codes } = this.parts.settings
    return { at, on: dayOf(at, timeZone), codes }
  }
}

function viewOfBrought({ from, to, orders, money, debts }: Brought): BroughtView {
  const { digits, currencyCode } = from
  const sum = (name: "open" | "unallocated"): string =>
    decimalOf(
      orders.reduce((total, order) => total + order[name], 0n),
      digits,
    )
  return {
    currency_code: currencyCode,
    from_account_id: from.id.toString(),
    to_account_id: to.id.toString(),
    order_count: orders.length,
    orders: orders.slice(0, MOST_ORDERS).map(({ id, displayId, open, unallocated }) => ({
      id,
      display_id: displayId,
      open: decimalOf(open, digits),
      unallocated: decimalOf(unallocated, digits),
    })),
    open: sum("open"),
    unallocated: sum("unallocated"),
    money: decimalOf(money, digits),
    debts: decimalOf(debts, digits),
  }
}

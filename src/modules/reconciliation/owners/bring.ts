import { candidateOf } from "../domain/allocation/candidate"
import { openAmount, type OpenItem } from "../domain/open-item"
import { movesKeyOf, planGive } from "../domain/posting/give"
import { closedKeyOf, nameOfItem, originOf, reopenedKeyOf } from "../domain/key"
import { transferOf } from "../domain/posting/transfer"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { findDocument } from "../ledger/documents"
import type { Request } from "../ledger/idempotency"
import { accountIdOf, ownerOfDocument, type NamedOwner } from "../ledger/owners"
import { openItemOf, type Account, type OpenItemRow } from "../ledger/rows"
import { accountIn, lockAccounts } from "../money/accounts"
import { draftOf, laterThan, post } from "../money/move-money"
import { lastMove } from "../money/money.sql"
import { transferDocument } from "../orders/transfer-document"
import type { CodeSettings } from "../settings/options"
import { lastSequences, moneyElsewhere, ordersElsewhere } from "./owners.sql"

/** Whose orders and money are brought to whose account, and when. */
export interface Bringing {
  /** With all their members. */
  readonly owner: NamedOwner
  readonly to: NamedOwner
  /** Also what is left in somebody's account of money that came from theirs since then, ISO in UTC. */
  readonly came: { readonly into: NamedOwner; readonly since: string } | null
  /** ISO in UTC, and its day in the accounting time zone. */
  readonly at: string
  readonly on: string
  readonly context: ChangeContext
  readonly codes: CodeSettings
  /** The journal knows a request by its first change. */
  readonly request?: Request | undefined
}

interface Elsewhere {
  readonly account_id: string
  readonly currency_code: string
  readonly digits: number
}
type OrderElsewhere = Elsewhere & { readonly order_id: string }
type MoneyElsewhere = Elsewhere & OpenItemRow

interface Found {
  readonly orders: readonly OrderElsewhere[]
  readonly money: readonly MoneyElsewhere[]
}

/** What is to be brought, with the accounts that it is in and goes to, all locked. */
export interface PlaceOfBringing extends Found {
  readonly accounts: ReadonlyMap<bigint, Account>
  /** By currency, the account that it goes to. */
  readonly targets: ReadonlyMap<string, bigint>
}

/** What went from one account to another. */
export interface Brought {
  readonly from: Account
  readonly to: Account
  readonly orders: readonly BroughtOrder[]
  /** Minor units of money on account, and of what is owed without an order. */
  money: bigint
  debts: bigint
}

export interface BroughtOrder {
  readonly id: string
  readonly displayId: string
  /** Minor units. */
  readonly open: bigint
  readonly unallocated: bigint
}

/** Finds what is to be brought and locks every account that it touches, in ascending order of id. */
export async function lockBringing(session: Session, bringing: Bringing): Promise<PlaceOfBringing> {
  const seen = await find(session, bringing)
  const touched = [...seen.orders, ...seen.money]
  const targets = new Map<string, bigint>()
  for (const { currency_code: currencyCode, digits } of touched) {
    if (!targets.has(currencyCode)) {
      const { firstRank } = bringing.codes
      // oxlint-disable-next-line no-await-in-loop -- one for each currency
      const id = await accountIdOf(session, { ...bringing.to, currencyCode, digits, firstRank })
      targets.set(currencyCode, id)
    }
  }
  const ids = touched.map(({ account_id: id }) => BigInt(id))
  const accounts = await lockAccounts(session, [...ids, ...targets.values()])
  // What came into an account that is not locked is brought by who brings the rest.
  const isLocked = ({ account_id: id }: Elsewhere): boolean => accounts.has(BigInt(id))
  const { orders, money } = await find(session, bringing)
  return { orders: orders.filter(isLocked), money: money.filter(isLocked), accounts, targets }
}

async function find(session: Session, { owner, to, came }: Bringing): Promise<Found> {
  const names = [owner.type, owner.id, to.type, to.id]
  return {
    orders: await session.run<OrderElsewhere>(ordersElsewhere, names),
    money: await session.run<MoneyElsewhere>(moneyElsewhere, [
      ...names,
      came?.since ?? null,
      came?.into.type ?? null,
      came?.into.id ?? null,
    ]),
  }
}

/**
 * Brings what is open to another account by balanced pairs: each order as a whole, and what belongs to no order item by
 * item. The accounts must be locked.
 */
export async function bring(
  session: Session,
  place: PlaceOfBringing,
  bringing: Bringing,
): Promise<Brought[]> {
  const carrier = new Carrier(session, place, bringing)
  for (const order of place.orders) {
    // oxlint-disable-next-line no-await-in-loop -- each is a change of its own
    await carrier.order(order)
  }
  for (const money of place.money) {
    // oxlint-disable-next-line no-await-in-loop -- each is a change of its own
    await carrier.money(money)
  }
  return carrier.brought()
}

class Carrier {
  private readonly parts = new Map<bigint, Brought & { orders: BroughtOrder[] }>()
  /** Named in the first change alone. */
  private request: Request | undefined

  constructor(
    private readonly session: Session,
    private readonly place: PlaceOfBringing,
    private readonly bringing: Bringing,
  ) {
    this.request = bringing.request
  }

  brought(): Brought[] {
    return [...this.parts.values()]
  }

  async order(found: OrderElsewhere): Promise<void> {
    const loaded = await findDocument(this.session, found.order_id)
    const part = this.partOf(found)
    if (loaded?.document.accountId !== part.from.id) return
    const { at, on, context, codes } = this.bringing
    await transferDocument(this.session, {
      from: part.from,
      to: part.to,
      loaded,
      owner: ownerOfDocument(loaded.document, part.from),
      since: { at, on },
      context,
      codes,
      request: this.named(),
    })
    const open = (side: OpenItem["side"]): bigint =>
      loaded.items.filter((item) => item.side === side).reduce((sum, item) => sum + openAmount(item), 0n)
    const { orderId: id, displayId } = loaded.document
    part.orders.push({ id, displayId, open: open("debit"), unallocated: open("credit") })
  }

  async money(found: MoneyElsewhere): Promise<void> {
    const item = openItemOf(found)
    const part = this.partOf(found)
    const amount = openAmount(item)
    if (item.side === "credit") {
      await this.give(item, part)
      part.money += amount
    } else {
      await this.moveDebt(item, part)
      part.debts += amount
    }
  }

  private async give(item: OpenItem, { from, to }: Brought): Promise<void> {
    const { at, on, context, codes } = this.bringing
    const [last] = await this.session.run<{ number: number }>(lastMove, [movesKeyOf(item)])
    const gift = { amount: openAmount(item), number: (last?.number ?? 0) + 1, ...laterThan(item, { at, on }) }
    const { closed, opened } = planGive(
      candidateOf(item, { placedAt: item.occurredAt, placedOn: item.occurredOn }),
      gift,
    )
    const done = { context, codes, kind: "move" as const }
    await post(this.session, from, { ...draftOf(closed), ...done, request: this.named() })
    await post(this.session, to, { ...draftOf(opened), ...done })
  }

  /** What is owed without an order goes as an order's open rest does. */
  private async moveDebt(item: OpenItem, { from, to }: Brought): Promise<void> {
    const { at, on, context, codes } = this.bringing
    const name = originOf(item) ?? nameOfItem(item)
    const keys = [closedKeyOf(name), reopenedKeyOf(name)]
    const taken = await this.session.run<{ key: string; sequence: number }>(lastSequences, [keys])
    const { closing, proposals, reopened } = transferOf({ items: [item], taken, at, on })
    const done = { context, codes, kind: "move" as const, origin: "auto" as const }
    await post(this.session, from, { ...done, items: closing, proposals, request: this.named() })
    await post(this.session, to, { ...done, items: reopened, proposals: [] })
  }

  private named(): Request | undefined {
    const { request } = this
    this.request = undefined
    return request
  }

  private partOf({ account_id, currency_code }: Elsewhere): Brought & { orders: BroughtOrder[] } {
    const { accounts, targets } = this.place
    const id = BigInt(account_id)
    const to = targets.get(currency_code)
    if (to === undefined) throw new Error(`there is no account in ${currency_code} to bring to`)
    const part = this.parts.get(id) ?? {
      from: accountIn(accounts, id),
      to: accountIn(accounts, to),
      orders: [],
      money: 0n,
      debts: 0n,
    }
    this.parts.set(id, part)
    return part
  }
}

import type { MembershipChangeView } from "../../src/types/http"
import type { JoinRequest, OwnerRef } from "../../src/modules/reconciliation/owners/join"
import type { Ledger } from "./ledger"
import type { ModelOrder } from "./model-shop"
import { MoneyShop } from "./money-shop"

/** Owners who join each other and leave, with orders of A 60 and B 40 and money on account. */
// oxlint-disable-next-line explicit-function-return-type, explicit-module-boundary-types -- it is what it returns
export function ownerShop(open: () => Ledger) {
  const shop = new MoneyShop(open)

  const customer = (id: string): OwnerRef => ({ type: "customer", id })
  const company = (id: string): OwnerRef => ({ type: "company", id })

  const joining = (member: string, of: OwnerRef, more: Partial<JoinRequest> = {}): JoinRequest => ({
    member: customer(member),
    of,
    companyName: "type" in of && of.type === "company" ? `${of.id} Ltd` : null,
    context: shop.context,
    ...more,
  })

  const join = async (member: string, of: OwnerRef): Promise<MembershipChangeView> => {
    const { view } = await open().service.owners.join(joining(member, of))
    await open().service.owners.follow()
    return view
  }

  const leave = async (id: string): Promise<MembershipChangeView> => {
    const { view } = await open().service.owners.end({ id, context: shop.context })
    await open().service.owners.follow()
    return view
  }

  /** The account of an owner in euro, by its id; "" where there is none. */
  const accountOf = async (id: string, type = "customer"): Promise<string> => {
    const [row] = await open().sql<{ id: string }>(
      "select id from reconciliation_account where owner_type = ? and owner_id = ? and currency_code = 'eur'",
      [type, id],
    )
    return row?.id ?? ""
  }

  const totals = async (id: string, type?: string): Promise<string> => shop.totals(await accountOf(id, type))

  const placed = async (customerId: string): Promise<ModelOrder> => {
    const order = shop.order(customerId)
    await shop.tell(order)
    return order
  }

  const capture = async (order: ModelOrder, amount: bigint, number = 0): Promise<void> => {
    order.capture(shop.day(2 + number), amount, number)
    await shop.tell(order)
  }

  const ownerOf = async (orderId: string): Promise<string> => {
    const [row] = await open().sql<{ owner: string }>(
      `select a.owner_id || coalesce(' for ' || d.owner_id, '') as owner
         from reconciliation_document d join reconciliation_account a on a.id = d.account_id where d.order_id = ?`,
      [orderId],
    )
    return row?.owner ?? ""
  }

  /** Until somebody waits for a lock of this database. */
  const waiting = async (tries = 100): Promise<void> => {
    const found = await open().sql(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    )
    if (found.length > 0) return
    if (tries === 0) throw new Error("nobody waits")
    await new Promise((resolve) => setTimeout(resolve, 20))
    await waiting(tries - 1)
  }

  /** Sums over all accounts of some owners, and that nothing in them is broken. */
  const sound = async (...ids: string[]): Promise<void> => {
    const rows = await open().sql<{ id: string }>(
      "select id from reconciliation_account where owner_id = any(?)",
      [ids],
    )
    expect(await shop.broken(...rows.map(({ id }) => id))).toEqual([])
  }

  return {
    shop,
    customer,
    company,
    joining,
    join,
    leave,
    accountOf,
    totals,
    placed,
    capture,
    ownerOf,
    waiting,
    sound,
  }
}

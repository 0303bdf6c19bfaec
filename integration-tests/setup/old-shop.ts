import type { RunView } from "../../src/types/http"
import type { HostOrders, ReadOrders } from "../../src/modules/reconciliation/runs/types"
import { violationsIn } from "./audit"
import type { Ledger } from "./ledger"
import { ModelOrder } from "./model-shop"

const LEAST_DIGITS = 3

/** A store with orders from before the ledger: the host's own list of them, and a reader that tells of them. */
export class OldShop {
  readonly by = { actor: { type: "user", id: "user_ada" }, cause: "test" } as const
  readonly orders = new Map<string, ModelOrder>()
  private made = 0

  constructor(private readonly open: () => Ledger) {}

  /** What of the host's table of orders a back-fill looks at. */
  async build(): Promise<void> {
    await this.open().sql(
      `create table "order" (id text primary key, customer_id text, currency_code text not null, created_at timestamptz not null, deleted_at timestamptz)`,
    )
  }

  /** An order of A 60 and B 40, known to the host alone. */
  async order(customerId: string, { at = this.day(1), currency = "eur" } = {}): Promise<ModelOrder> {
    this.made += 1
    const id = `order_${customerId}_${String(this.made).padStart(LEAST_DIGITS, "0")}`
    const order = new ModelOrder(id, 2, { customerId, currency, lines: [6000n, 4000n], giftCard: 0n, at })
    this.orders.set(id, order)
    await this.open().sql(
      `insert into "order" (id, customer_id, currency_code, created_at) values (?, ?, ?, ?)`,
      [id, customerId, currency, at],
    )
    return order
  }

  /** Orders of each kind: unpaid, paid, paid in part and refunded, lowered after it was paid, cancelled. */
  async several(customerId: string): Promise<ModelOrder[]> {
    const [unpaid, paid, refunded, lowered, canceled] = [
      await this.order(customerId, { at: this.day(1) }),
      await this.order(customerId, { at: this.day(2) }),
      await this.order(customerId, { at: this.day(3) }),
      await this.order(customerId, { at: this.day(4) }),
      await this.order(customerId, { at: this.day(5) }),
    ] as const
    paid.capture(this.day(6), 10_000n, 0)
    refunded.capture(this.day(6), 7000n, 0)
    refunded.refund(this.day(8), { share: 50, payment: 0, credited: true })
    lowered.capture(this.day(7), 10_000n, 0)
    lowered.edit(this.day(9), 1, 1500n)
    canceled.capture(this.day(7), 2500n, 0)
    canceled.cancel(this.day(10))
    return [unpaid, paid, refunded, lowered, canceled]
  }

  day(number: number): string {
    return `2025-01-${String(number).padStart(2, "0")}T09:00:00.000Z`
  }

  readonly read: ReadOrders = async (orderIds) => {
    const { now, hostVersions } = await this.open().service.orders.readMarks(orderIds)
    const found = orderIds.flatMap((id) => this.orders.get(id) ?? [])
    return { histories: found.map((order) => order.read(hostVersions.get(order.id) ?? 0, now)), failures: [] }
  }

  /** What an event does: the order is read and posted. */
  async tell(order: ModelOrder, read: HostOrders["histories"][number] | null = null): Promise<boolean> {
    const [history = read] = read ? [read] : (await this.read([order.id])).histories
    if (!history) throw new Error("the host has no such order")
    const context = { actor: { type: "system", id: null }, cause: "event" } as const
    return (await this.open().service.orders.reconcile(history, { context })).superseded
  }

  async start(customers: string[], more: { limit?: number } = {}): Promise<RunView> {
    return this.open().service.runs.start({
      kind: "backfill",
      scope: { customer_ids: customers, ...more },
      context: this.by,
    })
  }

  async finished(run: RunView, read = this.read): Promise<RunView> {
    while (await this.open().service.runs.work("worker", read));
    return this.open().service.runs.retrieve(run.id)
  }

  /** Items, what settles what, and codes of a customer's orders, by names that depend on neither ids nor customers. */
  async rows(customerId: string): Promise<string[]> {
    const name = (column: string): string => `replace(regexp_replace(${column}, '_\\d{3}', ''), ?, 'cus')`
    const items = await this.open().sql<{ line: string }>(
      `select concat_ws(' ', ${name("d.order_id")}, d.placed_on, d.host_version, ${name("i.key")}, i.sequence, i.side, i.kind, i.amount, i.allocated, i.occurred_on, i.position) as line
         from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
         join reconciliation_account a on a.id = i.account_id where a.owner_id = ? order by d.placed_at, i.id`,
      [customerId, customerId, customerId],
    )
    const moves = await this.open().sql<{ line: string }>(
      `select concat_ws(' ', ${name("c.key")}, c.sequence, '→', ${name("d.key")}, d.sequence, l.amount, l.rule, l.step, l.occurred_on, s.rank) as line
         from reconciliation_live_allocation l join reconciliation_open_item c on c.id = l.credit_item_id
         join reconciliation_open_item d on d.id = l.debit_item_id join reconciliation_account a on a.id = l.account_id
         join reconciliation_document o on o.id = d.document_id
         left join reconciliation_matching_sequence s on s.document_id = d.document_id
        where a.owner_id = ? order by o.placed_at, l.id`,
      [customerId, customerId, customerId],
    )
    return [...items, ...moves].map(({ line }) => line)
  }

  async violations(): Promise<string[]> {
    const accounts = await this.open().sql<{ id: string }>(
      "select id from reconciliation_account order by id",
    )
    const found = await Promise.all(accounts.map(async ({ id }) => violationsIn(this.open(), id)))
    return found.flat()
  }
}

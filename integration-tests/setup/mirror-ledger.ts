import type { AllocationPlanView } from "../../src/types/http"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import type { Ledger } from "./ledger"
import { ModelOrder } from "./model-shop"

const context = { actor: { type: "user", id: "user_ann" }, cause: "mirrors" } as const
const day = (number: number): string => `2026-01-${String(number).padStart(2, "0")}T09:00:00.000Z`

/** Orders and money of one customer after the other, and what of it the host is to be shown. */
export class MirrorLedger {
  private customers = 0

  constructor(readonly ledger: Ledger) {}

  readonly reconcile = async (order: ModelOrder, service = this.ledger.service) => {
    const { now, hostVersions } = await service.orders.readMarks([order.id])
    return service.orders.reconcile(order.read(hostVersions.get(order.id) ?? 0, now), { context })
  }

  readonly preview = async (order: ModelOrder): Promise<AllocationPlanView> => {
    const { orders } = this.ledger.service
    const { now, hostVersions } = await orders.readMarks([order.id])
    const plan = await orders.preview(order.read(hostVersions.get(order.id) ?? 0, now), { context })
    if (!plan) throw new Error("the read was overtaken")
    return plan
  }

  /** A customer's orders of 60 + 40, read. */
  readonly ordersOf = async (count: number, service?: ReconciliationModuleService): Promise<ModelOrder[]> => {
    this.customers += 1
    const orders = Array.from(
      { length: count },
      (_, index) =>
        new ModelOrder(`order_${this.customers}_${index}`, 2, {
          customerId: `cus_${this.customers}`,
          currency: "eur",
          lines: [6000n, 4000n],
          giftCard: 0n,
          at: day(index + 1),
        }),
    )
    for (const order of orders) await this.reconcile(order, service)
    return orders
  }

  /** Records money of the last customer; @returns the deposit's id and its account's. */
  readonly deposit = async (
    amount: string,
    service = this.ledger.service,
  ): Promise<{ id: string; account: string }> => {
    const { payment } = await service.payments.record({
      customerId: `cus_${this.customers}`,
      currencyCode: "eur",
      digits: 2,
      amount,
      method: "cheque",
      reference: "1042",
      occurredAt: "2026-01-10",
      idempotencyKey: `${this.customers} ${amount} ${Math.random()}`,
      confirmed: true,
      context,
    })
    return { id: payment.id, account: payment.account_id }
  }

  readonly apply = async (account: string, service = this.ledger.service) =>
    service.accounts.reconcile(account, "oldest_first", { context })

  /** Puts so much of money on the lines A and B of an order. */
  readonly put = async (
    order: ModelOrder,
    column: string,
    amounts: Record<string, string>,
  ): Promise<string> => {
    const view = await this.ledger.service.orders.retrieve(order.id)
    const lines = await this.ledger.sql<{ id: string; key: string }>(
      "select id::text, key from reconciliation_open_item where key like ? and kind = 'charge'",
      [`line:${order.id}_%`],
    )
    const cells = Object.entries(amounts).map(([name, amount]) => ({
      creditItemId: column,
      debitItemId: lines.find(({ key }) => key.endsWith(`_${name}`))?.id ?? "",
      amount,
    }))
    const done = await this.ledger.service.edits.edit({
      orderId: order.id,
      expectedVersion: view?.version ?? 0,
      cells,
      context,
      idempotencyKey: undefined,
    })
    return done.change_id ?? ""
  }

  /** "wanted 100.00" for each row of an order, oldest first; those withdrawn in the end left out. */
  readonly outbox = async (order: ModelOrder): Promise<string[]> =>
    (
      await this.ledger.sql<{ row: string }>(
        `select m.state || ' ' || round(m.amount / 100.0, 2) as row from reconciliation_mirror m
           join reconciliation_document d on d.id = m.document_id where d.order_id = ? order by m.number`,
        [order.id],
      )
    ).map(({ row }) => row)

  /** As if the worker had done all that there is. */
  readonly work = async (order: ModelOrder): Promise<void> => {
    for (const row of await this.ledger.service.mirrors.workOf(order.id)) {
      if (row.state === "wanted") await this.ledger.service.mirrors.markRecorded(row)
      else await this.ledger.service.mirrors.markWithdrawn(row)
    }
  }

  readonly recorded = async (order: ModelOrder): Promise<number> => {
    const [row] = await this.ledger.sql<{ sum: string }>(
      `select coalesce(sum(m.amount), 0)::text as sum from reconciliation_mirror m
         join reconciliation_document d on d.id = m.document_id
        where d.order_id = ? and m.state in ('wanted', 'recorded', 'refused')`,
      [order.id],
    )
    return Number(row?.sum) / 100
  }
}

import type { DocumentHistory } from "../../src/modules/reconciliation/domain/posting/document-state"
import type { RecordPayment } from "../../src/modules/reconciliation/facets/recording"
import type { LedgerOrder } from "../../src/modules/reconciliation/orders/order-view"
import type { TickedOrder } from "../../src/modules/reconciliation/recording/types"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import type { ReconciliationOptions } from "../../src/modules/reconciliation/settings/options"
import { violationsIn } from "./audit"
import { openLedger, type Ledger } from "./ledger"
import { ModelOrder } from "./model-shop"

const context = { actor: { type: "user", id: "user_eve" }, cause: "payments" } as const

interface Placed {
  readonly lines?: bigint[]
  readonly rates?: Readonly<Record<string, readonly number[]>>
  readonly currency?: string
  readonly day?: number
}

/** A clerk who records payments, on a ledger of their own. */
export class PaymentDesk {
  private payments = 0

  private constructor(
    readonly ledger: Ledger,
    readonly service: ReconciliationModuleService,
  ) {}

  static async open(name: string, options: ReconciliationOptions = {}): Promise<PaymentDesk> {
    const ledger = await openLedger(name)
    return new PaymentDesk(ledger, ledger.serviceWith(options))
  }

  /** An order that a customer has placed and the ledger has read; by default of A 75, B 75, C 20. */
  async order(
    name: string,
    { lines = [7500n, 7500n, 2000n], rates = {}, currency = "eur", day = 1 }: Placed = {},
    customerId = `cus_${name}`,
  ): Promise<ModelOrder> {
    const at = `2026-01-${String(day).padStart(2, "0")}T09:00:00.000Z`
    const order = new ModelOrder(`order_${name}`, 2, { customerId, currency, lines, giftCard: 0n, at, rates })
    await this.read(order)
    return order
  }

  /** An order without a customer, whose account is its own. */
  async guestOrder(name: string): Promise<ModelOrder> {
    const [id, at] = [`order_${name}`, "2026-01-01T09:00:00.000Z"]
    const lines = [7500n, 7500n, 2000n]
    const order = new ModelOrder(id, 2, { customerId: id, currency: "eur", lines, giftCard: 0n, at })
    await this.read(order, { ownerType: "order", ownerId: id })
    return order
  }

  async read(
    order: ModelOrder,
    owner: Partial<Pick<DocumentHistory, "ownerType" | "ownerId">> = {},
  ): Promise<void> {
    const { now, hostVersions } = await this.service.orders.readMarks([order.id])
    const history = order.read(hostVersions.get(order.id) ?? 0, now)
    await this.service.orders.reconcile({ ...history, ...owner }, { context })
  }

  async view({ id }: ModelOrder): Promise<LedgerOrder> {
    const view = await this.service.orders.retrieve(id)
    if (!view) throw new Error(`${id} is not in the ledger`)
    return view
  }

  /** A payment of a customer; what is not said is a cheque of 10 January. */
  payment(customerId: string | null, amount: string, more: Partial<RecordPayment> = {}): RecordPayment {
    this.payments += 1
    return {
      customerId,
      currencyCode: "eur",
      digits: 2,
      amount,
      method: "cheque",
      reference: null,
      occurredAt: "2026-01-10",
      idempotencyKey: `payment ${this.payments}`,
      context,
      ...more,
    }
  }

  async record(
    ...payment: Parameters<PaymentDesk["payment"]>
  ): Promise<Awaited<ReturnType<ReconciliationModuleService["payments"]["record"]>>> {
    return this.service.payments.record(this.payment(...payment))
  }

  /** Every rule of the ledger that some account breaks; empty when all is right. */
  async violations(): Promise<string[]> {
    const accounts = await this.ledger.sql<{ id: string }>("select id from reconciliation_account")
    return (await Promise.all(accounts.map(async ({ id }) => violationsIn(this.ledger, id)))).flat()
  }
}

/** An order that is ticked. */
export const tick = ({ id }: ModelOrder, more: Partial<TickedOrder> = {}): TickedOrder => ({
  orderId: id,
  amount: null,
  lines: null,
  difference: null,
  ...more,
})

export const rowOf = (order: ModelOrder, name: string): string => `line:${order.id}_${name}`

/** The code of what is refused, or "done". */
export const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: { code: string }) => error.code,
  )

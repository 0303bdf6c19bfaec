import type { IOrderModuleService, IPaymentModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  present,
  type HostMoneyRow,
  type HostOrder,
  type HostPayment,
  type HostTransaction,
  type RawAmount,
} from "../../modules/reconciliation/ingest/host-order"
import type { HostTotals } from "../../modules/reconciliation/ingest/mirror-standing"
import { graph } from "../host/graph"

/** A payment of the host with what follows its order by. */
export interface SeenPayment extends HostPayment {
  canceled_at?: string | Date | null
  metadata?: Record<string, unknown> | null
}

export interface SeenCollection {
  id: string
  status: string
  raw_amount: RawAmount
  payments?: (SeenPayment | null)[] | null
}

/** An order as it stands, with its payments as they follow it. */
export interface SeenOrder extends Omit<HostOrder, "payment_collections"> {
  raw_total?: RawAmount | null
  total?: unknown
  payment_collections?: (SeenCollection | null)[] | null
}

const SEEN_FIELDS = [
  "id",
  "status",
  "is_draft_order",
  "version",
  "currency_code",
  "total",
  "raw_total",
  "transactions.*",
  "payment_collections.*",
  "payment_collections.payments.*",
  "payment_collections.payments.captures.*",
  "payment_collections.payments.refunds.*",
]

/** What the host's services take beyond what their interfaces say. */
export interface HostPayments extends Omit<
  IPaymentModuleService,
  "createPaymentCollections" | "updatePayment" | "refundPayment" | "updatePaymentCollections"
> {
  createPaymentCollections(data: object): Promise<{ id: string }>
  updatePaymentCollections(id: string, data: object): Promise<unknown>
  updatePayment(data: object): Promise<unknown>
  refundPayment(data: object): Promise<unknown>
}

interface Summary {
  readonly id: string
  readonly version: number
  readonly totals: HostTotals
}

export interface HostOrders extends Omit<IOrderModuleService, "addOrderTransactions"> {
  addOrderTransactions(data: object): Promise<unknown>
  listOrderSummaries(filter: object): Promise<Summary[]>
  updateOrderSummaries(data: object[]): Promise<unknown>
}

/** Said before each thing that is done in the host: the lease is still ours. */
export type Before = (what: string) => Promise<void>

/** The host's services, as the mirror uses them; within a step their events wait for its end. */
export class HostSide {
  readonly payments: HostPayments
  readonly orders: HostOrders

  constructor(readonly container: MedusaContainer) {
    this.payments = container.resolve<HostPayments>(Modules.PAYMENT)
    this.orders = container.resolve(Modules.ORDER) as unknown as HostOrders
  }

  /** Undefined when the host no longer has it. */
  async order(id: string): Promise<SeenOrder | undefined> {
    const [order] = await graph<SeenOrder>(this.container, "order", {
      fields: SEEN_FIELDS,
      filters: { id },
    })
    return order
  }

  /** A payment by its name, whether or not it is linked to an order. */
  async payment(id: string): Promise<SeenPayment | undefined> {
    const rows: unknown[] = await this.payments.listPayments({ id }, { relations: ["captures", "refunds"] })
    return rows[0] as SeenPayment | undefined
  }

  async transactionsOf(orderId: string): Promise<HostTransaction[]> {
    const rows: unknown[] = await this.orders.listOrderTransactions({ order_id: orderId }, { take: 10_000 })
    return rows as HostTransaction[]
  }
}

export const capturesOf = (payment: HostPayment): HostMoneyRow[] => present(payment.captures)
export const refundsOf = (payment: HostPayment): HostMoneyRow[] => present(payment.refunds)

/** Makes what has a name of its own: that it is there already is as good. */
export async function onceNamed(make: () => Promise<unknown>): Promise<void> {
  try {
    await make()
  } catch (error) {
    if (!String(error instanceof Error ? error.message : error).includes("already exists")) throw error
  }
}

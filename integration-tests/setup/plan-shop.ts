import type { LedgerOrder } from "../../src/modules/reconciliation/orders/order-view"
import type { ReconciliationOptions } from "../../src/modules/reconciliation/settings/options"
import type { InstalmentInput } from "../../src/modules/reconciliation/instalments/plan-payments"
import { violationsIn } from "./audit"
import { openLedger, type Ledger } from "./ledger"
import { ModelOrder } from "./model-shop"
import { wrongStates } from "./states"

const context = { actor: { type: "user", id: "user_eve" }, cause: "plans" } as const

export const moment = (day: number): string => `2026-01-${String(day).padStart(2, "0")}T09:00:00.000Z`
/** Days far from today, so that what is due later is not due yet. */
export const LATER = "2199-01-01"
export const LAST = "2199-02-01"

export const due = (dueOn: string, amount: string, more: Partial<InstalmentInput> = {}): InstalmentInput => ({
  dueOn,
  amount,
  ...more,
})

/** Orders whose payments are planned, on a ledger of their own. */
export class PlanShop {
  readonly context = context

  private constructor(readonly ledger: Ledger) {}

  static async open(name: string): Promise<PlanShop> {
    return new PlanShop(await openLedger(name))
  }

  get plans(): Ledger["service"]["plans"] {
    return this.ledger.service.plans
  }

  order(name: string, lines: bigint[] = [7500n, 7500n, 2000n]): ModelOrder {
    const customer = { customerId: `cus_${name}`, currency: "eur" }
    return new ModelOrder(`order_${name}`, 2, { ...customer, lines, giftCard: 0n, at: moment(1) })
  }

  /** Brings the ledger up to an order, with other options when given. */
  async read(order: ModelOrder, options?: ReconciliationOptions, more: object = {}): Promise<LedgerOrder> {
    const service = options ? this.ledger.serviceWith(options) : this.ledger.service
    const { now, hostVersions } = await service.orders.readMarks([order.id])
    const history = { ...order.read(hostVersions.get(order.id) ?? 0, now), ...more }
    await service.orders.reconcile(history, { context })
    return this.view(order)
  }

  async view({ id }: ModelOrder): Promise<LedgerOrder> {
    const view = await this.ledger.service.orders.retrieve(id)
    if (!view) throw new Error(`${id} is not in the ledger`)
    return view
  }

  async plan(
    { id }: ModelOrder,
    instalments: InstalmentInput[],
    more: object = {},
  ): Promise<{ plan: number; changed: boolean }> {
    return this.plans.plan({ orderId: id, instalments, context, ...more })
  }

  /** Every rule of the ledger that some account breaks; empty when all is right. */
  async violations(): Promise<string[]> {
    const accounts = await this.ledger.sql<{ id: string }>("select id from reconciliation_account")
    const broken = (await Promise.all(accounts.map(async ({ id }) => violationsIn(this.ledger, id)))).flat()
    return [...broken, ...(await wrongStates(this.ledger))]
  }
}

export const row = (order: ModelOrder, name: string): string => `line:${order.id}_${name}`

export const paidRows = ({ rows }: LedgerOrder): string[] => rows.map(({ allocated }) => allocated)

/** The plan in words, for example "1: 0.00 of 50.00, scheduled, keeps A 50.00". */
export function shown({ plan }: LedgerOrder): string[] {
  return (plan?.instalments ?? []).map(({ number, amount, paid, shrunk_by: shrunk, state, reserved }) => {
    const kept = reserved.map((one) => `${one.row.at(-1)} ${one.amount}`).join(" ") || "nothing"
    const tooLarge = shrunk === "0.00" ? "" : `, shrunk by ${shrunk}`
    return `${number}: ${paid} of ${amount}, ${state}, keeps ${kept}${tooLarge}`
  })
}

import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { ModelOrder } from "../../integration-tests/setup/model-shop"

/** What a caller asks of the ledger in an order's scenario, one after the other. */
export const STEPS = ["place", "pay", "plan", "capture", "reverse", "rest", "write off"] as const
export type Step = (typeof STEPS)[number]

/** Orders of so many scenarios stand in one account, so that their writers wait for each other. */
const ORDERS_A_CUSTOMER = 4
const moment = (day: number): string => `2026-01-${String(day).padStart(2, "0")}T09:00:00.000Z`

/** The scenario of one order and of the money that its customer pays beside it. */
export class Scenario {
  private readonly order: ModelOrder
  private payment = ""

  constructor(readonly number: number) {
    this.order = new ModelOrder(orderOf(number), 2, {
      customerId: customerOf(number),
      currency: "eur",
      lines: [2500n, 1000n, 499n],
      giftCard: 0n,
      at: moment(1),
    })
  }

  /** Takes the step once; whoever gets no answer takes it again with the same key. Gives what must never change. */
  async take(step: Step, ledger: ReconciliationModuleService, key: string): Promise<string> {
    const context = { actor: { type: "user", id: "user_ada" }, cause: step } as const
    switch (step) {
      case "place":
      case "capture":
      case "rest":
        return this.read(ledger, context)
      case "pay": {
        const { payment } = await ledger.payments.record({ ...this.deposit(), idempotencyKey: key, context })
        this.payment = payment.id
        return `payment ${payment.id} of ${payment.amount}`
      }
      case "plan": {
        const { plan } = await ledger.plans.plan({ ...this.plan(), idempotencyKey: key, context })
        return `plan ${plan}`
      }
      case "reverse": {
        const { reversal } = await ledger.payments.reverse({
          paymentId: this.payment,
          kind: "bounced_cheque",
          amount: "4.00",
          reference: null,
          reason: "bounced",
          occurredAt: moment(5),
          idempotencyKey: key,
          context,
        })
        return `reversal ${reversal.id} of ${reversal.amount}`
      }
      case "write off":
        return this.writeOff(ledger, context)
    }
  }

  /** What the shop does before the ledger is asked. */
  happen(step: Step): void {
    if (step === "capture") this.order.capture(moment(4), 2000n, 0)
    if (step === "rest") this.order.capture(moment(6), 1996n, 1)
  }

  private async read(ledger: ReconciliationModuleService, context: Context): Promise<string> {
    const { now, hostVersions } = await ledger.orders.readMarks([this.order.id])
    const history = this.order.read(hostVersions.get(this.order.id) ?? 0, now)
    await ledger.orders.reconcile(history, { context })
    return "read"
  }

  private deposit(): Omit<
    Parameters<ReconciliationModuleService["payments"]["record"]>[0],
    "idempotencyKey" | "context"
  > {
    return {
      customerId: customerOf(this.number),
      currencyCode: "eur",
      digits: 2,
      amount: "10.00",
      method: "cheque",
      reference: null,
      occurredAt: moment(2),
    }
  }

  private plan(): { orderId: string; instalments: { dueOn: string; amount: string }[] } {
    const instalments = [
      { dueOn: "2199-01-01", amount: "20.00" },
      { dueOn: "2199-02-01", amount: "19.99" },
    ]
    return { orderId: this.order.id, instalments }
  }

  /**
   * A write-off takes no key: the version that the caller has seen stands for it, and whoever asks again looks first
   * whether it stands.
   */
  private async writeOff(ledger: ReconciliationModuleService, context: Context): Promise<string> {
    const view = await ledger.orders.retrieve(this.order.id)
    if (!view) throw new Error(`${this.order.id} is not there`)
    if (view.totals.open === "0.02") return "written off"
    const target = { orderId: this.order.id }
    const call = { target, kind: "short_payment", amount: "0.01", reason: "small", context } as const
    await ledger.writeOffs.write({ ...call, expectedVersion: view.version })
    return "written off"
  }
}

type Context = Parameters<ReconciliationModuleService["payments"]["record"]>[0]["context"]

export const orderOf = (number: number): string => `order_${number}`
export const customerOf = (number: number): string => `cus_${Math.floor(number / ORDERS_A_CUSTOMER)}`
/** The name of a step for good. */
export const keyOf = (number: number, step: Step): string => `${step} ${number}`

import type { MoneyMoveView, OpenItemView } from "../../src/types/http"
import { ReconciliationError } from "../../src/modules/reconciliation/domain/errors"
import type { ReverseMoney } from "../../src/modules/reconciliation/facets/payments"
import type { RecordPayment } from "../../src/modules/reconciliation/facets/recording"
import type { MoveRequest } from "../../src/modules/reconciliation/money/move-money"
import type { PayBackRequest } from "../../src/modules/reconciliation/money/pay-back"
import type { UndoMoveRequest } from "../../src/modules/reconciliation/money/undo-move"
import { fingerprintOf, violationsIn } from "./audit"
import type { Ledger } from "./ledger"
import { ModelOrder } from "./model-shop"

/** Money on accounts, and orders of A 60 and B 40 that it may pay. */
export class MoneyShop {
  readonly context = { actor: { type: "user", id: "user_ada" }, cause: "money" } as const
  private made = 0

  constructor(private readonly open: () => Ledger) {}

  readonly day = (number: number): string => `2026-01-${String(number).padStart(2, "0")}T09:00:00.000Z`

  order(customerId: string): ModelOrder {
    this.made += 1
    return new ModelOrder(`order_${customerId}_${this.made}`, 2, {
      customerId,
      currency: "eur",
      lines: [6000n, 4000n],
      giftCard: 0n,
      at: this.day(1),
    })
  }

  async tell(order: ModelOrder): Promise<void> {
    const { orders } = this.open().service
    const { now, hostVersions } = await orders.readMarks([order.id])
    await orders.reconcile(order.read(hostVersions.get(order.id) ?? 0, now), { context: this.context })
  }

  async record(
    customerId: string | null,
    amount: string,
    more: Partial<RecordPayment> = {},
  ): Promise<OpenItemView> {
    this.made += 1
    const { payment } = await this.open().service.payments.record({
      customerId,
      currencyCode: "eur",
      digits: 2,
      amount,
      method: "transfer",
      reference: `transfer ${this.made}`,
      occurredAt: "2026-01-05",
      idempotencyKey: `recorded ${this.made}`,
      context: this.context,
      ...more,
    })
    return payment
  }

  /** An order, and money of its customer's that pays all of it. */
  async paidByDeposit(customerId: string): Promise<{ order: ModelOrder; payment: OpenItemView }> {
    const order = this.order(customerId)
    await this.tell(order)
    const payment = await this.record(customerId, "100.00")
    await this.open().service.accounts.reconcile(payment.account_id, "oldest_first", {
      context: this.context,
    })
    return { order, payment }
  }

  to(customerId: string | null, paymentId: string, more: Partial<MoveRequest> = {}): MoveRequest {
    return {
      paymentId,
      to: customerId === null ? { type: "suspense", id: "suspense" } : { type: "customer", id: customerId },
      amount: null,
      release: false,
      cascade: false,
      context: this.context,
      ...more,
    }
  }

  async move(
    paymentId: string,
    customerId: string | null,
    more: Partial<MoveRequest> = {},
  ): Promise<MoneyMoveView> {
    return (await this.open().service.money.move(this.to(customerId, paymentId, more))).view
  }

  undo(id: string): UndoMoveRequest {
    return { id, release: false, cascade: false, context: this.context }
  }

  payBack(paymentId: string, more: Partial<PayBackRequest> = {}): PayBackRequest {
    return {
      paymentId,
      amount: null,
      method: "transfer",
      reference: null,
      statedAt: null,
      context: this.context,
      ...more,
    }
  }

  reversal(paymentId: string, key = "first", more: Partial<ReverseMoney> = {}): ReverseMoney {
    return {
      paymentId,
      kind: "bounced_cheque",
      amount: null,
      reference: null,
      reason: "bank",
      occurredAt: null,
      idempotencyKey: `${paymentId} ${key}`,
      context: this.context,
      ...more,
    }
  }

  async reverse(
    paymentId: string,
    key?: string,
    more?: Partial<ReverseMoney>,
  ): ReturnType<Ledger["service"]["payments"]["reverse"]> {
    return this.open().service.payments.reverse(this.reversal(paymentId, key, more))
  }

  async suspense(): Promise<string[]> {
    const page = await this.open().service.money.suspense({ limit: 100, currencyCode: "eur" })
    return page.payments.map(({ open }) => open)
  }

  async totals(accountId: string): Promise<string> {
    const { totals } = await this.open().service.accounts.retrieve(accountId)
    const { owed, paid, open, unallocated } = totals
    const cents = (text: string): number => Math.round(Number(text) * 100)
    expect(cents(owed) - cents(paid) + cents(unallocated)).toBe(cents(open))
    return `owed ${owed}, paid ${paid}, open ${open}, left ${unallocated}`
  }

  async stateOf(order: ModelOrder): Promise<string> {
    const found = await this.open().service.orders.retrieve(order.id)
    return `${found?.state} ${found?.code?.code}, open ${found?.totals.open}`
  }

  async cells(order: ModelOrder): Promise<string[]> {
    const found = await this.open().service.orders.retrieve(order.id)
    return (found?.cells ?? []).map(({ row, amount }) => `${row.slice(-1)} ${amount}`).toSorted()
  }

  async broken(...accountIds: string[]): Promise<string[]> {
    const found = await Promise.all(accountIds.map(async (id) => violationsIn(this.open(), id)))
    return found.flat()
  }

  async refusal(act: () => Promise<unknown>): Promise<ReconciliationError> {
    const before = await fingerprintOf(this.open())
    try {
      await act()
    } catch (error) {
      if (!(error instanceof ReconciliationError)) throw error
      const now = await fingerprintOf(this.open())
      expect(now).toBe(before)
      return error
    }
    throw new Error("nothing was refused")
  }
}

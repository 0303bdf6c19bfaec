import { decimalOf } from "../../src/modules/reconciliation/domain/money"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import type { ScenarioTerms } from "../../test/support/model/scenario"
import type { DiscountedPayment, ModelLedger, ModelMove } from "../../test/support/model/world"
import { CONTEXTS, ownerOf } from "./model-terms"

type MoneyActs = Pick<
  ModelLedger,
  | "deposit"
  | "undoReversal"
  | "move"
  | "undoMove"
  | "payBack"
  | "undoPayBack"
  | "payDiscounted"
  | "join"
  | "leave"
  | "follow"
>

const context = CONTEXTS.person

/** What people do with money by itself, as the service takes it. */
export abstract class ModelMoney implements MoneyActs {
  protected abstract readonly service: ReconciliationModuleService

  constructor(protected readonly scenario: ScenarioTerms) {}

  async deposit(owner: string, money: { amount: bigint; key: string; at: string }): Promise<void> {
    await this.service.payments.record(this.received(owner, money))
  }

  async payDiscounted({ owner, orderId, discount, ...money }: DiscountedPayment): Promise<string> {
    const difference = { kind: "cash_discount", amount: this.text(discount), reason: null } as const
    const { differences } = await this.service.payments.record({
      ...this.received(owner, money),
      orders: [{ orderId, amount: null, lines: null, difference }],
    })
    const [made] = differences
    if (!made?.write_off) throw new Error("no discount was granted")
    return made.write_off.id
  }

  async join(member: string, of: string): Promise<string> {
    const { view } = await this.service.owners.join({
      member: ownerOf(member),
      of: ownerOf(of),
      companyName: ownerOf(of).type === "company" ? "Firm" : null,
      context,
    })
    return view.membership.id
  }

  async leave(membershipId: string): Promise<void> {
    await this.service.owners.end({ id: membershipId, context })
  }

  async follow(): Promise<void> {
    await this.service.owners.follow()
  }

  async undoReversal(itemId: bigint, number: number): Promise<void> {
    await this.service.reversals.undo({ paymentId: itemId.toString(), number, context })
  }

  async move({ itemId, to, amount, release }: ModelMove): Promise<string> {
    const { view } = await this.service.money.move({
      paymentId: itemId.toString(),
      to: ownerOf(to),
      amount: amount === null ? null : this.text(amount),
      release,
      cascade: false,
      context,
    })
    return view.id
  }

  async undoMove(id: string, { release }: Pick<ModelMove, "release">): Promise<void> {
    await this.service.money.undoMove({ id, release, cascade: false, context })
  }

  async payBack(itemId: bigint, amount: bigint | null): Promise<string> {
    const { view } = await this.service.money.payBack({
      paymentId: itemId.toString(),
      amount: amount === null ? null : this.text(amount),
      method: "transfer",
      reference: null,
      statedAt: null,
      context,
    })
    return view.id ?? ""
  }

  async undoPayBack(id: string): Promise<void> {
    await this.service.money.undoPayBack({ id, context })
  }

  private received(
    owner: string,
    { amount, key, at }: { amount: bigint; key: string; at: string },
  ): Parameters<ReconciliationModuleService["payments"]["record"]>[0] {
    const { type, id } = ownerOf(owner)
    return {
      customerId: type === "customer" ? id : null,
      currencyCode: this.scenario.currency,
      digits: this.scenario.digits,
      amount: this.text(amount),
      method: "cheque",
      reference: key,
      occurredAt: at,
      idempotencyKey: `${this.scenario.currency}_${key}`,
      context,
    }
  }

  protected text(amount: bigint): string {
    return decimalOf(amount, this.scenario.digits)
  }
}

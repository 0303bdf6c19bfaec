import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import type { ModelLedger, ModelMove } from "../../test/support/model/world"
import { CONTEXTS } from "./model-terms"

type MoneyActs = Pick<ModelLedger, "undoReversal" | "move" | "undoMove" | "payBack" | "undoPayBack">

const context = CONTEXTS.person

/** What people do with money by itself, as the service takes it. */
export abstract class ModelMoney implements MoneyActs {
  protected abstract readonly service: ReconciliationModuleService

  async undoReversal(itemId: bigint, number: number): Promise<void> {
    await this.service.reversals.undo({ paymentId: itemId.toString(), number, context })
  }

  async move({ itemId, to, amount, release }: ModelMove): Promise<string> {
    const { view } = await this.service.money.move({
      paymentId: itemId.toString(),
      to: { type: "customer", id: to },
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

  protected abstract text(amount: bigint): string
}

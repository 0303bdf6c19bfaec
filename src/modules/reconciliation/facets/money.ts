import type {
  MoneyEffects,
  MoneyMoveView,
  OpenItemView,
  PayBackView,
  UndoneMoveView,
  UndonePayBackView,
} from "../../../types/http"
import { effectsSince, standingsOf } from "../accounts/effects"
import { decimalOf } from "../domain/money"
import { findMoney } from "../items/find-money"
import type { Session } from "../ledger/database"
import { once, type Request } from "../ledger/idempotency"
import { viewMoney } from "../money/accounts"
import { lockMove, moveMoney, moveRequestOf, type MoveRequest } from "../money/move-money"
import {
  lockMoney,
  lockPayBack,
  payBack,
  payBackRequestOf,
  undoPayBack,
  undoPayBackRequestOf,
  type PayBackRequest,
  type UndoPayBackRequest,
} from "../money/pay-back"
import { refuseMoney } from "../money/refusals"
import { pageOfSuspense, type SuspenseFilter, type SuspensePage } from "../money/suspense"
import { lockStandingMove, undoMove, undoMoveRequestOf, type UndoMoveRequest } from "../money/undo-move"
import { Acts, type Acted } from "./acts"
import type { Parts } from "./parts"

/**
 * Moving money: of an unknown or a wrong owner, and what is paid back without an order. Each act is one transaction, its preview the same taken back, and its undo another one.
 */
export class Money {
  private readonly acts: Acts

  constructor(private readonly parts: Parts) {
    this.acts = new Acts(parts)
  }

  /**
   * Moves money to the customer whose it is, or to nobody yet.
   *
   * @throws payment_not_found | not_movable | moved_nowhere | money_not_free | move_too_large | has_dependants |
   *   dependant_stays | idempotency_key_reused | amount_malformed | amount_too_precise | amount_not_positive
   */
  async move(input: MoveRequest): Promise<Acted<MoneyMoveView>> {
    const request = moveRequestOf(input)
    return once(this.parts.database, request, (session) => this.moveIn(session, input, request))
  }

  /** What move would do now. @throws as move */
  async previewMove(input: MoveRequest): Promise<MoneyMoveView> {
    return this.acts.preview((session) => this.moveIn(session, input))
  }

  /** @throws move_not_found | move_undone | money_not_free | move_too_large | has_dependants | dependant_stays */
  async undoMove(input: UndoMoveRequest): Promise<Acted<UndoneMoveView>> {
    const request = undoMoveRequestOf(input)
    return once(this.parts.database, request, (session) => this.undoMoveIn(session, input, request))
  }

  /** @throws as undoMove */
  async previewUndoMove(input: UndoMoveRequest): Promise<UndoneMoveView> {
    return this.acts.preview((session) => this.undoMoveIn(session, input))
  }

  /**
   * Records that money on account, or what a payment has left, was paid back.
   *
   * @throws payment_not_found | not_movable | money_not_free | move_too_large | pay_back_before_payment | date_in_future
   */
  async payBack(input: PayBackRequest): Promise<Acted<PayBackView>> {
    const request = payBackRequestOf(input)
    return once(this.parts.database, request, async (session) => {
      const paidBack = await this.payBackIn(session, input, request)
      await this.parts.receipts.assignWithin(session)
      return paidBack
    })
  }

  /** @throws as payBack */
  async previewPayBack(input: PayBackRequest): Promise<PayBackView> {
    return this.acts.preview((session) => this.payBackIn(session, input))
  }

  /** @throws pay_back_not_found | pay_back_undone | pay_back_settled */
  async undoPayBack(input: UndoPayBackRequest): Promise<Acted<UndonePayBackView>> {
    const request = undoPayBackRequestOf(input)
    return once(this.parts.database, request, (session) => this.undoPayBackIn(session, input, request))
  }

  /** @throws as undoPayBack */
  async previewUndoPayBack(input: UndoPayBackRequest): Promise<UndonePayBackView> {
    return this.acts.preview((session) => this.undoPayBackIn(session, input))
  }

  /** How money stands, and what became of its account while something else was done: not one transaction. */
  async watch<Result>(
    paymentId: string,
    work: (payment: OpenItemView) => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly payment: OpenItemView; readonly effects: MoneyEffects }> {
    const { database } = this.parts
    const today = this.parts.today()
    const { item, payment, before } = await database.snapshot(async (session) => {
      const money = await findMoney(session, paymentId)
      return {
        item: money.item,
        payment: await viewMoney(session, money.item.id),
        before: await standingsOf(session, [money.accountId], today),
      }
    })
    const result = await work(payment)
    const [after, effects] = await database.snapshot(async (session) => [
      await viewMoney(session, item.id),
      await effectsSince(session, before, today),
    ])
    return { result, payment: after, effects }
  }

  /** The host's payment that money came by. @throws payment_not_found | not_of_host */
  async hostPaymentOf(paymentId: string): Promise<{ readonly orderId: string; readonly paymentId: string }> {
    const { item, orderId } = await findMoney(this.parts.database, paymentId)
    if (orderId === null || !item.paymentId) throw refuseMoney.notOfHost(item)
    return { orderId, paymentId: item.paymentId }
  }

  /** Money whose owner nobody knows yet. @throws cursor_malformed */
  async suspense(filter: SuspenseFilter): Promise<SuspensePage> {
    return pageOfSuspense(this.parts.database, filter)
  }

  private async moveIn(
    session: Session,
    input: MoveRequest,
    request?: Request,
  ): Promise<Acted<MoneyMoveView>> {
    const terms = this.acts.terms(null, request)
    const place = await lockMove(session, input, terms)
    const accountIds = [place.from.id, place.to.id]
    return this.acts.acting<MoneyMoveView>(session, accountIds, async () => {
      const done = await moveMoney(session, place, { ...input, ...terms })
      const { id, amount, moved, released, kept } = done
      return {
        accountIds,
        context: input.context,
        tell: async () => ({
          id,
          amount: decimalOf(amount, place.from.digits),
          payment: await viewMoney(session, place.money.item.id),
          moved: await viewMoney(session, moved),
          released,
          kept,
        }),
      }
    })
  }

  private async undoMoveIn(
    session: Session,
    input: UndoMoveRequest,
    request?: Request,
  ): Promise<Acted<UndoneMoveView>> {
    const terms = this.acts.terms(null, request)
    const standing = await lockStandingMove(session, input.id)
    const accountIds = [standing.from.id, standing.to.id]
    return this.acts.acting<UndoneMoveView>(session, accountIds, async () => {
      const { amount, moneyId, released, restored } = await undoMove(session, standing, {
        ...input,
        ...terms,
      })
      return {
        accountIds,
        context: input.context,
        tell: async () => ({
          id: input.id,
          amount: decimalOf(amount, standing.from.digits),
          payment: await viewMoney(session, moneyId),
          released,
          restored,
        }),
      }
    })
  }

  private async payBackIn(
    session: Session,
    input: PayBackRequest,
    request?: Request,
  ): Promise<Acted<PayBackView>> {
    const terms = this.acts.terms(input.statedAt, request)
    const place = await lockMoney(session, input.paymentId)
    const accountIds = [place.account.id]
    return this.acts.acting<PayBackView>(session, accountIds, async () => {
      const { id, amount, itemId } = await payBack(session, place, { ...input, ...terms })
      return {
        accountIds,
        context: input.context,
        tell: async () => ({
          id,
          amount: decimalOf(amount, place.account.digits),
          payment: await viewMoney(session, place.money.item.id),
          paid_back: await viewMoney(session, itemId),
          host_refund: null,
        }),
      }
    })
  }

  private async undoPayBackIn(
    session: Session,
    input: UndoPayBackRequest,
    request?: Request,
  ): Promise<Acted<UndonePayBackView>> {
    const terms = this.acts.terms(null, request)
    const standing = await lockPayBack(session, input.id)
    const accountIds = [standing.account.id]
    return this.acts.acting<UndonePayBackView>(session, accountIds, async () => {
      const { amount, moneyId } = await undoPayBack(session, standing, { ...input, ...terms })
      return {
        accountIds,
        context: input.context,
        tell: async () => ({
          id: input.id,
          amount: decimalOf(amount, standing.account.digits),
          payment: await viewMoney(session, moneyId),
        }),
      }
    })
  }
}

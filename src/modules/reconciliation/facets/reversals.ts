import type { ReversalPreview, UndoneReversalView } from "../../../types/http"
import { findMoney } from "../items/find-money"
import type { Session } from "../ledger/database"
import { once, type Request } from "../ledger/idempotency"
import { accountIn } from "../money/accounts"
import {
  lockReversal,
  undoReversal,
  undoReversalRequestOf,
  type UndoReversalRequest,
} from "../money/undo-reversal"
import { lockPaymentChain } from "../payments/payment-chain"
import { viewReversal } from "../payments/reversal-view"
import { reverseMoney } from "../payments/reverse-money"
import { Acts, type Acted } from "./acts"
import type { Parts } from "./parts"
import type { ReverseMoney } from "./payments"

/** Reversals looked at before they are recorded (`payments.reverse`), and taken back where they were a mistake. */
export class Reversals {
  private readonly acts: Acts

  constructor(private readonly parts: Parts) {
    this.acts = new Acts(parts)
  }

  /** What reversing money would open again. @throws as Payments.reverse */
  async preview(input: ReverseMoney): Promise<ReversalPreview> {
    return this.acts.preview((session) => this.reverseIn(session, input))
  }

  /** Takes a reversal back that was recorded by mistake. @throws payment_not_found | reversal_not_found | reversal_undone | reversal_stays */
  async undo(input: UndoReversalRequest): Promise<Acted<UndoneReversalView>> {
    const request = undoReversalRequestOf(input)
    return once(this.parts.database, request, (session) => this.undoIn(session, input, request))
  }

  /** @throws as undo */
  async previewUndo(input: UndoReversalRequest): Promise<UndoneReversalView> {
    return this.acts.preview((session) => this.undoIn(session, input))
  }

  private async reverseIn(session: Session, input: ReverseMoney): Promise<Acted<ReversalPreview>> {
    const { codes, at, on } = this.acts.terms(input.occurredAt)
    const settings = { strategyOf: this.parts.strategies.ofChannel(), codes }
    const reversal = { ...input, occurredAt: at, occurredOn: on, statedAt: input.occurredAt }
    const { item } = await findMoney(session, input.paymentId)
    // What a reversal locks it locks again: all that it may touch is looked at before.
    const { accounts } = await lockPaymentChain(session, item, { whole: true })
    return this.acts.acting<ReversalPreview>(session, [...accounts.keys()], async () => {
      const outcome = await reverseMoney(session, reversal, settings)
      return {
        accountIds: outcome.accountIds,
        context: input.context,
        tell: async () => ({ reversal: await viewReversal(session, outcome) }),
      }
    })
  }

  private async undoIn(
    session: Session,
    input: UndoReversalRequest,
    request?: Request,
  ): Promise<Acted<UndoneReversalView>> {
    const terms = this.acts.terms(null, request)
    const standing = await lockReversal(session, input)
    const { accounts, money, id } = standing
    const accountIds = [...accounts.keys()]
    return this.acts.acting<UndoneReversalView>(session, accountIds, async () => {
      const strategyOf = this.parts.strategies.ofChannel()
      const released = await undoReversal(session, standing, { ...input, ...terms, strategyOf })
      const [first = money.accountId] = accountIds
      const account = accounts.get(money.accountId) ?? accountIn(accounts, first)
      return {
        accountIds,
        context: input.context,
        tell: async () => ({ reversal: await viewReversal(session, { money, account, id }), released }),
      }
    })
  }
}

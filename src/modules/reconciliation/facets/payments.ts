import type { AllocationPlanView, OpenItemView, ReversalView } from "../../../types/http"
import { allocationPlanOfAccount } from "../accounts/outcome-view"
import { pastWhenOf } from "../domain/day"
import { positiveMinorUnitsOf } from "../domain/money"
import { viewOfItem } from "../items/open-item-view"
import type { ChangeContext } from "../ledger/change"
import { once } from "../ledger/idempotency"
import { recordDeposit, reloadItem } from "../payments/record-deposit"
import type { ReversalRequest } from "../payments/reversal-types"
import { viewReversal } from "../payments/reversal-view"
import { reversalRequestOf, reverseMoney } from "../payments/reverse-money"
import type { AutomaticWriteOffs } from "./automation"
import type { Parts } from "./parts"

export interface RecordPayment {
  readonly customerId: string
  readonly currencyCode: string
  /** Decimal digits of the currency, from the host's currency table. */
  readonly digits: number
  /** A decimal string, above zero. */
  readonly amount: string
  readonly method: string
  readonly reference: string | null
  /** An ISO moment, or a day of the accounting time zone; null for now. */
  readonly occurredAt: string | null
  readonly idempotencyKey: string
  readonly context: ChangeContext
}

export interface RecordedPayment extends AutomaticWriteOffs {
  readonly payment: OpenItemView
  /** What the store's policy did with it at once; null where it does nothing. */
  readonly allocationPlan: AllocationPlanView | null
}

export interface ReverseMoney extends Omit<ReversalRequest, "occurredAt" | "occurredOn" | "statedAt"> {
  /** An ISO moment, or a day of the accounting time zone; null for now. */
  readonly occurredAt: string | null
}

/** Money that came without an order, and money that was taken back. */
export class Payments {
  constructor(private readonly parts: Parts) {}

  /**
   * Records money that came without an order and treats it by the store's policy.
   *
   * @throws amount_malformed | amount_too_precise | amount_not_positive | amount_too_large | date_in_future | idempotency_key_reused
   */
  async record(input: RecordPayment): Promise<RecordedPayment> {
    const amount = positiveMinorUnitsOf(input.amount, input.digits)
    const { customerId, currencyCode, digits, method, context, idempotencyKey: key } = input
    const { firstRank } = this.parts.settings.matchingCodes
    const content = [customerId, currencyCode, amount.toString(), method, input.reference, input.occurredAt]
    const request = { operation: "record_payment", key, content }
    const deposit = {
      owner: { type: "customer" as const, id: customerId, currencyCode, digits, firstRank },
      amount,
      method,
      reference: input.reference ?? `deposit:${key}`,
      ...this.whenOf(input.occurredAt),
      context,
    }
    return once(this.parts.database, request, async (session) => {
      const settings = { codes: this.parts.settings.matchingCodes, request }
      const { account, item } = await recordDeposit(session, deposit, settings)
      const applied = await this.parts.automation.applyUnapplied(session, account.id, context)
      const place = { ...account, accountId: account.id.toString(), orderId: null }
      return {
        payment: viewOfItem(applied ? await reloadItem(session, item) : item, place),
        allocationPlan: applied
          ? allocationPlanOfAccount(applied.outcome, this.parts.automation.strategy)
          : null,
        writtenOff: applied?.writtenOff ?? [],
      }
    })
  }

  /**
   * Records that money was taken back by its payer or the bank: what it had paid is owed again.
   *
   * @throws payment_not_found | not_reversible | nothing_to_reverse | reversal_too_large |
   *   reversal_before_payment | date_in_future | idempotency_key_reused | amount_malformed | amount_too_precise | amount_not_positive
   */
  async reverse(input: ReverseMoney): Promise<AutomaticWriteOffs & { reversal: ReversalView }> {
    const settings = {
      strategyOf: this.parts.strategies.ofChannel(),
      codes: this.parts.settings.matchingCodes,
    }
    const reversal = { ...input, ...this.whenOf(input.occurredAt), statedAt: input.occurredAt }
    return once(this.parts.database, reversalRequestOf(reversal), async (session) => {
      const outcome = await reverseMoney(session, reversal, settings)
      const writtenOff: string[] = []
      for (const accountId of outcome.accountIds) {
        // oxlint-disable-next-line no-await-in-loop -- nearly always one account
        const applied = await this.parts.automation.applyUnapplied(session, accountId, input.context)
        writtenOff.push(...(applied?.writtenOff ?? []))
      }
      return { reversal: await viewReversal(session, outcome), writtenOff }
    })
  }

  private whenOf(stated: string | null): ReturnType<typeof pastWhenOf> {
    return pastWhenOf(stated, this.parts.settings.timeZone, new Date().toISOString())
  }
}

import type { ReversalView } from "../../../types/http"
import { once } from "../ledger/idempotency"
import type { ReversalRequest } from "../payments/reversal-types"
import { viewReversal } from "../payments/reversal-view"
import { reversalRequestOf, reverseMoney } from "../payments/reverse-money"
import type { AutomaticWriteOffs } from "./automation"
import { BatchRecording } from "./batch"

export interface ReverseMoney extends Omit<ReversalRequest, "occurredAt" | "occurredOn" | "statedAt"> {
  /** An ISO moment, or a day of the accounting time zone; null for now. */
  readonly occurredAt: string | null
}

/** Money that people record, and money that was taken back. */
export class Payments extends BatchRecording {
  /**
   * Records that money was taken back by its payer or the bank: what it had paid is owed again.
   *
   * @throws payment_not_found | not_reversible | nothing_to_reverse | reversal_too_large |
   *   mistake_of_host | reversal_before_payment | date_in_future | idempotency_key_reused | amount_malformed | amount_too_precise | amount_not_positive
   */
  async reverse(input: ReverseMoney): Promise<AutomaticWriteOffs & { reversal: ReversalView }> {
    const { strategies, settings: inForce } = this.parts
    const stated = { ...input, statedAt: input.occurredAt }
    return once(this.parts.database, reversalRequestOf(stated), async (session) => {
      const reversal = { ...stated, ...this.whenOf(input.occurredAt) }
      const settings = { strategyOf: strategies.ofChannel(), codes: inForce.matchingCodes }
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
}

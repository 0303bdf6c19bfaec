import { randomUUID } from "node:crypto"
import type { RefundView } from "../../../types/http"
import { ReconciliationError } from "../domain/errors"
import {
  dropRefundChoice,
  keepRefundTurn,
  leaveRefundTurn,
  noteRefundMade,
  takeRefundTurn,
} from "./refund-choice.sql"
import type { Database } from "../ledger/database"
import {
  chooseRefundLines,
  keyReused,
  requestHashOf,
  type ChooseRefundLines,
  type RefundRequest,
} from "./refund-choice"
import {
  choiceOf,
  refundChoiceByKey,
  refundChoicesOf,
  viewOfRefund,
  type RefundChoiceRow,
  type StoredRefundChoice,
} from "./stored-refund-choice"

/** A turn that nobody prolongs runs out after so long: then its holder is taken for dead. */
const TURN_SECONDS = 15
const PROLONG_MILLISECONDS = 3_000
/** Longer than a turn, so that one left behind by the dead is waited for. */
const PATIENCE_MILLISECONDS = 25_000
const AGAIN_MILLISECONDS = 60

/** Somebody's turn to refund an order; nobody else has it until it is left or runs out. */
export interface RefundTurn {
  /** @throws refund_turn_lost when it ran out and another has it: then nothing may be refunded any more */
  hold(): Promise<void>
}

/**
 * Refunds of chosen rows: whose turn it is, what was chosen, and what came of it. The turn is a row with a time
 * limit: it holds over several processes and outlives none of them, holds no connection while the host works,
 * and needs nothing of a pooler between us and PostgreSQL.
 */
export class RefundTurns {
  constructor(private readonly database: Database) {}

  /**
   * Waits for an order's turn and works while it lasts.
   *
   * @throws refund_busy when others had it for too long
   */
  async inTurn<Result>(orderId: string, work: (turn: RefundTurn) => Promise<Result>): Promise<Result> {
    const holder = randomUUID()
    await this.take(orderId, holder)
    const keep = async (): Promise<boolean> =>
      (await this.database.run(keepRefundTurn, [orderId, holder, TURN_SECONDS])).length > 0
    // What fails once is tried again three seconds later, well before the turn runs out.
    const prolonging = setInterval(() => void keep().catch(() => undefined), PROLONG_MILLISECONDS)
    prolonging.unref()
    try {
      return await work({
        hold: async () => {
          if (!(await keep())) throw turnLost(orderId)
        },
      })
    } finally {
      clearInterval(prolonging)
      // Left undone it runs out by itself.
      await this.database.run(leaveRefundTurn, [orderId, holder]).catch(() => undefined)
    }
  }

  /**
   * Keeps which lines a refund shall pay back, before the host is asked to make it; in the order's turn.
   *
   * @returns the choice's id, to be carried by the host's refund
   * @throws order_not_read | refund_lines_differ | row_unknown | row_not_refundable |
   *   refund_above_received | refund_uses_other_credit | refund_lowers_other_rows | order_changing | order_cancelled
   */
  async choose(input: ChooseRefundLines): Promise<string> {
    return this.database.transaction((session) => chooseRefundLines(session, input))
  }

  /** The host has made no refund of a choice. */
  async forget(choiceId: string): Promise<void> {
    await this.database.run(dropRefundChoice, [choiceId])
  }

  /** The host has made the refund of a choice. */
  async noteMade(
    choiceId: string,
    { id, isCounted }: { readonly id: string; readonly isCounted: boolean },
  ): Promise<RefundView> {
    const made = (await this.database.run<RefundChoiceRow>(noteRefundMade, [choiceId, id, isCounted])).map(
      choiceOf,
    )
    const view = await viewOfRefund(this.database, made[0])
    if (!view) throw new Error(`choice ${choiceId} vanished`)
    return view
  }

  /**
   * The refund that a request has become before, known by its key; undefined when it has not, or not yet.
   *
   * @throws idempotency_key_reused when the key named another request
   */
  async findMade(request: RefundRequest): Promise<RefundView | undefined> {
    const { idempotencyKey: key } = request
    const choice = key === null ? undefined : await refundChoiceByKey(this.database, key)
    if (key !== null && choice && choice.requestHash !== requestHashOf(request)) throw keyReused(key)
    return viewOfRefund(this.database, choice)
  }

  /** Which lines the refunds of some orders shall pay back, oldest first. */
  async list(orderIds: readonly string[]): Promise<StoredRefundChoice[]> {
    return refundChoicesOf(this.database, orderIds)
  }

  private async take(orderId: string, holder: string): Promise<void> {
    const begun = performance.now()
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- whoever has the turn must leave it first
      if ((await this.database.run(takeRefundTurn, [orderId, holder, TURN_SECONDS])).length > 0) return
      if (performance.now() - begun > PATIENCE_MILLISECONDS) throw busy(orderId)
      // oxlint-disable-next-line no-await-in-loop -- the same
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MILLISECONDS))
    }
  }
}

function busy(orderId: string): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "refund_busy",
    message: "Other refunds of this order are being made, and take too long.",
    ids: { order_id: orderId },
    remedy: "Nothing was refunded. Look at the order, then send the request again in a moment.",
  })
}

function turnLost(orderId: string): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "refund_turn_lost",
    message: "This refund waited too long before the host was asked, and others were let go ahead.",
    ids: { order_id: orderId },
    remedy: "Nothing was refunded. Look at the order, then send the request again.",
  })
}

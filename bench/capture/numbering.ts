import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { Database } from "../../src/modules/reconciliation/ledger/database"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { median, rounded } from "../lib/figures"
import type { CapturedOrder } from "./order"

const CONTEXT = { actor: { type: "system", id: null }, cause: "payment.captured" } as const

type Capture = (order: CapturedOrder) => Promise<unknown>

/**
 * A captured payment that gets its receipt's number: after its own commit, as a read of the host does it (decision 24), or
 * as the last thing of the transaction that posts it.
 */
export function numbered(
  pool: Knex,
  service: ReconciliationModuleService,
): { readonly posted: Capture; readonly afterwards: Capture; readonly within: Capture } {
  const database = new Database(pool)
  const posted: Capture = ({ history }) => service.orders.reconcile(history, { context: CONTEXT })
  return {
    posted,
    afterwards: async (order) => {
      await posted(order)
      await service.receipts.assign()
    },
    within: async ({ history }) =>
      database.transaction(async (session) => {
        await service.orders.reconcileIn(session, history, { context: CONTEXT, isLast: false })
        await service.receipts.assignWithin(session)
      }),
  }
}

export interface Numbering {
  readonly writers: number
  /** Milliseconds of one captured payment, p50: posted without a number, then numbered, and both at once. */
  readonly posted: number
  readonly afterwards: number
  readonly within: number
  /** Both at once ÷ posted without a number, and ÷ numbered afterwards: medians over the rounds. */
  readonly ratio: number
  readonly ratioNumbered: number
}

type Round = Readonly<Record<"ours" | "afterwards" | "within", { readonly milliseconds: number[] }>>

export function numberingOf(rounds: readonly Round[], writers: number): Numbering {
  const p50 = (round: Round, variant: keyof Round): number => median(round[variant].milliseconds)
  const over = (figure: (round: Round) => number): number => rounded(median(rounds.map(figure)))
  return {
    writers,
    posted: over((round) => p50(round, "ours")),
    afterwards: over((round) => p50(round, "afterwards")),
    within: over((round) => p50(round, "within")),
    ratio: over((round) => p50(round, "within") / p50(round, "ours")),
    ratioNumbered: over((round) => p50(round, "within") / p50(round, "afterwards")),
  }
}

export const saidOf = ({ writers, posted, afterwards, within, ratio, ratioNumbered }: Numbering): string =>
  `receipts, ${writers} writers: posted after ${posted} ms, numbered after ${afterwards} ms, both at once after ${within} ms: ${ratio} times until it is posted, ${ratioNumbered} times until it is numbered`

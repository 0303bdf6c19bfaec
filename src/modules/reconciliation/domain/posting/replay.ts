import { itemAfter } from "../allocation/candidate"
import type { Candidate, Proposal, Strategy } from "../allocation/strategy"
import type { DocumentHistory, DocumentState, PaymentsByKey } from "./document-state"
import { planInWork } from "../instalments/fulfil"
import type { Instalment } from "../instalments/instalment"
import type { OpenItem } from "../open-item"
import { acknowledgeReversals } from "./known-reversals"
import { instalmentsToBe, type PlannedPayment } from "../instalments/payment-plan"
import type { PinnedLine } from "../instalments/pinned-line"
import { post } from "./post"
import type { RefundLines } from "./split-credit"
import { settle } from "../planner/settle"
import { redatedByDelivery, withDays, type OrderTerms, type Redated } from "../terms/falling-due"
import { WorkingLedger, type PaidLine } from "./working-ledger"

export interface ReplayInput {
  readonly documentId: bigint
  readonly orderId: string
  readonly placedAt: string
  readonly placedOn: string
  /** The last host version and the last moment that the ledger holds. */
  readonly hostVersion: number
  readonly stateAt: string | null
  /** Every item of the order that stands in the ledger. */
  readonly items: readonly OpenItem[]
  readonly paidLines: readonly PaidLine[]
  /** What happened since, in order of time. */
  readonly states: readonly DocumentState[]
  readonly strategy: Strategy
  /** The order's planned payments. */
  readonly instalments?: readonly Instalment[]
  /** The lines that an admin chose to pay back by a refund, by the refund's key. */
  readonly chosenLines?: DocumentHistory["chosenLines"]
  /** Which lines a refund gives back when nobody chose. Default newest_first. */
  readonly refundLines?: RefundLines
  /** The payment of each capture and refund, by its key. */
  readonly payments?: PaymentsByKey | null
  /** Plans the payments of an order whose lines come to the ledger for the first time. */
  readonly planFirst?: ((owed: readonly PinnedLine[]) => readonly PlannedPayment[]) | undefined
  /** What reversals of the order's payments posted on other orders that these had paid. */
  readonly foreignReversals?: readonly OpenItem[]
  /** Credits that wait for a person, who set them free by hand. */
  readonly waiting?: ReadonlySet<bigint>
  /** When the order's charges fall due, and what of it was delivered; without terms they are due at once. */
  readonly terms?: OrderTerms | undefined
}

export interface ReplayResult {
  /** New items with negative ids (−1, −2 …) and the counter they end with. */
  readonly items: readonly OpenItem[]
  /** In the order in which they were made; steps count from 1. */
  readonly proposals: readonly Proposal[]
  /** The plan of an order whose items ask for down payments; proposals name its instalments −1, −2 … */
  readonly plan?: readonly PlannedPayment[] | undefined
  /** Days on which items that stand fall due from now on. */
  readonly dueDates?: readonly Redated[]
}

/**
 * Goes through an order's history again: post the difference, settle, next. What already stands is left
 * alone, so replaying the same history twice adds nothing.
 */
export function replay(input: ReplayInput): ReplayResult {
  const dueDates = input.terms ? redatedByDelivery(input.items, input.terms) : []
  const ledger = new WorkingLedger({ ...input, items: withDays(input.items, dueDates) })
  const standing = {
    strategy: input.strategy,
    chosenLines: input.chosenLines,
    plan: planInWork(input.instalments ?? []),
    namesOf: ({ item }: Candidate): readonly string[] => {
      const payment = input.payments?.get(item.key)
      return payment ? [payment.paymentId, payment.collectionId] : []
    },
    ...(input.waiting && { waiting: input.waiting }),
  }
  let plan: readonly PlannedPayment[] | undefined
  let settlement = standing
  for (const { state, posted } of unpostedStates(input)) {
    post(ledger, state, {
      orderId: input.orderId,
      linesStand: posted,
      ...(input.refundLines && { refundLines: input.refundLines }),
    })
    acknowledgeReversals(ledger, state, input)
    const owed = input.planFirst && !plan ? ledger.owed() : []
    if (owed.length > 0) {
      plan = input.planFirst?.(owed) ?? []
      settlement = { ...standing, plan: planInWork(instalmentsToBe(plan)) }
    }
    const awaited = state === input.states.at(-1) ? undefined : awaitedIn(state, input)
    ledger.propose(settle(ledger.candidates, awaited ? { ...settlement, awaited } : settlement))
  }
  if (input.states.length === 0) ledger.propose(settle(ledger.candidates, settlement))
  return {
    items: ledger.posted.map(itemAfter),
    proposals: ledger.proposals,
    ...(plan && plan.length > 0 && { plan }),
    ...(dueDates.length > 0 && { dueDates }),
  }
}

/**
 * Refunds of this moment whose chosen lines the host lowers in the next one: no other line's credit may pay them
 * meanwhile. What the host never lowers is paid back like any other refund from the next moment on.
 */
function awaitedIn(
  { at, money }: DocumentState,
  { chosenLines }: ReplayInput,
): ReadonlySet<string> | undefined {
  if (!chosenLines || chosenLines.size === 0) return undefined
  const made = money.filter((desired) => desired.class === "refund" && desired.at === at)
  const lowering = made.filter(({ key }) =>
    (chosenLines.get(key) ?? []).some(({ lowers = 0n }) => lowers > 0n),
  )
  return new Set(lowering.map(({ key }) => key))
}

/**
 * The states that the ledger has not posted yet, and always the last one: it shows the present, and so
 * brings to light whatever an earlier read could not see. Lines of a version already posted stand.
 */
function unpostedStates({
  states,
  stateAt,
  hostVersion,
}: ReplayInput): { state: DocumentState; posted: boolean }[] {
  return states.flatMap((state, index) => {
    if (index === states.length - 1) return [{ state, posted: false }]
    if (stateAt !== null && state.at <= stateAt) return []
    return [{ state, posted: state.version <= hostVersion }]
  })
}

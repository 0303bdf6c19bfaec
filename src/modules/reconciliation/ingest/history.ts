import { dayOf } from "../domain/day"
import type {
  Desired,
  DocumentHistory,
  DocumentState,
  ExpectedCredit,
  Problem,
  Repayment,
} from "../domain/posting/document-state"
import type { MethodTable } from "../domain/method"
import { exactSum, negated, quantise } from "../domain/quantise"
import { creditLinesOf, type CreditLines } from "./credit-lines"
import { creditedLinesOf, expectedCreditsOf } from "./credited-lines"
import {
  exact,
  latest,
  moment,
  present,
  type HostOrder,
  type HostOrderChange,
  type HostVersion,
} from "./host-order"
import { linesOf, type When } from "./lines"
import { before, GRACE_MILLISECONDS, moneyOf, paymentsOf, type MoneyRow } from "./captures-and-refunds"
import { numbersIn } from "./document-numbers"
import { problemsOf } from "./problems"
import { deliveriesOf, suppliesOf } from "./supplies"
import { termsFactsOf } from "./terms-facts"
import { chosenLinesOf, repaymentsOf, type RefundChoice } from "./repayments"

export interface HistoryInput {
  /** The order as the host shows it now. */
  readonly order: HostOrder
  /** Earlier versions that the ledger has not seen, with the last one it has. */
  readonly versions: readonly HostVersion[]
  readonly changes: readonly HostOrderChange[]
  readonly digits: number
  readonly readAt: string
  readonly readUntil?: string
  readonly timeZone: string
  readonly moneyReferences: readonly string[]
  /** The method of each payment provider's money. */
  readonly paymentMethods: MethodTable
  readonly settledBefore: string | null
  /** Keys of money that other rules leave for the next read, and what they found wrong. */
  readonly heldBack?: readonly string[]
  readonly problems?: readonly Problem[]
  /** Lines that admins chose to pay back, oldest first. */
  readonly refundChoices?: readonly RefundChoice[]
  /** What was read of the order for its terms of payment. */
  readonly read?: { readonly termsFacts: boolean; readonly deliveries: boolean }
  /** The key of the host's metadata under which the numbers of invoices stand; null where none does. */
  readonly documentNumberKey?: string | null
}

/** An order's history, and what this read of it leaves in doubt. */
export interface OrderHistory extends DocumentHistory {
  /**
   * When the order must be read again whatever the host's marks say: the host may delete a row of money
   * that this read has seen, and moves no mark when it does. Null when nothing is in doubt.
   */
  readonly recheckAt: string | null
  /**
   * The ledger's version that this history was told from, and must still be at when it is posted; null
   * when it was told from the host alone.
   */
  readonly basedOn: number | null
}

/**
 * Turns what the host shows of an order into the moments of its life, each with everything that should
 * then have stood in the ledger. Pure: the same host state always gives the same history.
 */
export function historyOf(input: HistoryInput): OrderHistory {
  const { order, digits, readAt } = input
  const placedAt = moment(order.created_at)
  const timeline = new OrderTimeline(input)
  return {
    orderId: order.id,
    displayId: order.custom_display_id ?? String(order.display_id ?? order.id),
    ownerType: order.customer_id ? "customer" : "order",
    ownerId: order.customer_id ?? order.id,
    ownerSince: timeline.ownerSince(),
    salesChannelId: order.sales_channel_id ?? null,
    currencyCode: order.currency_code.toLowerCase(),
    digits,
    placedAt,
    placedOn: dayOf(placedAt, input.timeZone),
    hostVersion: order.version,
    readAt,
    ...(input.readUntil !== undefined && { readUntil: input.readUntil }),
    seen: {
      order: latest([order.updated_at]),
      // What was left for the next read must look unread to the next sweep.
      money:
        timeline.unsettled.length > 0
          ? null
          : latest(present(order.payment_collections).map(({ updated_at: at }) => at)),
      taxes: taxesMovedAt(order),
    },
    basedOn: null,
    recheckAt: timeline.inFlight ? before(readAt, -GRACE_MILLISECONDS) : null,
    states: timeline.states(),
    payments: paymentsOf(order),
    chosenLines: timeline.chosenLines,
    expected: timeline.expected(),
    ...(input.read?.termsFacts && { termsFacts: termsFactsOf(order) }),
    ...(input.read?.deliveries && {
      deliveries: deliveriesOf(order, input.timeZone),
      supplies: suppliesOf(order, input.timeZone),
    }),
    ...(input.documentNumberKey && { numbers: numbersIn(order, input.documentNumberKey) }),
    problems: [...(input.problems ?? []), ...problemsOf(order, { digits, unsettled: timeline.unsettled })],
  }
}

interface VersionInForce {
  readonly version: number
  readonly at: string
  readonly shown: HostVersion
}

class OrderTimeline {
  readonly unsettled: readonly string[]
  readonly inFlight: boolean
  readonly chosenLines: DocumentHistory["chosenLines"]
  private readonly repayments: ReadonlyMap<number, Repayment>
  private readonly money: readonly MoneyRow[]
  private readonly versions: readonly VersionInForce[]
  private readonly canceled: When | null

  constructor(private readonly input: HistoryInput) {
    const { order, versions, digits, readAt, settledBefore, paymentMethods, refundChoices = [] } = input
    const { heldBack = [] } = input
    this.chosenLines = chosenLinesOf(order, refundChoices, digits)
    this.repayments = repaymentsOf(order, this.chosenLines)
    const canceledAt = order.status === "canceled" ? (order.canceled_at ?? order.updated_at) : null
    this.canceled = canceledAt ? this.when(moment(canceledAt)) : null
    const whenOf = (at: string): When => this.when(at)
    const context = { digits, readAt, settledBefore, whenOf, paymentMethods }
    const { rows, unsettled, inFlight } = moneyOf(order, context)
    this.money = rows
    this.unsettled = [...unsettled, ...heldBack]
    this.inFlight = inFlight || heldBack.length > 0
    this.versions = [...versions.filter(({ version }) => version < order.version), order]
      .map((shown) => ({ version: shown.version, at: this.momentOfVersion(shown.version), shown }))
      .toSorted((one, other) => one.version - other.version)
  }

  /** One state per version, per row of money and for the cancellation, then the present. */
  states(): DocumentState[] {
    const changes = [...this.versions, ...this.money, ...(this.canceled ? [this.canceled] : [])]
    const moments = [...new Set(changes.map(({ at }) => at))].toSorted()
    const past = moments.map((at) => this.stateAt(at))
    return [...past, this.presentState(moments.at(-1) ?? this.placedAt())]
  }

  /** The last transfer the host dates; one that it does not, for example of customers it merged, is seen now. */
  ownerSince(): When {
    const { changes, order, readAt } = this.input
    const confirmed = changes.filter((one) => one.change_type === "transfer" && one.confirmed_at)
    const last = confirmed.toSorted((one, other) => one.version - other.version).at(-1)
    const to = present(last?.actions).findLast(({ action }) => action === "TRANSFER_CUSTOMER")?.reference_id
    const dated = last?.confirmed_at && to === order.customer_id ? moment(last.confirmed_at) : null
    return this.when(dated ?? readAt)
  }

  /** Nothing comes back of a draft, nor of an order whose lines are worth nothing. */
  expected(): ExpectedCredit[] {
    const { order, digits } = this.input
    return this.canceled || this.isDraft() ? [] : expectedCreditsOf(order, digits)
  }

  private stateAt(at: string): DocumentState {
    const inForce = this.versions.findLast((version) => version.at <= at)
    return this.state({ at, inForce, when: inForce && this.when(inForce.at) })
  }

  /** The present also shows what has no version: tax lines made anew. */
  private presentState(lastMoment: string): DocumentState {
    const { order } = this.input
    const at = latest([lastMoment, taxesMovedAt(order)]) ?? lastMoment
    return this.state({ at, inForce: this.versions.at(-1), when: this.when(at) })
  }

  private state({
    at,
    inForce,
    when,
  }: {
    at: string
    inForce: VersionInForce | undefined
    when: When | undefined
  }): DocumentState {
    const money = this.money.filter((row) => row.at <= at)
    const credits = inForce ? this.creditLines(inForce.shown) : NO_CREDIT_LINES
    const lines = inForce && when && !this.isDraft() ? this.linesOf(inForce.shown, when) : []
    const canceled = this.canceled && this.canceled.at <= at ? this.canceled : null
    // A cancelled order's lines come to zero, so only its money is left to add up.
    const owed = inForce && !this.isDraft() && !canceled ? rawOwed(inForce.shown, credits) : []
    return {
      at,
      on: this.when(at).on,
      version: inForce?.version ?? 0,
      lines: [...lines, ...(this.isDraft() ? [] : credits.adjustments)],
      money: [...credits.money, ...money.map(({ desired }) => desired)],
      unsettled: this.unsettled,
      balance: quantise(
        exactSum([...owed, ...credits.rawMoney.map(negated), ...money.map(signedRaw)]),
        this.input.digits,
      ),
      creditedLines: inForce ? creditedLinesOf(inForce.shown, this.input.digits) : [],
      canceled,
    }
  }

  private linesOf(shown: HostVersion, when: When): Desired[] {
    return linesOf(shown, { when, digits: this.input.digits })
  }

  private creditLines(shown: HostVersion): CreditLines {
    const { order, digits, moneyReferences } = this.input
    const whenOfVersion = (version: number): When => this.when(this.momentOfVersion(version))
    const { repayments } = this
    return creditLinesOf(shown, { order, digits, moneyReferences, whenOfVersion, repayments })
  }

  /** Nothing is owed on a draft, though money may have come already. */
  private isDraft(): boolean {
    return this.input.order.status === "draft" || this.input.order.is_draft_order === true
  }

  private momentOfVersion(version: number): string {
    if (version <= 1) return this.placedAt()
    const change = this.input.changes.find((one) => one.version === version && one.confirmed_at)
    return change?.confirmed_at ? moment(change.confirmed_at) : this.placedAt()
  }

  private placedAt(): string {
    return moment(this.input.order.created_at)
  }

  private when(at: string): When {
    return { at, on: dayOf(at, this.input.timeZone) }
  }
}

const NO_CREDIT_LINES: CreditLines = { adjustments: [], money: [], rawAdjustments: [], rawMoney: [] }

/** Two changes confirmed at once leave the host with two rows of each line in one version: it is one line. */
function rawOwed(shown: HostVersion, { rawAdjustments }: CreditLines): string[] {
  const lines = new Map(
    [...present(shown.items), ...present(shown.shipping_methods)].map((line) => [line.id, line]),
  )
  return [...[...lines.values()].map((line) => exact(line.raw_total)), ...rawAdjustments.map(negated)]
}

function signedRaw({ raw, direction }: MoneyRow): string {
  return direction === "in" ? negated(raw) : raw
}

function taxesMovedAt(order: HostOrder): string | null {
  const lines = [...present(order.items), ...present(order.shipping_methods)]
  return latest(lines.flatMap((line) => present(line.tax_lines).map((tax) => tax.created_at)))
}

import { STRATEGIES } from "../../src/modules/reconciliation/domain/allocation/strategies"
import type { Proposal, StrategyName } from "../../src/modules/reconciliation/domain/allocation/strategy"
import { depositPlan, type DepositInput } from "../../src/modules/reconciliation/domain/instalments/deposit"
import type {
  DocumentHistory,
  PaymentsByKey,
} from "../../src/modules/reconciliation/domain/posting/document-state"
import { leftOf, type Instalment } from "../../src/modules/reconciliation/domain/instalments/instalment"
import {
  violationsOfLedger,
  violationsOfPlan,
} from "../../src/modules/reconciliation/domain/allocation/invariants"
import { matrixOf, type Matrix } from "../../src/modules/reconciliation/domain/order/matrix"
import {
  isCharge,
  isLineCredit,
  type Allocation,
  type OpenItem,
} from "../../src/modules/reconciliation/domain/open-item"
import {
  instalmentsToBe,
  termsOf,
  type AskedInstalment,
  type PlannedPayment,
} from "../../src/modules/reconciliation/domain/instalments/payment-plan"
import {
  openLines,
  owedLines,
  paidLines,
  recount,
} from "../../src/modules/reconciliation/domain/instalments/recount"
import type { Release } from "../../src/modules/reconciliation/domain/allocation/release"
import { replay, type ReplayInput } from "../../src/modules/reconciliation/domain/posting/replay"
import {
  coverageOf,
  reserve,
  type Reservation,
} from "../../src/modules/reconciliation/domain/instalments/reserve"
import type { RefundLines } from "../../src/modules/reconciliation/domain/posting/split-credit"
import { stateOfDocument, type State } from "../../src/modules/reconciliation/domain/order/status"
import { takenBackOfInstalments } from "../../src/modules/reconciliation/domain/instalments/taken-back"
import type { PaidLine } from "../../src/modules/reconciliation/domain/posting/working-ledger"
import { historyOf } from "../../src/modules/reconciliation/ingest/history"
import type { HostTimeline } from "./host-timeline"
import { unexplained } from "./matrix-identities"

export interface BookOptions {
  digits?: number
  strategy?: StrategyName
  refundLines?: RefundLines | undefined
  /** Down payments that products require, and the product of each line. */
  deposits?: Pick<DepositInput, "products" | "rules"> | undefined
}

/** An instalment as the book keeps it; what becomes of it is written into it. */
export type StoredInstalment = Omit<
  Instalment,
  "settled" | "takenBack" | "dueOn" | "failed" | "cancelled"
> & {
  plan: number
  dueOn: string
  failed: boolean
  cancelled: boolean
}

export const DOCUMENT_ID = 1n

/** New items are named −1, −2 …, as in a plan. */
export interface BookChange {
  readonly items: readonly OpenItem[]
  readonly proposals: readonly Proposal[]
  readonly releases?: readonly Release[]
  readonly plan?: readonly PlannedPayment[]
}

/** One order's ledger in memory, kept as the service keeps it: load, replay, check, store. */
export class Book {
  items: OpenItem[] = []
  /** Live ones only. */
  allocations: Allocation[] = []
  hostVersion = 0
  private stateAt: string | null = null
  hasProblems = false
  /** Minor units that returns on their way are to take off. */
  expected = 0n
  private payments: PaymentsByKey | null = null
  private placedAt = ""
  private placedOn = ""
  private lastAllocation = 0n
  /** How many plans the order has had, and all their instalments. */
  private plans = 0
  private readonly planned: StoredInstalment[] = []
  /** The day it is, for what is due. */
  today = "2030-01-01"
  readonly digits: number
  readonly strategy: StrategyName
  private readonly deposits: BookOptions["deposits"]
  private readonly refundLines: RefundLines

  constructor({
    digits = 2,
    strategy = "line_order",
    refundLines = "newest_first",
    deposits,
  }: BookOptions = {}) {
    this.deposits = deposits
    this.refundLines = refundLines
    this.digits = digits
    this.strategy = strategy
  }

  /** What ingest says of a timeline, asking the host for the versions this book has not seen. */
  historyOf(timeline: HostTimeline): DocumentHistory {
    return historyOf({
      order: timeline.order(),
      versions: timeline.versionsSince(this.hostVersion),
      changes: timeline.confirmedChanges(),
      digits: this.digits,
      readAt: "2030-01-01T00:00:00.000Z",
      timeZone: "UTC",
      moneyReferences: ["store-credit", "gift-card"],
      paymentMethods: {},
      settledBefore: null,
    })
  }

  /** Reads a timeline, posts and settles; gives how many rows were added. */
  read(timeline: HostTimeline): number {
    return this.apply(this.historyOf(timeline))
  }

  apply(history: DocumentHistory): number {
    const { items, proposals, plan } = replay({
      documentId: DOCUMENT_ID,
      orderId: history.orderId,
      placedAt: history.placedAt,
      placedOn: history.placedOn,
      hostVersion: this.hostVersion,
      stateAt: this.stateAt,
      items: this.items,
      paidLines: this.paidLines(),
      states: history.states,
      payments: history.payments,
      chosenLines: history.chosenLines,
      instalments: this.instalments(),
      planFirst: this.firstPlan(history),
      strategy: STRATEGIES[this.strategy],
      refundLines: this.refundLines,
    })
    this.payments = history.payments
    this.placedAt = history.placedAt
    this.placedOn = history.placedOn
    this.store({ items, proposals, releases: [], plan: plan ?? [] })
    this.hostVersion = Math.max(this.hostVersion, history.hostVersion)
    const last = history.states.at(-1)?.at ?? null
    if (last !== null && (this.stateAt === null || last > this.stateAt)) this.stateAt = last
    this.hasProblems = history.problems.length > 0
    this.expected = history.expected.reduce((sum, { amount }) => sum + amount, 0n)
    return items.length + proposals.length
  }

  /** Plans payments in place of what is left of an earlier plan, as the service does. */
  plan(asked: readonly AskedInstalment[]): void {
    const { items, allocations, placedAt, placedOn } = this
    const ledger = { items, allocations, placedAt, placedOn }
    const { payments, countsPaid } = termsOf(asked, {
      orderId: "order_1",
      digits: this.digits,
      open: openLines(this.items),
      paid: paidLines(ledger),
    })
    const { releases, proposals } = recount({
      ...ledger,
      instalments: instalmentsToBe(payments),
      countsPaid,
      strategy: STRATEGIES[this.strategy],
      namesOf: ({ item }) => Object.values(this.payments?.get(item.key) ?? {}),
      on: this.today,
    })
    this.cancelPlan()
    this.store({ items: [], proposals, releases, plan: payments })
  }

  /** Cancels what is left of the plan. */
  cancelPlan(): void {
    for (const instalment of this.instalments()) {
      const stored = this.planned.find(({ id }) => id === instalment.id)
      if (stored && leftOf(instalment) > 0n) stored.cancelled = true
    }
  }

  /** An instalment of the plan in force, to change it. */
  instalment(number: number): StoredInstalment {
    const found = this.planned.findLast((one) => one.number === number && one.plan === this.plans)
    if (!found) throw new Error(`the plan has no instalment ${number}`)
    return found
  }

  /** Every instalment of every plan, with what money put on each line in fulfilment of it. */
  instalments(posted: readonly OpenItem[] = []): Instalment[] {
    const taken = takenBackOfInstalments({
      items: [...this.items, ...posted],
      allocations: this.allocations,
    })
    return this.planned.map((one) => {
      const settled = new Map<string, bigint>()
      for (const { instalmentId, debitItemId, amount } of this.allocations) {
        if (instalmentId !== one.id) continue
        const lineKey = this.item(debitItemId).lineKey ?? ""
        settled.set(lineKey, (settled.get(lineKey) ?? 0n) + amount)
      }
      const lines = [...settled].map(([lineKey, amount]) => ({ lineKey, amount }))
      return { ...one, settled: lines, takenBack: taken.get(one.id) ?? [] }
    })
  }

  reservations(): Reservation[] {
    return reserve(this.instalments(), owedLines(this.items))
  }

  private firstPlan(history: DocumentHistory): ReplayInput["planFirst"] {
    const { deposits } = this
    if (!deposits || this.plans > 0 || this.items.some(isCharge)) return undefined
    const { currencyCode, digits, placedOn } = history
    return (owed) => depositPlan({ ...deposits, owed, currencyCode, digits, placedOn })
  }

  /** Checks a change and keeps it, as the ledger writes one. */
  store({ items, proposals, releases = [], plan = [] }: BookChange): void {
    const broken = violationsOfPlan(proposals, releases)
    if (broken.length > 0) throw new Error(JSON.stringify(broken))
    if (plan.length > 0) this.plans += 1
    const first = BigInt(this.planned.length)
    for (const [index, payment] of plan.entries()) {
      const id = first + BigInt(index) + 1n
      this.planned.push({
        ...payment,
        id,
        number: index + 1,
        plan: this.plans,
        failed: false,
        cancelled: false,
      })
    }
    const freed = new Set(releases.map(({ allocation }) => allocation))
    this.allocations = this.allocations.filter((one) => !freed.has(one))
    const base = BigInt(this.items.length)
    const stored = (id: bigint): bigint => (id < 0n ? base - id : id)
    this.items = [
      ...this.items.map((item) => proposals.reduce(moved, releases.reduce(released, item))),
      ...items.map((item) => ({ ...item, id: stored(item.id) })),
    ]
    for (const [index, proposal] of proposals.entries()) {
      const { instalmentId } = proposal
      this.lastAllocation += 1n
      this.allocations.push({
        id: this.lastAllocation,
        creditItemId: stored(proposal.credit.id),
        debitItemId: stored(proposal.debit.id),
        amount: proposal.amount,
        origin: "auto",
        rule: proposal.rule,
        step: index + 1,
        creditOpenBefore: proposal.creditOpenBefore,
        debitOpenBefore: proposal.debitOpenBefore,
        creditTaxes: proposal.creditTaxes,
        debitTaxes: proposal.debitTaxes,
        instalmentId: instalmentId !== null && instalmentId < 0n ? first - instalmentId : instalmentId,
        releases: null,
        accountingOn: "2030-01-01",
        recordedAt: "2030-01-01T00:00:00.000Z",
      })
    }
    const drifted = violationsOfLedger(this.items, this.allocations)
    if (drifted.length > 0) throw new Error(JSON.stringify(drifted))
    const silent = unexplained(this.matrix())
    if (silent.length > 0) throw new Error(JSON.stringify(silent))
  }

  item(id: bigint): OpenItem {
    const item = this.items[Number(id) - 1]
    if (!item) throw new Error(`no item ${id}`)
    return item
  }

  matrix(): Matrix {
    return matrixOf({ documentId: DOCUMENT_ID, items: this.items, allocations: this.allocations })
  }

  state(): State {
    const { open, applied } = this.matrix()
    const coverage = coverageOf(this.reservations(), { expected: this.expected, open, today: this.today })
    return stateOfDocument({ open, applied, hasProblems: this.hasProblems, coverage })
  }

  /** The sum of all items that the host knows of, debits positive. */
  sum(): bigint {
    return this.items
      .filter(({ kind }) => kind !== "reversal" && kind !== "write_off")
      .reduce((sum, { side, amount }) => sum + (side === "debit" ? amount : -amount), 0n)
  }

  private paidLines(): PaidLine[] {
    return this.allocations.flatMap(({ debitItemId, creditItemId, amount }) => {
      const debit = this.item(debitItemId)
      if (!isCharge(debit) || debit.lineKey === null || isLineCredit(this.item(creditItemId))) return []
      return [{ creditKey: this.item(creditItemId).key, lineKey: debit.lineKey, amount }]
    })
  }
}

/** An item's counters after a proposal, if it is about the item. */
function moved(item: OpenItem, { credit, debit, amount, creditTaxes, debitTaxes }: Proposal): OpenItem {
  if (item.id !== credit.id && item.id !== debit.id) return item
  const taxes = item.id === credit.id ? creditTaxes : debitTaxes
  return {
    ...item,
    allocated: item.allocated + amount,
    taxesAllocated: item.taxesAllocated.map((part, rate) => part + (taxes[rate] ?? 0n)),
  }
}

/** An item's counters after a release, if it is about the item. */
function released(item: OpenItem, { credit, debit, allocation }: Release): OpenItem {
  const { amount, creditTaxes, debitTaxes } = allocation
  if (item.id !== credit.id && item.id !== debit.id) return item
  const taxes = item.id === credit.id ? creditTaxes : debitTaxes
  return {
    ...item,
    allocated: item.allocated - amount,
    taxesAllocated: item.taxesAllocated.map((part, rate) => part - (taxes[rate] ?? 0n)),
  }
}

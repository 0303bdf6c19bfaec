import { STRATEGIES } from "../../src/modules/reconciliation/domain/allocate/strategies"
import type { Proposal, StrategyName } from "../../src/modules/reconciliation/domain/allocate/strategy"
import type { DocumentHistory } from "../../src/modules/reconciliation/domain/document-state"
import { violationsOfLedger, violationsOfPlan } from "../../src/modules/reconciliation/domain/invariants"
import { matrixOf, type Matrix } from "../../src/modules/reconciliation/domain/matrix"
import {
  isCharge,
  isLineCredit,
  type Allocation,
  type OpenItem,
} from "../../src/modules/reconciliation/domain/open-item"
import type { Release } from "../../src/modules/reconciliation/domain/release"
import { replay } from "../../src/modules/reconciliation/domain/replay"
import { coverageOf } from "../../src/modules/reconciliation/domain/reserve"
import { stateOfDocument, type State } from "../../src/modules/reconciliation/domain/status"
import { historyOf } from "../../src/modules/reconciliation/ingest/history"
import type { HostStory } from "./host-story"

interface BookOptions {
  digits?: number
  strategy?: StrategyName
}

export const DOCUMENT_ID = 1n

/** New items are named −1, −2 …, as in a plan. */
export interface BookChange {
  readonly items: readonly OpenItem[]
  readonly proposals: readonly Proposal[]
  readonly releases?: readonly Release[]
}

/** One order's ledger in memory, kept as the service keeps it: load, replay, check, store. */
export class Book {
  items: OpenItem[] = []
  /** Live ones only. */
  allocations: Allocation[] = []
  private nextAllocation = 1n
  hostVersion = 0
  private stateAt: string | null = null
  private hasProblems = false
  private expected = 0n
  readonly digits: number
  readonly strategy: StrategyName

  constructor({ digits = 2, strategy = "line_order" }: BookOptions = {}) {
    this.digits = digits
    this.strategy = strategy
  }

  /** What ingest says of a story, asking the host for the versions this book has not seen. */
  historyOf(story: HostStory): DocumentHistory {
    return historyOf({
      order: story.order(),
      versions: story.versionsSince(this.hostVersion),
      changes: story.confirmedChanges(),
      digits: this.digits,
      readAt: "2030-01-01T00:00:00.000Z",
      timeZone: "UTC",
      moneyReferences: ["store-credit", "gift-card"],
      settledBefore: null,
    })
  }

  /** Reads a story, posts and settles; gives how many rows were added. */
  read(story: HostStory): number {
    return this.apply(this.historyOf(story))
  }

  apply(history: DocumentHistory): number {
    const { items, proposals } = replay({
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
      strategy: STRATEGIES[this.strategy],
    })
    this.store({ items, proposals })
    this.hostVersion = Math.max(this.hostVersion, history.hostVersion)
    const last = history.states.at(-1)?.at ?? null
    if (last !== null && (this.stateAt === null || last > this.stateAt)) this.stateAt = last
    this.hasProblems = history.problems.length > 0
    this.expected = history.expected.reduce((sum, { amount }) => sum + amount, 0n)
    return items.length + proposals.length
  }

  /** Checks a change and keeps it, as the ledger writes one. */
  store({ items, proposals, releases = [] }: BookChange): void {
    const broken = violationsOfPlan(proposals, releases)
    if (broken.length > 0) throw new Error(JSON.stringify(broken))
    const released = new Set(releases.map(({ allocation }) => allocation))
    this.allocations = this.allocations.filter((one) => !released.has(one))
    const base = BigInt(this.items.length)
    const stored = (id: bigint): bigint => (id < 0n ? base - id : id)
    this.items = [
      ...this.items.map((item) => proposals.reduce(moved, releases.reduce(freed, item))),
      ...items.map((item) => ({ ...item, id: stored(item.id) })),
    ]
    for (const [index, proposal] of proposals.entries()) {
      this.allocations.push({
        id: this.nextAllocation++,
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
        instalmentId: proposal.instalmentId,
        releases: null,
        recordedAt: "2030-01-01T00:00:00.000Z",
      })
    }
    const drifted = violationsOfLedger(this.items, this.allocations)
    if (drifted.length > 0) throw new Error(JSON.stringify(drifted))
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
    const coverage = coverageOf([], { expected: this.expected, open, today: "2030-01-01" })
    return stateOfDocument({ open, applied, hasProblems: this.hasProblems, coverage })
  }

  /** The sum of all items that the host knows of, debits positive. */
  sum(): bigint {
    return this.items
      .filter(({ kind }) => kind !== "reversal" && kind !== "write_off")
      .reduce((sum, { side, amount }) => sum + (side === "debit" ? amount : -amount), 0n)
  }

  private paidLines(): { lineKey: string; amount: bigint }[] {
    return this.allocations.flatMap(({ debitItemId, creditItemId, amount }) => {
      const debit = this.item(debitItemId)
      if (!isCharge(debit) || debit.lineKey === null || isLineCredit(this.item(creditItemId))) return []
      return [{ lineKey: debit.lineKey, amount }]
    })
  }
}

/** An item's counters after a release, if it is about the item. */
function freed(item: OpenItem, { credit, debit, allocation }: Release): OpenItem {
  if (item.id !== credit.id && item.id !== debit.id) return item
  const taxes = item.id === credit.id ? allocation.creditTaxes : allocation.debitTaxes
  return {
    ...item,
    allocated: item.allocated - allocation.amount,
    taxesAllocated: item.taxesAllocated.map((part, rate) => part - (taxes[rate] ?? 0n)),
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

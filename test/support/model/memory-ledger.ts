import { STRATEGIES } from "../../../src/modules/reconciliation/domain/allocation/strategies"
import type {
  Proposal,
  Strategy,
  StrategyName,
} from "../../../src/modules/reconciliation/domain/allocation/strategy"
import type { DocumentHistory } from "../../../src/modules/reconciliation/domain/posting/document-state"
import type { Wish } from "../../../src/modules/reconciliation/domain/order/draft"
import type { Reach } from "../../../src/modules/reconciliation/domain/reversals/holdings"
import type { Instalment } from "../../../src/modules/reconciliation/domain/instalments/instalment"
import {
  isCharge,
  isLineCredit,
  isMoneyIn,
  openAmount,
  type OpenItem,
} from "../../../src/modules/reconciliation/domain/open-item"
import { planAllocations } from "../../../src/modules/reconciliation/domain/planner/allocation-plan"
import { replay } from "../../../src/modules/reconciliation/domain/posting/replay"
import { reversedItemOf } from "../../../src/modules/reconciliation/domain/key"
import type { PaidLine } from "../../../src/modules/reconciliation/domain/posting/working-ledger"
import type { HostOrder } from "./host-order"
import { MemoryCorrections } from "./memory-corrections"
import { MemoryEdits } from "./memory-edits"
import { MemoryRefunds } from "./memory-refunds"
import { MemoryMembers } from "./memory-members"
import { MemoryMoney } from "./memory-money"
import { MemoryPlans } from "./memory-plans"
import { depositOf, MemoryRecording } from "./memory-recording"
import { MemoryStore, type StoredDocument } from "./memory-store"
import { refused } from "./refused"
import type {
  Actor,
  Correction,
  DiscountedPayment,
  InstalmentEvent,
  ModelCell,
  ModelLedger,
  ModelMove,
  ModelTakeBack,
  Picture,
  PlannedPart,
  Reversal,
  RowChoice,
} from "./world"

/** What a core is broken by, to see that the model notices. */
export interface Sabotage {
  readonly strategy?: Strategy
  readonly proposals?: (proposals: readonly Proposal[]) => readonly Proposal[]
  readonly reach?: (reach: Reach) => Reach
  /** Rows may be chosen as if no refund that the ledger has not read had chosen them. */
  readonly forgetsChoices?: boolean
}

export interface MemoryLedgerOptions {
  readonly strategy: StrategyName
  readonly digits: number
}

const READ_AT = "2030-01-01T00:00:00.000Z"

/** Accounts kept as the service keeps them, by the pure core alone: load, plan, check, store. */
export class MemoryLedger implements ModelLedger {
  private readonly store: MemoryStore
  private readonly corrections: MemoryCorrections
  private readonly plans: MemoryPlans
  private readonly refunds: MemoryRefunds
  private readonly edits: MemoryEdits
  private readonly money: MemoryMoney
  private readonly recording: MemoryRecording
  private readonly members: MemoryMembers
  private readonly strategy: Strategy

  constructor({ strategy, digits }: MemoryLedgerOptions, sabotage: Sabotage = {}) {
    this.strategy = sabotage.strategy ?? STRATEGIES[strategy]
    this.store = new MemoryStore(sabotage.proposals ?? ((proposals) => proposals))
    this.edits = new MemoryEdits(this.store)
    const { reach = (whole: Reach) => whole } = sabotage
    this.corrections = new MemoryCorrections(this.store, { digits, strategy: this.strategy, reach })
    this.money = new MemoryMoney(this.store, this.edits, this.corrections)
    this.recording = new MemoryRecording(this.store, this.corrections)
    this.members = new MemoryMembers(this.store)
    this.refunds = new MemoryRefunds(this.store, { digits, forgetsChoices: sabotage.forgetsChoices === true })
    this.plans = new MemoryPlans(this.store, { digits, strategy: this.strategy })
  }

  async read(order: HostOrder, actor: Actor): Promise<void> {
    const known = this.store.documents.get(order.id)
    const history = order.history(known?.hostVersion ?? 0, READ_AT, this.refunds.of(order.id))
    const document = known ?? this.store.open(history)
    const to = this.store.accountFor(history.ownerId)
    if (document.account !== to) {
      // Who joined or left did so after all that the host shows.
      const since =
        document.owner === history.ownerId ? { at: READ_AT, on: READ_AT.slice(0, 10) } : history.ownerSince
      const earlier = history.states.filter(({ at }) => at < since.at)
      const last = earlier.at(-1)
      if (last && last.at > (document.stateAt ?? ""))
        this.postHistory(document, { ...history, states: earlier, hostVersion: last.version }, actor)
      this.members.give(document, to, since)
    }
    document.owner = history.ownerId
    this.postHistory(document, history, actor)
  }

  async deposit(owner: string, money: { amount: bigint; key: string; at: string }): Promise<void> {
    const account = this.store.accountFor(owner)
    this.store.write({ account, kind: "deposit", items: [depositOf(money)], proposals: [] })
  }

  async run(owner: string, strategy: StrategyName, actor: Actor): Promise<void> {
    const account = this.store.account(owner)
    const waiting = actor === "system" ? this.store.waiting() : new Set<bigint>()
    const open = this.store.itemsIn(account).filter((item) => openAmount(item) > 0n)
    const { allocate } = planAllocations({
      credits: this.store.candidates(
        open.filter((item) => (isMoneyIn(item) || isLineCredit(item)) && !waiting.has(item.id)),
      ),
      debits: this.store.candidates(
        open.filter((item) => isCharge(item) || (item.side === "debit" && item.kind === "void")),
      ),
      strategy: STRATEGIES[strategy],
      plans: this.store.plansInWork(open),
    })
    if (allocate.length > 0) this.store.write({ account, kind: "reconcile_account", proposals: allocate })
  }

  async edit(owner: string, expectedVersion: number, cells: readonly ModelCell[]): Promise<void> {
    const account = this.store.account(owner)
    if (account.version !== expectedVersion) throw refused("version_stale")
    this.edits.edit(account, cells)
  }

  async editMatrix(orderId: string, expectedVersion: number, wishes: readonly Wish[]): Promise<void> {
    this.edits.editMatrix(orderId, expectedVersion, wishes)
  }

  async takeBack(call: ModelTakeBack): Promise<bigint | null> {
    return this.edits.takeBack(call)
  }

  async plan(orderId: string, parts: readonly PlannedPart[]): Promise<void> {
    this.plans.plan(orderId, parts)
  }

  async note(instalment: Instalment, event: InstalmentEvent): Promise<void> {
    this.plans.note(instalment, event)
  }

  async reverse(reversal: Reversal): Promise<number> {
    return this.corrections.reverse(reversal)
  }

  async undoReversal(itemId: bigint, number: number): Promise<void> {
    this.money.undoReversal(itemId, number)
  }

  async move(move: ModelMove): Promise<string> {
    return this.money.move(move)
  }

  async undoMove(id: string, how: Pick<ModelMove, "release">): Promise<void> {
    this.money.undoMove(id, how)
  }

  async payBack(itemId: bigint, amount: bigint | null): Promise<string> {
    return this.money.payBack(itemId, amount)
  }

  async undoPayBack(id: string): Promise<void> {
    this.money.undoPayBack(id)
  }

  async writeOff(correction: Correction): Promise<string> {
    return this.corrections.writeOff(correction)
  }

  async undoWriteOff(id: string): Promise<void> {
    this.corrections.undo(id)
  }

  async payDiscounted(payment: DiscountedPayment): Promise<string> {
    return this.recording.payDiscounted(payment)
  }

  async join(member: string, of: string): Promise<string> {
    return this.members.join(member, of)
  }

  async leave(membershipId: string): Promise<void> {
    this.members.leave(membershipId)
  }

  async follow(): Promise<void> {
    this.members.follow()
  }

  async chooseRows(order: HostOrder, choice: RowChoice): Promise<string> {
    return this.refunds.choose(order, choice)
  }

  async noteRefund(mark: string, refundId: string | null): Promise<void> {
    this.refunds.note(mark, refundId)
  }

  async picture(): Promise<Picture> {
    const { store } = this
    const accounts = [...store.accounts.values()]
    const documents = [...store.documents.values()]
    return {
      items: [...store.items],
      live: [...store.live],
      owners: new Map(store.items.map((item) => [item.id, store.accountOf(item).owner])),
      orders: new Map(
        documents.map(({ id, orderId, account: { owner }, version }) => [id, { orderId, owner, version }]),
      ),
      changes: store.changes.map(({ id, kind, undoes, account: { owner }, made }) => ({
        id,
        kind,
        undoes,
        owner,
        items: [...new Set(made.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]))],
      })),
      ranks: new Map(accounts.map(({ owner, ranks }) => [owner, new Map(ranks)])),
      instalments: new Map([...store.plans.keys()].map((id) => [id, store.instalmentsOf(id)])),
      versions: new Map(accounts.map(({ owner, version }) => [owner, version])),
      fingerprint: store.fingerprint(),
      broken: [],
    }
  }

  private postHistory(document: StoredDocument, history: DocumentHistory, actor: Actor): void {
    const own = this.store.itemsOf(document)
    const { items, proposals } = replay({
      documentId: document.id,
      orderId: document.orderId,
      placedAt: document.placedAt,
      placedOn: document.placedOn,
      hostVersion: document.hostVersion,
      stateAt: document.stateAt,
      items: own,
      paidLines: this.paidLines(document),
      states: history.states,
      payments: history.payments,
      chosenLines: history.chosenLines,
      foreignReversals: this.foreignReversals(own),
      instalments: this.store.instalmentsOf(document.orderId),
      strategy: this.strategy,
      ...(actor === "system" && { waiting: this.store.waiting() }),
    })
    if (items.length + proposals.length > 0)
      this.store.write({ account: document.account, kind: "ingest", items, proposals, document })
    document.hostVersion = Math.max(document.hostVersion, history.hostVersion)
    const last = history.states.at(-1)?.at ?? null
    if (last !== null && (document.stateAt === null || last > document.stateAt)) document.stateAt = last
  }

  private foreignReversals(own: readonly OpenItem[]): OpenItem[] {
    const [ids, payments] = [new Set(own.map(({ id }) => id)), new Set<bigint>()]
    for (const { id, kind, side } of own) if (kind === "payment" && side === "credit") payments.add(id)
    return this.store.items.filter(
      (item) => item.kind === "reversal" && !ids.has(item.id) && payments.has(reversedItemOf(item) ?? 0n),
    )
  }

  private paidLines({ id: documentId }: StoredDocument): PaidLine[] {
    return this.store.live.flatMap(({ creditItemId, debitItemId, amount }) => {
      const debit = this.store.item(debitItemId)
      if (debit.documentId !== documentId || !isCharge(debit) || debit.lineKey === null) return []
      const credit = this.store.item(creditItemId)
      return isLineCredit(credit) ? [] : [{ creditKey: credit.key, lineKey: debit.lineKey, amount }]
    })
  }
}

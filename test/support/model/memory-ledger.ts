import { candidateOf } from "../../../src/modules/reconciliation/domain/allocate/candidate"
import { STRATEGIES } from "../../../src/modules/reconciliation/domain/allocate/strategies"
import type {
  Candidate,
  Proposal,
  Strategy,
  StrategyName,
} from "../../../src/modules/reconciliation/domain/allocate/strategy"
import { planEdit } from "../../../src/modules/reconciliation/domain/edit"
import { ReconciliationError } from "../../../src/modules/reconciliation/domain/errors"
import type { Instalment } from "../../../src/modules/reconciliation/domain/instalment"
import {
  isCharge,
  isLineCredit,
  isMoneyIn,
  openAmount,
  type Allocation,
  type OpenItem,
} from "../../../src/modules/reconciliation/domain/open-item"
import { violationsOfPlan } from "../../../src/modules/reconciliation/domain/invariants"
import { plan } from "../../../src/modules/reconciliation/domain/plan"
import type { Release } from "../../../src/modules/reconciliation/domain/release"
import { replay } from "../../../src/modules/reconciliation/domain/replay"
import { codesOpenedBy } from "../../../src/modules/reconciliation/domain/sequence"
import { waitingCredits, type EditedCredit } from "../../../src/modules/reconciliation/domain/waiting"
import type { PaidLine } from "../../../src/modules/reconciliation/domain/working-ledger"
import type { HostOrder } from "./host-order"
import { movesOf } from "./moves"
import type { Actor, InstalmentEvent, ModelCell, ModelLedger, Picture, PlannedPart } from "./world"

interface Document {
  readonly id: bigint
  readonly orderId: string
  readonly placedAt: string
  readonly placedOn: string
  hostVersion: number
  stateAt: string | null
  version: number
}

interface Written {
  readonly items?: readonly OpenItem[]
  readonly releases?: readonly Release[]
  readonly proposals: readonly Proposal[]
  readonly document?: Document
  readonly byHand?: boolean
}

/** What a core is broken by, to see that the model notices. */
export interface Sabotage {
  readonly strategy?: Strategy
  readonly proposals?: (proposals: readonly Proposal[]) => readonly Proposal[]
}

/** One account kept as the service keeps it, by the pure core alone: load, plan, check, store. */
export class MemoryLedger implements ModelLedger {
  private items: OpenItem[] = []
  private readonly allocations: Allocation[] = []
  private readonly released = new Set<bigint>()
  private readonly documents = new Map<string, Document>()
  private readonly ranks = new Map<string, number>()
  private readonly plans = new Map<string, Instalment[]>()
  private readonly edits: EditedCredit[] = []
  private instalments = 0
  private version = 0

  constructor(
    private readonly strategy: StrategyName,
    private readonly sabotage: Sabotage = {},
  ) {}

  async read(order: HostOrder, actor: Actor): Promise<void> {
    const known = this.documents.get(order.id)
    const history = order.history(known?.hostVersion ?? 0, "2030-01-01T00:00:00.000Z")
    const document = known ?? this.open(history)
    const { items, proposals } = replay({
      documentId: document.id,
      orderId: order.id,
      placedAt: document.placedAt,
      placedOn: document.placedOn,
      hostVersion: document.hostVersion,
      stateAt: document.stateAt,
      items: this.items.filter(({ documentId }) => documentId === document.id),
      paidLines: this.paidLines(document.id),
      states: history.states,
      payments: history.payments,
      instalments: this.instalmentsOf(order.id),
      strategy: this.sabotage.strategy ?? STRATEGIES[this.strategy],
      ...(actor === "system" && { waiting: this.waiting() }),
    })
    if (items.length + proposals.length > 0) this.write({ items, proposals, document })
    document.hostVersion = Math.max(document.hostVersion, history.hostVersion)
    const last = history.states.at(-1)?.at ?? null
    if (last !== null && (document.stateAt === null || last > document.stateAt)) document.stateAt = last
  }

  async deposit(amount: bigint, key: string, at: string): Promise<void> {
    const item: OpenItem = {
      id: -1n,
      documentId: null,
      side: "credit",
      kind: "deposit",
      key: `deposit:${key}`,
      sequence: 1,
      lineKey: null,
      position: 0,
      title: "Deposit on account",
      reference: key,
      method: "cheque",
      occurredAt: at,
      occurredOn: at.slice(0, 10),
      dueOn: null,
      amount,
      allocated: 0n,
      taxes: [],
      taxesAllocated: [],
    }
    this.write({ items: [item], proposals: [] })
  }

  async run(strategy: StrategyName, actor: Actor): Promise<void> {
    const waiting = actor === "system" ? this.waiting() : new Set<bigint>()
    const open = this.items.filter((item) => openAmount(item) > 0n)
    const { allocate } = plan({
      credits: this.candidates(open.filter((item) => isMoneyIn(item) && !waiting.has(item.id))),
      debits: this.candidates(
        open.filter((item) => isCharge(item) || (item.side === "debit" && item.kind === "void")),
      ),
      strategy: STRATEGIES[strategy],
    })
    if (allocate.length > 0) this.write({ proposals: allocate })
  }

  async edit(scope: string | null, expectedVersion: number, cells: readonly ModelCell[]): Promise<void> {
    const version = scope === null ? this.version : this.documents.get(scope)?.version
    if (version !== expectedVersion) throw stale(version)
    const { releases, proposals } = planEdit({
      candidates: this.candidates(this.items),
      live: this.live(),
      cells,
      on: "2030-01-01",
    })
    if (releases.length + proposals.length > 0) this.write({ releases, proposals, byHand: true })
  }

  async plan(orderId: string, parts: readonly PlannedPart[]): Promise<void> {
    const instalments = parts.map(({ dueOn, amount, reference, lineKey }, index): Instalment => {
      this.instalments += 1
      const pins = lineKey === null ? [] : [{ lineKey, amount }]
      const rest = { method: null, failed: false, cancelled: false, settled: [] }
      return { id: BigInt(this.instalments), number: index + 1, dueOn, amount, reference, pins, ...rest }
    })
    this.plans.set(orderId, instalments)
    this.version += 1
  }

  async note({ id }: Instalment, event: InstalmentEvent): Promise<void> {
    for (const [orderId, instalments] of this.plans) {
      const noted = instalments.map((one) => {
        if (one.id !== id) return one
        if (event.kind === "postponed") return { ...one, dueOn: event.dueOn, failed: false }
        return { ...one, [event.kind]: true }
      })
      this.plans.set(orderId, noted)
    }
    this.version += 1
  }

  async picture(): Promise<Picture> {
    const documents = [...this.documents.values()]
    const instalments = new Map([...this.plans.keys()].map((id) => [id, this.instalmentsOf(id)]))
    return {
      items: this.items,
      live: this.live(),
      orders: new Map(documents.map(({ id, orderId }) => [id, orderId])),
      ranks: new Map(this.ranks),
      instalments,
      version: this.version,
      versions: new Map(documents.map(({ orderId, version }) => [orderId, version])),
      fingerprint: this.fingerprint(),
      broken: [],
    }
  }

  private write({ items = [], releases = [], proposals: wanted, document, byHand = false }: Written): void {
    const proposals = this.sabotage.proposals?.(wanted) ?? wanted
    const broken = violationsOfPlan(proposals, releases)
    if (broken.length > 0) throw new Error(JSON.stringify(broken))
    const base = BigInt(this.items.length)
    const stored = (id: bigint): bigint => (id < 0n ? base - id : id)
    const moves = movesOf(releases, proposals)
    this.items = [
      ...this.items.map((item) => moves.get(item.id)?.(item) ?? item),
      ...items.map((item) => ({ ...item, id: stored(item.id) })),
    ]
    for (const { allocation } of releases) this.released.add(allocation.id)
    for (const proposal of proposals) {
      const { credit, debit, ...rest } = proposal
      this.allocations.push({
        ...rest,
        id: BigInt(this.allocations.length + 1),
        creditItemId: stored(credit.id),
        debitItemId: stored(debit.id),
        origin: byHand ? "manual" : "auto",
        step: 1,
        releases: null,
        recordedAt: "2030-01-01T00:00:00.000Z",
      })
    }
    if (byHand) this.noteEdit(releases, proposals)
    this.openCodes(proposals, stored)
    this.version += 1
    const touched = [...releases, ...proposals].flatMap(({ credit, debit }) => [credit, debit])
    for (const one of this.documents.values()) {
      if (one === document || touched.some(({ documentId }) => documentId === one.id)) one.version += 1
    }
  }

  private noteEdit(releases: readonly Release[], proposals: readonly Proposal[]): void {
    const credits = new Map<OpenItem, bigint>()
    for (const { credit, allocation } of releases)
      credits.set(credit, (credits.get(credit) ?? 0n) + allocation.amount)
    for (const { credit, amount } of proposals) credits.set(credit, (credits.get(credit) ?? 0n) - amount)
    for (const [credit, freed] of credits)
      this.edits.push({ creditItemId: credit.id, openBefore: openAmount(credit), freed })
  }

  private openCodes(proposals: readonly Proposal[], stored: (id: bigint) => bigint): void {
    const pairs = proposals.map(({ credit, debit }) => ({
      credit: { ...credit, id: stored(credit.id) },
      debit: { ...debit, id: stored(debit.id) },
    }))
    const coded = (kind: string): Set<bigint> =>
      new Set(
        [...this.ranks.keys()].flatMap((name) => (name.startsWith(kind) ? [BigInt(name.slice(5))] : [])),
      )
    for (const owner of codesOpenedBy(pairs, { documents: coded("docu:"), items: coded("item:") })) {
      const name = "documentId" in owner ? `docu:${owner.documentId}` : `item:${owner.itemId}`
      this.ranks.set(name, this.ranks.size + 1)
    }
  }

  private open({
    orderId,
    placedAt,
    placedOn,
  }: Pick<Document, "orderId" | "placedAt" | "placedOn">): Document {
    const id = BigInt(this.documents.size + 1)
    const document = { id, orderId, placedAt, placedOn, hostVersion: 0, stateAt: null, version: 0 }
    this.documents.set(orderId, document)
    return document
  }

  private live(): Allocation[] {
    return this.allocations.filter(({ id }) => !this.released.has(id))
  }

  private waiting(): ReadonlySet<bigint> {
    return waitingCredits(this.edits, new Map(this.items.map((item) => [item.id, openAmount(item)])))
  }

  private candidates(items: readonly OpenItem[]): Candidate[] {
    const placed = new Map([...this.documents.values()].map((document) => [document.id, document]))
    return items.map((item) => {
      const document = item.documentId === null ? undefined : placed.get(item.documentId)
      return candidateOf(item, {
        placedAt: document?.placedAt ?? item.occurredAt,
        placedOn: document?.placedOn ?? item.occurredOn,
        orderId: document?.orderId,
      })
    })
  }

  private instalmentsOf(orderId: string): Instalment[] {
    return (this.plans.get(orderId) ?? []).map((instalment) => {
      const settled = new Map<string, bigint>()
      for (const { instalmentId, debitItemId, amount } of this.live()) {
        if (instalmentId !== instalment.id) continue
        const line = this.item(debitItemId).lineKey ?? ""
        settled.set(line, (settled.get(line) ?? 0n) + amount)
      }
      return { ...instalment, settled: [...settled].map(([lineKey, amount]) => ({ lineKey, amount })) }
    })
  }

  private paidLines(documentId: bigint): PaidLine[] {
    return this.live().flatMap(({ creditItemId, debitItemId, amount }) => {
      const debit = this.item(debitItemId)
      if (debit.documentId !== documentId || !isCharge(debit) || debit.lineKey === null) return []
      const credit = this.item(creditItemId)
      return isLineCredit(credit) ? [] : [{ creditKey: credit.key, lineKey: debit.lineKey, amount }]
    })
  }

  private item(id: bigint): OpenItem {
    const item = this.items[Number(id) - 1]
    if (!item) throw new Error(`no item ${id}`)
    return item
  }

  private fingerprint(): string {
    const items = this.items.map(
      ({ id, allocated, taxesAllocated }) => `${id}:${allocated}:${taxesAllocated.join()}`,
    )
    const plans = [...this.plans.values()]
      .flat()
      .map(({ id, dueOn, failed, cancelled }) => [id.toString(), dueOn, failed, cancelled].join())
    return [this.version, items.join(" "), this.allocations.length, this.released.size, plans.join(" ")].join(
      "|",
    )
  }
}

function stale(version: number | undefined): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "version_stale",
    message: `at version ${version}`,
    remedy: "",
  })
}

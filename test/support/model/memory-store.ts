import { candidateOf, type Placed } from "../../../src/modules/reconciliation/domain/allocation/candidate"
import type { Candidate, Proposal } from "../../../src/modules/reconciliation/domain/allocation/strategy"
import type { DocumentHistory } from "../../../src/modules/reconciliation/domain/posting/document-state"
import type { Instalment } from "../../../src/modules/reconciliation/domain/instalments/instalment"
import { planInWork } from "../../../src/modules/reconciliation/domain/instalments/fulfil"
import { violationsOfPlan } from "../../../src/modules/reconciliation/domain/allocation/invariants"
import {
  openAmount,
  type Allocation,
  type OpenItem,
} from "../../../src/modules/reconciliation/domain/open-item"
import type { ChangeKind } from "../../../src/modules/reconciliation/ledger/change"
import type { PlansInWork } from "../../../src/modules/reconciliation/domain/instalments/plan-instalments"
import type { Release } from "../../../src/modules/reconciliation/domain/allocation/release"
import { codesOpenedBy } from "../../../src/modules/reconciliation/domain/allocation/sequence"
import { takenBackOfInstalments } from "../../../src/modules/reconciliation/domain/instalments/taken-back"
import { waitingCredits, type EditedCredit } from "../../../src/modules/reconciliation/domain/planner/waiting"
import { movesOf } from "./moves"

export interface StoredAccount {
  readonly id: bigint
  readonly owner: string
  /** By "docu:…" or "item:…". */
  readonly ranks: Map<string, number>
  version: number
}

export interface StoredDocument extends Placed {
  readonly id: bigint
  readonly orderId: string
  /** Whose order it is: the owner of its account, or a member of theirs. */
  owner: string
  account: StoredAccount
  hostVersion: number
  stateAt: string | null
  version: number
}

/** A change of one account; new items are named −1, −2 …, as in a plan. */
interface Written {
  readonly account: StoredAccount
  readonly kind: ChangeKind
  /** The change that it undoes. */
  readonly undoes?: bigint
  readonly items?: readonly OpenItem[]
  readonly releases?: readonly Release[]
  readonly proposals: readonly Proposal[]
  readonly document?: StoredDocument
  readonly byHand?: boolean
}

export interface StoredChange {
  readonly id: bigint
  readonly kind: ChangeKind
  readonly undoes: bigint | null
  readonly account: StoredAccount
  readonly document: StoredDocument | undefined
  /** What it allocated, and what it took back. */
  readonly made: readonly Allocation[]
}

/** Accounts, orders, items and allocations in memory, kept as the service keeps them. */
export class MemoryStore {
  items: OpenItem[] = []
  /** Allocations that are not taken back, oldest first. */
  live: Allocation[] = []
  readonly documents = new Map<string, StoredDocument>()
  readonly accounts = new Map<string, StoredAccount>()
  readonly plans = new Map<string, Instalment[]>()
  /** Whom each member is a member of. */
  readonly members = new Map<string, string>()
  readonly changes: StoredChange[] = []
  private readonly accountsOfItems: StoredAccount[] = []
  private readonly edits: EditedCredit[] = []
  private allocations = 0
  private released = 0

  constructor(private readonly distort: (proposals: readonly Proposal[]) => readonly Proposal[]) {}

  account(owner: string): StoredAccount {
    const known = this.accounts.get(owner)
    if (known) return known
    const opened = { id: BigInt(this.accounts.size + 1), owner, ranks: new Map<string, number>(), version: 0 }
    this.accounts.set(owner, opened)
    return opened
  }

  rootOf(owner: string): string {
    const of = this.members.get(owner)
    return of === undefined ? owner : this.rootOf(of)
  }

  /** The account that an owner's orders and money belong to. */
  accountFor(owner: string): StoredAccount {
    return this.account(this.rootOf(owner))
  }

  open({ orderId, placedAt, placedOn, ownerId }: DocumentHistory): StoredDocument {
    const id = BigInt(this.documents.size + 1)
    const account = this.accountFor(ownerId)
    const known = { hostVersion: 0, stateAt: null, version: 0 }
    const document = { id, orderId, placedAt, placedOn, owner: ownerId, account, ...known }
    this.documents.set(orderId, document)
    return document
  }

  item(id: bigint): OpenItem {
    const item = this.items[Number(id) - 1]
    if (!item) throw new Error(`no item ${id}`)
    return item
  }

  accountOf({ id }: Pick<OpenItem, "id">): StoredAccount {
    const account = this.accountsOfItems[Number(id) - 1]
    if (!account) throw new Error(`no item ${id}`)
    return account
  }

  documentOf({ documentId }: Pick<OpenItem, "documentId">): StoredDocument | undefined {
    return [...this.documents.values()].find(({ id }) => id === documentId)
  }

  itemsOf({ id }: StoredDocument): OpenItem[] {
    return this.items.filter(({ documentId }) => documentId === id)
  }

  itemsIn(account: StoredAccount): OpenItem[] {
    return this.items.filter((item) => this.accountOf(item) === account)
  }

  candidates(items: readonly OpenItem[]): Candidate[] {
    const placed = new Map([...this.documents.values()].map((document) => [document.id, document]))
    return items.map((item) => {
      const document = item.documentId === null ? undefined : placed.get(item.documentId)
      return candidateOf(item, document ?? { placedAt: item.occurredAt, placedOn: item.occurredOn })
    })
  }

  waiting(): ReadonlySet<bigint> {
    return waitingCredits(this.edits, new Map(this.items.map((item) => [item.id, openAmount(item)])))
  }

  /** An order's planned payments with what money put on each line in fulfilment of them. */
  instalmentsOf(orderId: string, posted: readonly OpenItem[] = []): Instalment[] {
    const taken = this.takenBackOf(orderId, posted)
    return (this.plans.get(orderId) ?? []).map((instalment) => {
      const settled = new Map<string, bigint>()
      for (const { instalmentId, debitItemId, amount } of this.live) {
        if (instalmentId !== instalment.id) continue
        const line = this.item(debitItemId).lineKey ?? ""
        settled.set(line, (settled.get(line) ?? 0n) + amount)
      }
      const lines = [...settled].map(([lineKey, amount]) => ({ lineKey, amount }))
      return { ...instalment, settled: lines, takenBack: taken.get(instalment.id) ?? [] }
    })
  }

  private takenBackOf(
    orderId: string,
    posted: readonly OpenItem[],
  ): ReturnType<typeof takenBackOfInstalments> {
    const document = this.documents.get(orderId)
    if (!document || !this.plans.has(orderId)) return new Map()
    const allocations = this.live.filter(
      ({ debitItemId }) => this.item(debitItemId).documentId === document.id,
    )
    const paying = new Set(allocations.map(({ creditItemId }) => creditItemId))
    const items = [...this.items, ...posted].filter(
      ({ id, documentId }) => documentId === document.id || paying.has(id),
    )
    return takenBackOfInstalments({ items, allocations })
  }

  /** The plans that money on these debits may fulfil. */
  plansInWork(items: readonly OpenItem[]): PlansInWork {
    const documents = new Set(items.flatMap((item) => this.documentOf(item) ?? []))
    return new Map([...documents].map(({ id, orderId }) => [id, planInWork(this.instalmentsOf(orderId))]))
  }

  /** Gives the number of the change. */
  write(change: Written): bigint {
    const { account, items = [], releases = [], document, byHand = false } = change
    const proposals = this.distort(change.proposals)
    const broken = violationsOfPlan(proposals, releases)
    if (broken.length > 0) throw new Error(JSON.stringify(broken))
    const base = BigInt(this.items.length)
    const stored = (id: bigint): bigint => (id < 0n ? base - id : id)
    for (const [id, moved] of movesOf(releases, proposals)) this.items[Number(id) - 1] = moved(this.item(id))
    for (const item of items) {
      this.items.push({ ...item, id: stored(item.id) })
      this.accountsOfItems.push(account)
    }
    if (releases.length > 0) {
      const freed = new Set(releases.map(({ allocation }) => allocation.id))
      this.live = this.live.filter(({ id }) => !freed.has(id))
      this.released += freed.size
    }
    const put: Allocation[] = []
    for (const { credit, debit, ...rest } of proposals) {
      this.allocations += 1
      const allocation: Allocation = {
        ...rest,
        id: BigInt(this.allocations),
        creditItemId: stored(credit.id),
        debitItemId: stored(debit.id),
        origin: byHand ? "manual" : "auto",
        step: 1,
        releases: null,
        accountingOn: "2030-01-01",
        recordedAt: "2030-01-01T00:00:00.000Z",
      }
      this.live.push(allocation)
      put.push(allocation)
    }
    if (byHand) this.noteEdit(releases, proposals)
    this.openCodes(account, proposals, stored)
    account.version += 1
    const touched = [...releases, ...proposals].flatMap(({ credit, debit }) => [credit, debit])
    for (const one of this.documents.values()) {
      if (one === document || touched.some(({ documentId }) => documentId === one.id)) one.version += 1
    }
    return this.record(change, put)
  }

  private record({ kind, undoes, account, document, releases = [] }: Written, put: Allocation[]): bigint {
    const id = BigInt(this.changes.length + 1)
    const taken = releases.map(({ allocation }) => ({
      ...allocation,
      id: -allocation.id,
      releases: allocation.id,
    }))
    this.changes.push({ id, kind, undoes: undoes ?? null, account, document, made: [...taken, ...put] })
    return id
  }

  /** One text of everything; two are equal only when nothing has changed. */
  fingerprint(): string {
    const items = this.items.map(
      ({ id, allocated, taxesAllocated }) => `${id}:${allocated}:${taxesAllocated.join()}`,
    )
    const plans = [...this.plans.values()]
      .flat()
      .map(({ id, dueOn, failed, cancelled }) => [id.toString(), dueOn, failed, cancelled].join())
    const accounts = [...this.accounts.values()].map(({ owner, version }) => `${owner}:${version}`)
    const documents = [...this.documents.values()].map(
      ({ orderId, account }) => `${orderId}:${account.owner}`,
    )
    const counts = [this.allocations, this.released]
    const members = [...this.members].map((pair) => pair.join(">"))
    return [accounts, documents, items, counts, plans, members].map((part) => part.join(" ")).join("|")
  }

  private noteEdit(releases: readonly Release[], proposals: readonly Proposal[]): void {
    const credits = new Map<OpenItem, bigint>()
    for (const { credit, allocation } of releases)
      credits.set(credit, (credits.get(credit) ?? 0n) + allocation.amount)
    for (const { credit, amount } of proposals) credits.set(credit, (credits.get(credit) ?? 0n) - amount)
    for (const [credit, freed] of credits)
      this.edits.push({ creditItemId: credit.id, openBefore: openAmount(credit), freed })
  }

  private openCodes(
    { ranks }: StoredAccount,
    proposals: readonly Proposal[],
    stored: (id: bigint) => bigint,
  ): void {
    const pairs = proposals.map(({ credit, debit }) => ({
      credit: { ...credit, id: stored(credit.id) },
      debit: { ...debit, id: stored(debit.id) },
    }))
    const coded = (kind: string): Set<bigint> =>
      new Set([...ranks.keys()].flatMap((name) => (name.startsWith(kind) ? [BigInt(name.slice(5))] : [])))
    for (const owner of codesOpenedBy(pairs, { documents: coded("docu:"), items: coded("item:") })) {
      const name = "documentId" in owner ? `docu:${owner.documentId}` : `item:${owner.itemId}`
      ranks.set(name, ranks.size + 1)
    }
  }
}

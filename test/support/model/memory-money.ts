import type { Release } from "../../../src/modules/reconciliation/domain/allocation/release"
import type { Candidate } from "../../../src/modules/reconciliation/domain/allocation/strategy"
import {
  isUndoingReversal,
  reversalNumberOf,
  reversedItemOf,
} from "../../../src/modules/reconciliation/domain/key"
import { isWriteOff, type OpenItem } from "../../../src/modules/reconciliation/domain/open-item"
import {
  candidateIn,
  planFree,
  type FreePlan,
} from "../../../src/modules/reconciliation/domain/planner/free-money"
import { planReturn } from "../../../src/modules/reconciliation/domain/planner/return-money"
import type { TakeBackPlan } from "../../../src/modules/reconciliation/domain/planner/take-back"
import {
  moveIdOf,
  movesKeyOf,
  planGive,
  planGiveBack,
} from "../../../src/modules/reconciliation/domain/posting/give"
import { planNotPaidBack, planPayBack } from "../../../src/modules/reconciliation/domain/posting/pay-back"
import { planUndoneReversal } from "../../../src/modules/reconciliation/domain/reversals/undo"
import type { MemoryCorrections } from "./memory-corrections"
import type { MemoryEdits } from "./memory-edits"
import type { MemoryStore, StoredAccount } from "./memory-store"
import { refused } from "./refused"
import { originOf, type ModelMove } from "./world"

const AT = "2030-01-01T00:00:00.000Z"
const ON = "2030-01-01"

/** Money moved, paid back and taken back by mistake, planned by the pure core and kept in memory. */
export class MemoryMoney {
  private paidBack = 0

  constructor(
    private readonly store: MemoryStore,
    private readonly edits: MemoryEdits,
    private readonly corrections: MemoryCorrections,
  ) {}

  move({ itemId, to, amount, release }: ModelMove): string {
    const { store } = this
    const item = this.money(itemId)
    const from = store.accountOf(item)
    if (from.owner === store.rootOf(to)) throw refused("moved_nowhere")
    const freed = this.free(itemId, { amount, release })
    const key = movesKeyOf(item)
    const number = store.items.filter((one) => one.key === key).length + 1
    const { closed, opened } = planGive(freed.money, { amount: freed.amount, number, at: AT, on: ON })
    store.write({
      account: from,
      kind: "move",
      items: [closed.item],
      releases: freed.plan.releases,
      proposals: [...freed.plan.proposals, ...closed.proposals],
    })
    store.write({ account: store.accountFor(to), kind: "move", items: [opened.item], proposals: [] })
    return moveIdOf(item, number)
  }

  undoMove(id: string, { release }: Pick<ModelMove, "release">): void {
    const { store } = this
    const closing = store.items.find(
      ({ reference, key }) => reference === id && /^give:out:.*#\d+$/.test(key),
    )
    if (!closing) throw refused("move_not_found")
    const moved = store.items.find(
      ({ key, sequence }) =>
        key === closing.key.replace("give:out:", "give:in:") && sequence === closing.sequence,
    )
    if (!moved) throw new Error(`move ${id} went nowhere`)
    if (store.items.some(({ key }) => key === `${closing.key}.${closing.sequence}.undo`))
      throw refused("move_undone")
    const freed = this.free(moved.id, { amount: closing.amount, release })
    const change = store.changes.find(({ made }) => made.some((one) => one.debitItemId === closing.id))
    const made = change?.made ?? []
    const touched = made.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId])
    const around = this.edits.aroundItems(touched)
    const back = planReturn({ ...around, made, closingId: closing.id, on: ON })
    if (around.movedAway.has(back.moneyId)) throw refused("order_moved")
    refuseWhatRests(back.plan)
    const { given, taken } = planGiveBack({ closing: back.closing, moved: freed.money }, { at: AT, on: ON })
    store.write({
      account: store.accountOf(closing),
      kind: "move",
      items: [given.item],
      releases: [back.opened, ...back.plan.releases],
      proposals: [...back.plan.proposals, ...given.proposals],
    })
    store.write({
      account: store.accountOf(moved),
      kind: "move",
      items: [taken.item],
      releases: freed.plan.releases,
      proposals: [...freed.plan.proposals, ...taken.proposals],
    })
  }

  payBack(itemId: bigint, amount: bigint | null): string {
    const { store } = this
    const item = this.money(itemId)
    const freed = this.free(itemId, { amount, release: false })
    this.paidBack += 1
    const id = `back_${this.paidBack}`
    const side = planPayBack(freed.money, {
      id,
      amount: freed.amount,
      method: "transfer",
      reference: id,
      occurredAt: AT,
      occurredOn: ON,
    })
    const account = store.accountOf(item)
    store.write({ account, kind: "pay_back", items: [side.item], proposals: side.proposals, byHand: false })
    return id
  }

  undoPayBack(id: string): void {
    const { store } = this
    const [out, undone] = store.items.filter(({ key }) => key === `payback:${id}`)
    if (!out) throw refused("pay_back_not_found")
    if (undone) throw refused("pay_back_undone")
    const around = this.edits.aroundItems([out.id])
    const settling = around.live.filter(({ debitItemId }) => debitItemId === out.id)
    const [only, ...others] = settling
    if (!only || others.length > 0 || only.rule !== "paid_back") throw refused("pay_back_settled")
    if (around.movedAway.has(only.creditItemId)) throw refused("order_moved")
    const candidate = candidateIn(around.candidates, out.id)
    const release: Release = {
      allocation: only,
      credit: candidateIn(around.candidates, only.creditItemId).item,
      debit: candidate.item,
      rule: "pay_back_undone",
      on: ON,
    }
    const side = planNotPaidBack({ ...candidate, open: out.amount }, { at: AT, on: ON })
    store.write({
      account: store.accountOf(out),
      kind: "pay_back",
      items: [side.item],
      releases: [release],
      proposals: side.proposals,
    })
  }

  undoReversal(itemId: bigint, number: number): void {
    const { store } = this
    const name = originOf(store.item(itemId))
    const posted = store.items.filter((item) => {
      const money = item.kind === "reversal" ? reversedItemOf(item) : null
      const isMoved = item.key.startsWith("move:")
      return (
        money !== null &&
        !isMoved &&
        reversalNumberOf(item) === number &&
        originOf(store.item(money)) === name
      )
    })
    if (posted.length === 0) throw refused("reversal_not_found")
    if (posted.some(isUndoingReversal)) throw refused("reversal_undone")
    const ids = new Set(posted.map(({ id }) => id))
    const settling = store.live.filter(({ debitItemId }) => ids.has(debitItemId))
    for (const { instalmentId, creditItemId } of settling) {
      const credit = store.item(creditItemId)
      const { movedAway } = this.edits.aroundItems([creditItemId])
      if (
        instalmentId !== null ||
        credit.kind === "transfer" ||
        isWriteOff(credit) ||
        movedAway.has(creditItemId)
      )
        throw refused("reversal_stays")
    }
    for (const account of new Set(posted.map((item) => store.accountOf(item))))
      this.undoOn(
        account,
        posted.filter((item) => store.accountOf(item) === account),
      )
  }

  private undoOn(account: StoredAccount, posted: readonly OpenItem[]): void {
    const { store } = this
    const ids = new Set(posted.map(({ id }) => id))
    const settling = store.live.filter(({ debitItemId }) => ids.has(debitItemId))
    const releases = settling.map((allocation): Release => ({
      allocation,
      credit: store.item(allocation.creditItemId),
      debit: store.item(allocation.debitItemId),
      rule: "reversal_undone",
      on: ON,
    }))
    const touched = [...posted, ...releases.map(({ credit }) => credit)]
    const documents = [...new Set(touched.flatMap((item) => store.documentOf(item) ?? []))].filter(
      (document) => document.account === account,
    )
    const all = new Map(
      documents.map((document) => [document.id, store.candidates(store.itemsOf(document))] as const),
    )
    for (const { allocation, credit, debit } of releases)
      for (const item of [credit, debit])
        for (const candidate of all.get(item.documentId ?? 0n) ?? [])
          if (candidate.item === item) give(candidate, item === credit, allocation)
    const own = posted.map(
      (item): Candidate =>
        all.get(item.documentId ?? 0n)?.find((one) => one.item === item) ??
        Object.assign(candidateIn(store.candidates([item]), item.id), { open: item.amount }),
    )
    const { items, proposals } = planUndoneReversal(own, { at: AT, on: ON })
    const again = documents.flatMap((document) =>
      this.corrections.settleAgain(
        document,
        (all.get(document.id) ?? []).filter(({ open }) => open > 0n),
      ),
    )
    store.write({ account, kind: "reversal", items, releases, proposals: [...proposals, ...again] })
  }

  private money(itemId: bigint): OpenItem {
    const item = this.store.item(itemId)
    if (item.side !== "credit" || (item.kind !== "payment" && item.kind !== "deposit"))
      throw refused("not_movable")
    return item
  }

  private free(itemId: bigint, wanted: { amount: bigint | null; release: boolean }): FreePlan {
    const free = planFree({ ...this.edits.aroundItems([itemId]), itemId, ...wanted, on: ON })
    if (free.amount > free.most || free.most === 0n) throw refused("move_too_large")
    if (free.amount === 0n || (free.amount > free.free && !wanted.release)) throw refused("money_not_free")
    refuseWhatRests(free.plan)
    return free
  }
}

function give(
  candidate: Candidate,
  isCredit: boolean,
  { amount, creditTaxes, debitTaxes }: Release["allocation"],
): void {
  const taxes = isCredit ? creditTaxes : debitTaxes
  candidate.open += amount
  candidate.taxed = candidate.taxed.map((taken, rate) => taken - (taxes[rate] ?? 0n))
}

function refuseWhatRests({ blocked, dependants }: TakeBackPlan): void {
  if (blocked.length > 0) throw refused("dependant_stays")
  if (dependants.length > 0) throw refused("has_dependants")
}

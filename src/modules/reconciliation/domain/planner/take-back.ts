import { put } from "../allocation/fill"
import type { Release } from "../allocation/release"
import type { Candidate, Proposal } from "../allocation/strategy"
import { grouped } from "../grouped"
import { isOfOneAct } from "../key"
import { least } from "../money"
import { isLineCredit, isOfLine, isWriteOff, type Allocation, type OpenItem } from "../open-item"

/** The rules of what is taken back, and of what is put there again. */
export const TAKEN_BACK = "taken_back"
export const RESTORED = "restored"

/** A part of a credit that stood on a debit, and is to stand there again. */
export interface Restored {
  readonly creditItemId: bigint
  readonly debitItemId: bigint
  /** Minor units, above zero. */
  readonly amount: bigint
}

export interface TakeBackInput {
  /** Every item of the orders concerned, and every other that their allocations touch, as stored. */
  readonly candidates: readonly Candidate[]
  /** Live allocations of these items, oldest first. */
  readonly live: readonly Allocation[]
  /** What is to be taken back, of the live ones. */
  readonly release: readonly Allocation[]
  readonly restore: readonly Restored[]
  /** The day on which it is done. */
  readonly on: string
  /** Items whose order has gone to another account since; what they settled there is history. */
  readonly movedAway: ReadonlySet<bigint>
}

/** Why an allocation stays whatever is taken back. */
export type Kept = "instalment_bound" | "not_by_hand" | "order_moved"

export interface TakeBackPlan {
  readonly releases: readonly Release[]
  readonly proposals: readonly Proposal[]
  /** Later allocations that rest on what is taken back, newest first: they are taken back with it. */
  readonly dependants: readonly Allocation[]
  /** What was to be taken back and stays. */
  readonly kept: readonly { readonly allocation: Allocation; readonly why: Kept }[]
  /** Allocations that rest on it and cannot be taken back: then nothing can. */
  readonly blocked: readonly { readonly allocation: Allocation; readonly why: Kept }[]
}

/**
 * Plans to take allocations back and to put others again. What has come to rest on them since is found and taken back
 * too: what a refund or another line had of a line that was paid only by them, and what took the place that something
 * is to be put back into. The caller lists these and asks first. An item's own credit settles it again where it can.
 */
export function planTakeBack(input: TakeBackInput): TakeBackPlan {
  const work = new TakeBack(input)
  for (const allocation of input.release) work.release(allocation)
  work.releaseDependants()
  return work.plan()
}

class TakeBack {
  private readonly working: ReadonlyMap<bigint, Candidate>
  private readonly live: readonly Allocation[]
  private readonly byItem: ReadonlyMap<bigint, readonly Allocation[]>
  private readonly held: ReadonlyMap<string, bigint>
  /** By id: what is to be taken back may have been read apart from the rest. */
  private readonly released = new Map<bigint, Allocation>()
  private readonly dependants: Allocation[] = []
  private readonly kept: { allocation: Allocation; why: Kept }[] = []
  private readonly blocked: { allocation: Allocation; why: Kept }[] = []
  private readonly again: Restored[] = []

  constructor(private readonly input: TakeBackInput) {
    this.working = new Map(input.candidates.map((candidate) => [candidate.item.id, { ...candidate }]))
    this.live = input.live
    const sides = input.live.flatMap((allocation) => [
      { id: allocation.creditItemId, allocation },
      { id: allocation.debitItemId, allocation },
    ])
    const byItem = grouped(sides, ({ id }) => id)
    this.byItem = new Map([...byItem].map(([id, found]) => [id, found.map(({ allocation }) => allocation)]))
    this.held = this.heldByLines()
  }

  release(allocation: Allocation): void {
    const why = this.fixed(allocation)
    if (why) this.kept.push({ allocation, why })
    else this.takeBack(allocation)
  }

  releaseDependants(): void {
    // Each turn takes back at least one allocation more, so it ends.
    for (let before = -1; before !== this.released.size + this.blocked.length;) {
      before = this.released.size + this.blocked.length
      this.releaseWhatLinesNoLongerHold()
      this.makeRoom()
    }
  }

  plan(): TakeBackPlan {
    const releases = [...this.released.values()].map((allocation) => this.releaseOf(allocation))
    const proposals = [
      ...[...this.again, ...this.input.restore].flatMap((part) => this.restore(part)),
      ...this.settleOwnLines(),
    ]
    const { dependants, kept, blocked } = this
    return { releases, proposals, dependants, kept, blocked }
  }

  /** What a line has received may not fall below what has gone from it to refunds and other lines. */
  private releaseWhatLinesNoLongerHold(): void {
    const now = this.heldByLines()
    for (const [line, before] of this.held) {
      let lacking = least(before, 0n) - (now.get(line) ?? 0n)
      if (lacking <= 0n) continue
      for (const allocation of this.goneFrom(line)) {
        if (lacking <= 0n) break
        const taken = this.takeBackDependant(allocation, least(lacking, allocation.amount))
        lacking -= taken
      }
    }
  }

  /** What is to be put again needs the room that it had: who has it now came later. */
  private makeRoom(): void {
    const wanted = new Map<bigint, bigint>()
    for (const { creditItemId, debitItemId, amount } of this.input.restore)
      for (const id of [creditItemId, debitItemId]) wanted.set(id, (wanted.get(id) ?? 0n) + amount)
    for (const [id, amount] of wanted) {
      let lacking = amount - (this.working.get(id)?.open ?? 0n)
      for (const allocation of (this.byItem.get(id) ?? []).toReversed()) {
        if (lacking <= 0n) break
        if (!this.released.has(allocation.id))
          lacking -= this.takeBackDependant(allocation, least(lacking, allocation.amount))
      }
    }
  }

  /** Takes a dependant back, wholly; what of it may stay is put again. Gives what became free. */
  private takeBackDependant(allocation: Allocation, amount: bigint): bigint {
    const why = this.fixed(allocation)
    if (why) {
      if (!this.blocked.some((one) => one.allocation === allocation)) this.blocked.push({ allocation, why })
      return 0n
    }
    this.dependants.push(allocation)
    this.takeBack(allocation)
    const { creditItemId, debitItemId } = allocation
    if (allocation.amount > amount)
      this.again.push({ creditItemId, debitItemId, amount: allocation.amount - amount })
    return amount
  }

  private takeBack(allocation: Allocation): void {
    if (this.released.has(allocation.id)) return
    this.released.set(allocation.id, allocation)
    for (const [id, taxes] of [
      [allocation.creditItemId, allocation.creditTaxes],
      [allocation.debitItemId, allocation.debitTaxes],
    ] as const) {
      const candidate = this.candidate(id)
      candidate.open += allocation.amount
      candidate.taxed = candidate.taxed.map((part, rate) => part - (taxes[rate] ?? 0n))
    }
  }

  private restore({ creditItemId, debitItemId, amount }: Restored): Proposal[] {
    const [credit, debit] = [this.candidate(creditItemId), this.candidate(debitItemId)]
    const possible = least(amount, least(credit.open, debit.open))
    return possible > 0n ? [put(credit, debit, { amount: possible, rule: RESTORED })] : []
  }

  /** A lower price settles its own line before anything else. */
  private settleOwnLines(): Proposal[] {
    const touched = new Set(
      [...this.released.values()].flatMap(({ debitItemId, creditItemId }) =>
        [debitItemId, creditItemId].map((id) => lineOf(this.candidate(id).item)),
      ),
    )
    const open = [...this.working.values()].filter(
      ({ item, open: rest }) => rest > 0n && touched.has(lineOf(item)) && !this.input.movedAway.has(item.id),
    )
    const lines = grouped(open, ({ item }) => lineOf(item))
    return [...lines].flatMap(([line, candidates]) => (line === "" ? [] : settleLine(candidates)))
  }

  private fixed({ instalmentId, creditItemId, debitItemId, origin }: Allocation): Kept | null {
    if (instalmentId !== null) return "instalment_bound"
    const items = [this.candidate(creditItemId).item, this.candidate(debitItemId).item]
    if (items.some(({ id }) => this.input.movedAway.has(id))) return "order_moved"
    if (items.some(isWhole)) return "not_by_hand"
    // What a person has put there, an undo has put there again, and a person takes off it.
    return origin !== "manual" && items.some(isTakenBackMoney) ? "not_by_hand" : null
  }

  /** By line, what came to it less what has gone from it, in what still stands. */
  private heldByLines(): Map<string, bigint> {
    const held = new Map<string, bigint>()
    const add = (line: string, amount: bigint): void => {
      held.set(line, (held.get(line) ?? 0n) + amount)
    }
    for (const allocation of this.live) {
      if (this.released.has(allocation.id)) continue
      const [credit, debit] = this.itemsOf(allocation)
      const [from, to] = [lineOf(credit), isOfLine(debit) ? lineOf(debit) : ""]
      if (from === to) continue
      if (to !== "") add(to, allocation.amount)
      if (from !== "") add(from, -allocation.amount)
    }
    return held
  }

  /** What went from a line, newest first. */
  private goneFrom(line: string): Allocation[] {
    return this.live
      .filter((allocation) => {
        const [credit, debit] = this.itemsOf(allocation)
        return lineOf(credit) === line && lineOf(debit) !== line && !this.released.has(allocation.id)
      })
      .toReversed()
  }

  private itemsOf({ creditItemId, debitItemId }: Allocation): [OpenItem, OpenItem] {
    return [this.candidate(creditItemId).item, this.candidate(debitItemId).item]
  }

  private releaseOf(allocation: Allocation): Release {
    const [credit, debit] = this.itemsOf(allocation)
    return { allocation, credit, debit, rule: TAKEN_BACK, on: this.input.on }
  }

  private candidate(id: bigint): Candidate {
    const found = this.working.get(id)
    if (!found) throw new Error(`item ${id} was not loaded`)
    return found
  }
}

function settleLine(candidates: readonly Candidate[]): Proposal[] {
  const credits = candidates.filter(({ item }) => isLineCredit(item))
  const charges = candidates.filter(({ item }) => isOfLine(item))
  return credits.flatMap((credit) =>
    charges.flatMap((charge) => {
      const amount = least(credit.open, charge.open)
      return amount > 0n ? [put(credit, charge, { amount, rule: "own_line" })] : []
    }),
  )
}

/** A transfer, a write-off, a pay-back or the undo of a reversal settles as a whole or not at all. */
export function isWhole(item: OpenItem): boolean {
  return item.kind === "transfer" || isWriteOff(item) || isOfOneAct(item)
}

/** Money that was taken back has paid nothing, and so stays with what took it. */
function isTakenBackMoney({ kind, lineKey }: OpenItem): boolean {
  return kind === "reversal" && lineKey === null
}

/** Names the order's line of a charge or of a line's credit; "" of money and of what has no line. */
function lineOf(item: OpenItem): string {
  return item.lineKey !== null && (isLineCredit(item) || isOfLine(item))
    ? `${item.documentId} ${item.lineKey}`
    : ""
}

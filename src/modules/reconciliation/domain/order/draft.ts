import { grouped } from "../grouped"
import { EDIT_RULE, type WantedCell } from "../planner/edit"
import * as refuse from "../planner/edit-refusals"
import { isLineCredit, isOfLine, isWriteOff, openAmount, type Allocation, type OpenItem } from "../open-item"
import { originalsOf } from "../posting/transfer"
import { isGrouped } from "./groups"
import { matrixOf, type Matrix } from "./matrix"
import { Moving, pairName, roomIn, sumOf, type ItemPair } from "./moving"
import { MovingMatrix } from "./moving-matrix"
import { isOwnLine, pairsOf, rowKeyOf } from "./pairs"

/** One order's ledger as a draft begins with it: what its matrix is folded from. */
export interface DraftBase {
  readonly documentId: bigint
  /** The order's items and every foreign item its allocations touch. */
  readonly items: readonly OpenItem[]
  /** Live allocations that touch an item of the order. */
  readonly allocations: readonly Allocation[]
  /** Items that stand in another account than the order does now; what they settled is history. */
  readonly movedAway: ReadonlySet<bigint>
}

/** What a cell of the matrix shall show: minor units, signed as the matrix is (a refund's are zero or below). */
export interface Wish {
  readonly row: string
  /** Id of the item that names the column. */
  readonly column: bigint
  readonly amount: bigint
}

/** Why nobody changes a cell by hand. */
export type CellLock =
  /** It says what the bank or the store took back, or gave up. */
  | "reversal"
  | "write_off"
  /** What a credit takes from the item that it was given for is the sum of where it goes. */
  | "own_credit"
  /** The item has no credit that a refund could pay back. */
  | "nothing_to_pay_back"
  /** The item was never charged for. */
  | "no_charge"
  /** It was settled in the account that the order was in before. */
  | "order_moved"

/** A matrix as wishes would leave it. */
export interface Drafted {
  readonly matrix: Matrix
  /** By item, what it has open then, minor units; below zero where more is wished than there is. */
  readonly free: ReadonlyMap<bigint, bigint>
}

/** The credits and debits whose allocations make a cell. */
interface Place {
  readonly pairs: readonly ItemPair[]
  /** A refund's cells are shown below zero. */
  readonly sign: 1n | -1n
  readonly lock: CellLock | null
  /** What of it was settled in an account that the order was in before, minor units above or at zero: it stays. */
  readonly stays: bigint
}

/**
 * An order's matrix while a person changes it: which cells can be changed, what wishes come to between open items,
 * and the matrix as it would be with them, also where it would be too much: nothing is trimmed. The server plans with
 * it what the browser has shown.
 */
export class MatrixDraft {
  readonly matrix: Matrix
  private readonly folded: MovingMatrix
  private readonly shown: ReadonlyMap<string, bigint>
  private readonly live: ReadonlyMap<string, readonly Allocation[]>
  private readonly originals: ReadonlyMap<bigint, bigint>
  private readonly rows: ReadonlyMap<string, { charges: OpenItem[]; credits: OpenItem[] }>
  private readonly columns: ReadonlyMap<bigint, readonly OpenItem[]>
  /** Items in another account than the order's: also what another order's or nobody's money settled there. */
  private readonly away: ReadonlySet<bigint>
  private readonly settledAway: ReadonlyMap<string, bigint>
  private readonly places = new Map<string, Place>()

  constructor(private readonly base: DraftBase) {
    this.matrix = matrixOf(base)
    this.folded = new MovingMatrix(base, this.matrix)
    this.shown = new Map(this.matrix.cells.map((cell) => [nameOf(cell.row, cell.columnItemId), cell.amount]))
    this.live = grouped(base.allocations, (one) => pairName(one.creditItemId, one.debitItemId))
    this.originals = originalsOf(base.items.filter(({ documentId }) => documentId === base.documentId))
    this.rows = this.itemsOfRows()
    this.columns = grouped(base.items, ({ id }) => this.originals.get(id) ?? id)
    this.away = itemsAway(base)
    this.settledAway = this.settledInOtherAccounts()
  }

  /** Why a cell cannot be changed; null when it can. @throws cell_not_found */
  lockOf(row: string, column: bigint): CellLock | null {
    return this.place(row, column).lock
  }

  /**
   * What of a cell stays, in minor units above or at zero: it fulfils planned payments, or was settled in an account
   * that the order was in before. The cell cannot be brought below that.
   */
  boundOf(row: string, column: bigint): bigint {
    const { pairs, stays } = this.place(row, column)
    const held = pairs.flatMap((pair) => this.heldBy(pair))
    return stays + sumOf(held.filter(({ instalmentId }) => instalmentId !== null))
  }

  /** What of a cell was settled in an account that the order was in before, minor units above or at zero. */
  staysOf(row: string, column: bigint): bigint {
    return this.place(row, column).stays
  }

  /** What a cell shows while nothing is changed. */
  shownAt(row: string, column: bigint): bigint {
    return this.shown.get(nameOf(row, column)) ?? 0n
  }

  /**
   * What wishes come to between open items. A raise beyond what is open is not trimmed: the plan made of it is refused.
   *
   * @throws cell_not_found | cell_locked | amount_sign | order_moved
   */
  wanted(wishes: readonly Wish[]): WantedCell[] {
    const cells = this.moving(wishes).cells()
    for (const wish of wishes) this.refuseBelowStays(wish)
    return cells
  }

  /** The matrix with the wishes, whether or not they can be. @throws cell_not_found | cell_locked | amount_sign */
  with(wishes: readonly Wish[]): Drafted {
    const moving = this.moving(wishes)
    const moves = moving.cells().map((cell, index) => ({
      ...moved(cell, index),
      amount: cell.amount - sumOf(this.live.get(pairName(cell.creditItemId, cell.debitItemId)) ?? []),
    }))
    const items = this.base.items.map((item) => {
      const open = moving.free.get(item.id) ?? 0n
      return open === openAmount(item) ? item : { ...item, allocated: item.amount - open }
    })
    return { matrix: this.folded.with(items, moves), free: moving.free }
  }

  /** How much more a cell could take, minor units above or at zero; of a refund's, how much more it could give back. */
  roomOf(row: string, column: bigint, free: Drafted["free"]): bigint {
    const { pairs, lock } = this.place(row, column)
    return lock ? 0n : roomIn(pairs, free)
  }

  /**
   * Gives each cell in turn all that it can take; locked ones are passed over. Gives the wishes that differ.
   *
   * @param most how much of the room of a row's cell money may take, where something else is meant for the rest
   */
  fillAll(
    wishes: readonly Wish[],
    cells: readonly Pick<Wish, "row" | "column">[],
    most: (row: string, room: bigint) => bigint = (_, room) => room,
  ): Wish[] {
    const known = new Map(wishes.map((wish) => [nameOf(wish.row, wish.column), wish.amount]))
    const moving = this.moving(wishes)
    return cells.flatMap(({ row, column }) => {
      const { pairs, sign, lock } = this.place(row, column)
      const all = lock ? 0n : roomIn(pairs, moving.free)
      const room = sign > 0n && all > 0n ? most(row, all) : all
      if (room === 0n) return []
      moving.raise(pairs, room)
      const amount = (known.get(nameOf(row, column)) ?? this.shownAt(row, column)) + room * sign
      return [{ row, column, amount }]
    })
  }

  private moving(wishes: readonly Wish[]): Moving {
    const moving = new Moving(this.base.items, (pair) => this.heldBy(pair))
    const changes = wishes.flatMap((wish) => this.changeOf(wish))
    for (const { place, by } of changes) if (by < 0n) moving.lower(place.pairs, -by)
    for (const { place, by } of changes) if (by > 0n) moving.raise(place.pairs, by)
    return moving
  }

  private changeOf({ row, column, amount }: Wish): { place: Place; by: bigint }[] {
    const by = amount - this.shownAt(row, column)
    if (by === 0n) return []
    const place = this.place(row, column)
    if (place.lock) throw refuse.locked({ row, column, lock: place.lock })
    if (amount * place.sign < 0n) throw refuse.wrongSign({ row, column, isRefund: place.sign < 0n })
    return [{ place, by: by * place.sign }]
  }

  private refuseBelowStays({ row, column, amount }: Wish): void {
    const { stays, sign } = this.place(row, column)
    if (amount * sign < stays && amount !== this.shownAt(row, column))
      throw refuse.belowMoved({ row, column, stays: stays * sign })
  }

  private heldBy({ credit, debit }: ItemPair): readonly Allocation[] {
    return this.live.get(pairName(credit.id, debit.id)) ?? []
  }

  private place(row: string, column: bigint): Place {
    const name = nameOf(row, column)
    const known = this.places.get(name)
    if (known) return known
    const made = this.newPlace(row, column)
    this.places.set(name, made)
    return made
  }

  private newPlace(row: string, column: bigint): Place {
    const items = this.rows.get(row)
    const all = this.columns.get(column)
    const [first] = all ?? []
    if (!items || !all || !first) throw refuse.unknownCell(row, column)
    const stays = this.settledAway.get(nameOf(row, column)) ?? 0n
    const locked = (lock: CellLock): Place => ({ pairs: [], sign: 1n, lock, stays })
    // All of it was settled before: whoever looks for the reason finds it there, not in what the item has here.
    const without = (lock: CellLock): Place => locked(stays > 0n ? "order_moved" : lock)
    if (isGrouped(first)) return locked(isWriteOff(first) ? "write_off" : "reversal")
    const here = all.filter(({ id, kind }) => kind !== "transfer" && !this.away.has(id))
    if (here.length === 0) return locked("order_moved")
    if (first.side === "debit") {
      const pairs = items.credits.flatMap((credit) => here.map((debit) => ({ credit, debit })))
      const isPossible = pairs.some(
        ({ credit, debit }) => openAmount(credit) > 0n || this.holds(credit, debit),
      )
      return isPossible ? { pairs, sign: -1n, lock: null, stays } : without("nothing_to_pay_back")
    }
    if (isLineCredit(first) && items.charges.some((charge) => isOwnLine(first, charge)))
      return locked("own_credit")
    const pairs = here.flatMap((credit) => items.charges.map((debit) => ({ credit, debit })))
    return pairs.length > 0 ? { pairs, sign: 1n, lock: null, stays } : without("no_charge")
  }

  private holds(credit: OpenItem, debit: OpenItem): boolean {
    return this.heldBy({ credit, debit }).length > 0
  }

  /** By cell, what stands in it between items that are not in the order's account any more. */
  private settledInOtherAccounts(): Map<string, bigint> {
    const settled = new Map<string, bigint>()
    if (this.away.size === 0) return settled
    for (const { allocation, credit, debit } of pairsOf(this.base.items, this.base.allocations)) {
      if (!this.away.has(credit.id) || credit.kind === "transfer" || debit.kind === "transfer") continue
      const [line, other] = isOfLine(debit) ? [debit, credit] : [credit, debit]
      const name = nameOf(rowKeyOf(line), this.originals.get(other.id) ?? other.id)
      settled.set(name, (settled.get(name) ?? 0n) + allocation.amount)
    }
    return settled
  }

  private itemsOfRows(): Map<string, { charges: OpenItem[]; credits: OpenItem[] }> {
    const rows = new Map<string, { charges: OpenItem[]; credits: OpenItem[] }>()
    for (const { key } of this.matrix.rows) rows.set(key, { charges: [], credits: [] })
    for (const item of this.base.items) {
      if (item.documentId !== this.base.documentId || this.base.movedAway.has(item.id)) continue
      if (isOfLine(item)) rows.get(rowKeyOf(item))?.charges.push(item)
      else if (isLineCredit(item) && item.lineKey !== null) rows.get(item.lineKey)?.credits.push(item)
    }
    return rows
  }
}

/** Whatever settles, or is settled by, what moved away is in that account too: an allocation never joins two. */
function itemsAway({ allocations, movedAway }: DraftBase): ReadonlySet<bigint> {
  const away = new Set(movedAway)
  if (away.size === 0) return away
  for (const { creditItemId, debitItemId } of allocations)
    if (movedAway.has(creditItemId) || movedAway.has(debitItemId)) away.add(creditItemId).add(debitItemId)
  return away
}

/** Stands for what a wish moves; only its items and its amount are read. */
function moved({ creditItemId, debitItemId }: WantedCell, index: number): Allocation {
  return {
    id: -BigInt(index + 1),
    creditItemId,
    debitItemId,
    amount: 0n,
    origin: "manual",
    rule: EDIT_RULE,
    step: index + 1,
    creditOpenBefore: 0n,
    debitOpenBefore: 0n,
    creditTaxes: [],
    debitTaxes: [],
    instalmentId: null,
    releases: null,
    accountingOn: "",
    recordedAt: "",
  }
}

const nameOf = (row: string, column: bigint): string => `${row} ${column}`

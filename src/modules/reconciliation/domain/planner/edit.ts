import { isOfOneAct } from "../key"
import { itemAfter } from "../allocation/candidate"
import { put } from "../allocation/fill"
import { byLine, byOccurrence } from "../allocation/order-of"
import type { Candidate, Proposal } from "../allocation/strategy"
import * as refuse from "./edit-refusals"
import { putAsPlanned } from "../instalments/fulfil"
import { least } from "../money"
import { isWriteOff, openAmount, type Allocation, type OpenItem } from "../open-item"
import { planFor, type PlansInWork } from "../instalments/plan-instalments"
import type { Release } from "../allocation/release"

/** What a person wants of one credit on one debit; cells that are not named stay as they are. */
export interface WantedCell {
  readonly creditItemId: bigint
  readonly debitItemId: bigint
  /** Minor units, zero or above: all of the credit that shall be on the debit. */
  readonly amount: bigint
}

export interface EditInput {
  /** The items that the cells name, as they stand, each wholly as stored. */
  readonly candidates: readonly Candidate[]
  /** Live allocations of the pairs that the cells name; others do no harm. */
  readonly live: readonly Allocation[]
  readonly cells: readonly WantedCell[]
  /** The day of the edit. */
  readonly on: string
  /** Items whose order has gone to another account since; what they settled here is history. */
  readonly movedAway?: ReadonlySet<bigint>
  /** Planned payments that money fulfils when it comes to their order. */
  readonly plans?: PlansInWork
}

/** What an edit takes back and puts; both empty when everything is as wanted already. */
export interface EditPlan {
  readonly releases: readonly Release[]
  readonly proposals: readonly Proposal[]
  /** The items that it moves, as it leaves them. */
  readonly items: readonly OpenItem[]
}

/** The rule of everything that a person's edit takes back or puts. */
export const EDIT_RULE = "manual"

/** A cell with what it holds. */
interface Cell {
  readonly wanted: bigint
  readonly credit: Candidate
  readonly debit: Candidate
  /** Newest first. */
  readonly live: readonly Allocation[]
}

/**
 * Plans an edit with the fewest moves: a cell that is as wanted stays, a lowered one takes back its newest
 * allocations and puts again what that was too much, a raised one adds. What fulfils a planned payment is
 * never taken back. Everything is taken back before anything is put, so amounts may change places.
 *
 * @throws item_not_found | sides_swapped | cell_named_twice | amount_negative | not_by_hand | order_moved |
 *   instalment_bound | over_allocated
 */
export function planEdit({
  candidates,
  live,
  cells,
  on,
  movedAway = NONE,
  plans = UNPLANNED,
}: EditInput): EditPlan {
  const working = new Map(candidates.map((candidate) => [candidate.item.id, { ...candidate }]))
  const changed = cellsOf(cells, working, live).filter(({ wanted, live: held }) => wanted !== sumOf(held))
  for (const { credit, debit } of changed)
    for (const { item } of [credit, debit]) refuseFixed(item, movedAway)
  const releases = changed.flatMap((cell) => releasesOf(cell, on))
  for (const release of releases) giveBack(release, working)
  const puts = changed
    .map((cell) => ({ ...cell, amount: cell.wanted - stays(cell, releases) }))
    .filter(({ amount }) => amount > 0n)
    .toSorted((one, other) => byOccurrence(one.credit, other.credit) || byLine(one.debit, other.debit))
  refuseOverAllocation(puts)
  const arriving = arrivingAt(changed)
  const proposals = puts.flatMap((cell) => putWanted(cell, arriving, plans))
  const moved = new Set(changed.flatMap(({ credit, debit }) => [credit, debit]))
  return { releases, proposals, items: [...moved].map(itemAfter) }
}

const NONE: ReadonlySet<bigint> = new Set()
const UNPLANNED: PlansInWork = new Map()

/** By credit and order, what the edit brings to the order beyond what it takes from it. */
function arrivingAt(changed: readonly Cell[]): Map<string, bigint> {
  const arriving = new Map<string, bigint>()
  for (const { credit, debit, wanted, live } of changed) {
    const name = routeOf(credit, debit)
    arriving.set(name, (arriving.get(name) ?? 0n) + wanted - sumOf(live))
  }
  return arriving
}

const routeOf = (credit: Candidate, debit: Candidate): string => `${credit.item.id} ${debit.item.documentId}`

/**
 * Money that comes to an order by hand fulfils what is planned for the line, as all money does. What only
 * changes its place on the order was there when its payments were planned, or fulfils one already.
 */
function putWanted(
  { credit, debit, amount, wanted, live }: Cell & { readonly amount: bigint },
  arriving: Map<string, bigint>,
  plans: PlansInWork,
): Proposal[] {
  const plan = planFor(credit.item, debit.item, plans)
  if (plan.length === 0) return [put(credit, debit, { amount, rule: EDIT_RULE })]
  const came = arriving.get(routeOf(credit, debit)) ?? 0n
  const isRaised = wanted > sumOf(live)
  const fresh = isRaised && came > 0n ? least(came, amount) : 0n
  arriving.set(routeOf(credit, debit), came - fresh)
  const bound = fresh > 0n ? putAsPlanned(credit, debit, { amount: fresh, rule: EDIT_RULE, plan }) : []
  if (amount === fresh) return bound
  return [...bound, put(credit, debit, { amount: amount - fresh, rule: EDIT_RULE })]
}

/** A transfer, a write-off or a pay-back settles as a whole or not at all, and what moved on is settled where it went. */
function refuseFixed(item: OpenItem, movedAway: ReadonlySet<bigint>): void {
  if (item.kind === "transfer" || isWriteOff(item) || isOfOneAct(item)) throw refuse.notByHand(item)
  if (movedAway.has(item.id)) throw refuse.orderMoved(item)
}

function cellsOf(
  wanted: readonly WantedCell[],
  working: ReadonlyMap<bigint, Candidate>,
  live: readonly Allocation[],
): Cell[] {
  const held = new Map<string, Allocation[]>()
  for (const allocation of live) {
    const name = nameOf(allocation)
    held.set(name, [allocation, ...(held.get(name) ?? [])])
  }
  const named = new Set<string>()
  return wanted.map((cell) => {
    const name = nameOf(cell)
    if (named.has(name)) throw refuse.namedTwice(cell)
    named.add(name)
    if (cell.amount < 0n) throw refuse.negative(cell)
    const [credit, debit] = [working.get(cell.creditItemId), working.get(cell.debitItemId)]
    if (!credit) throw refuse.unknownItem(cell.creditItemId)
    if (!debit) throw refuse.unknownItem(cell.debitItemId)
    if (credit.item.side !== "credit" || debit.item.side !== "debit") throw refuse.wrongSide(cell)
    const newestFirst = (held.get(name) ?? []).toSorted((one, other) => (one.id > other.id ? -1 : 1))
    return { wanted: cell.amount, credit, debit, live: newestFirst }
  })
}

const nameOf = ({ creditItemId, debitItemId }: Pick<Allocation, "creditItemId" | "debitItemId">): string =>
  `${creditItemId} ${debitItemId}`

/** The newest allocations of a lowered cell, until they are enough; those of a planned payment stay. */
function releasesOf({ wanted, credit, debit, live }: Cell, on: string): Release[] {
  const bound = sumOf(live.filter(({ instalmentId }) => instalmentId !== null))
  if (wanted < bound) throw refuse.belowBound({ credit, debit, wanted, bound })
  let excess = sumOf(live) - wanted
  return live.flatMap((allocation) => {
    if (excess <= 0n || allocation.instalmentId !== null) return []
    excess -= allocation.amount
    return [{ allocation, credit: credit.item, debit: debit.item, rule: EDIT_RULE, on }]
  })
}

/** Exactly what the allocation took, tax by tax. */
function giveBack({ allocation, credit, debit }: Release, working: ReadonlyMap<bigint, Candidate>): void {
  const sides = [
    [credit, allocation.creditTaxes],
    [debit, allocation.debitTaxes],
  ] as const
  for (const [item, taxes] of sides) {
    const candidate = working.get(item.id)
    if (!candidate) continue
    candidate.open += allocation.amount
    candidate.taxed = candidate.taxed.map((part, rate) => part - (taxes[rate] ?? 0n))
  }
}

/** What is left on a cell once its releases are made. */
function stays({ live }: Cell, releases: readonly Release[]): bigint {
  const released = new Set(releases.map(({ allocation }) => allocation))
  return sumOf(live.filter((allocation) => !released.has(allocation)))
}

function refuseOverAllocation(puts: readonly (Cell & { readonly amount: bigint })[]): void {
  const asked = new Map<Candidate, bigint>()
  for (const { credit, debit, amount } of puts) {
    for (const candidate of [credit, debit]) asked.set(candidate, (asked.get(candidate) ?? 0n) + amount)
  }
  const worst = [...asked].find(([candidate, amount]) => amount > candidate.open)
  if (!worst) return
  const [candidate, amount] = worst
  const { item, open: free } = candidate
  throw refuse.overAllocated({ item, open: openAmount(item), free, amount })
}

function sumOf(allocations: readonly Allocation[]): bigint {
  return allocations.reduce((sum, { amount }) => sum + amount, 0n)
}

/**
 * Where everything of the picture stands, in pixels. Amounts come as plain numbers, because they only set proportions:
 * what is written beside a band is the exact amount of the answer.
 */
export interface Drawn {
  readonly payers: readonly { readonly id: string; readonly lines: number }[]
  readonly debts: readonly DrawnDebt[]
  /** In the order of payers, then of debts. */
  readonly links: readonly { readonly from: string; readonly to: string; readonly amount: number }[]
}

interface DrawnDebt {
  readonly key: string
  readonly planned: number
  readonly withoutMoney: number
  /** Lines of words beside it, from 1; of a payer likewise. */
  readonly lines: number
}

/** A bar with the place beside it in which its words stand; nobody else's words do. */
export interface Node {
  /** Of the bar: what is paid. */
  readonly top: number
  readonly height: number
  /** Beneath it, dashed: what is planned, and what has no money; 0 where there is none. */
  readonly planned: Segment
  readonly withoutMoney: Segment
  readonly slot: Segment
}

export interface Segment {
  readonly top: number
  readonly height: number
}

export interface Band {
  readonly from: string
  readonly to: string
  /** Its upper edge at the payer's end and at the debt's end; it is as thick everywhere. */
  readonly start: number
  readonly end: number
  readonly thickness: number
  /** Middle of the line on which its amount is written. */
  readonly words: number
}

export interface Layout {
  readonly height: number
  readonly payers: ReadonlyMap<string, Node>
  readonly debts: ReadonlyMap<string, Node>
  readonly bands: readonly Band[]
}

/** What the bars of the longer side take together, when all is in proportion. */
const BARS = 400
const MARGIN = 16
const BETWEEN = 12
/** The first line of words beside a bar, and each further one. */
const NAME = 20
const DETAIL = 16
/** One line of figures at the end of a band. */
const LINE = 15
const LEAST_BAND = 1
/** A dashed bar of less could not be seen to be dashed. */
const LEAST_DASHED = 8
const SEAM = 2

/** Lays out bars in proportion, bands between them in their order, and words so that none covers another. */
export function layoutOf({ payers, debts, links }: Drawn): Layout {
  const paid = total(links.map(({ amount }) => amount))
  const owed = paid + total(debts.map(({ planned, withoutMoney }) => planned + withoutMoney))
  const scale = owed > 0 ? BARS / owed : 0
  const thick = (amount: number): number => Math.max(LEAST_BAND, amount * scale)
  const dashed = (amount: number): number => (amount > 0 ? Math.max(LEAST_DASHED, amount * scale) : 0)
  const barOf = (name: "from" | "to", key: string): number =>
    total(links.filter((link) => link[name] === key).map(({ amount }) => thick(amount)))
  const left = payers.map(({ id, lines }) => {
    const bar = { paid: barOf("from", id), planned: 0, withoutMoney: 0 }
    return sized(id, bar, wordsOf(lines))
  })
  const right = debts.map(({ key, planned, withoutMoney, lines }) => {
    const bar = { paid: barOf("to", key), planned: dashed(planned), withoutMoney: dashed(withoutMoney) }
    return sized(key, bar, Math.max(wordsOf(lines), links.filter(({ to }) => to === key).length * LINE))
  })
  const height = Math.max(heightOf(left), heightOf(right)) + 2 * MARGIN
  const [from, to] = [stacked(left, height), stacked(right, height)]
  return { height, payers: from, debts: to, bands: bandsOf(links, { from, to, thick }) }
}

interface Bar {
  readonly paid: number
  readonly planned: number
  readonly withoutMoney: number
}

interface Sized extends Bar {
  readonly key: string
  readonly slot: number
}

const wordsOf = (lines: number): number => NAME + DETAIL * (lines - 1)

function sized(key: string, bar: Bar, words: number): Sized {
  return { key, ...bar, slot: Math.max(barHeight(bar), words) }
}

function barHeight({ paid, planned, withoutMoney }: Bar): number {
  const parts = [paid, planned, withoutMoney].filter((part) => part > 0)
  return total(parts) + SEAM * Math.max(0, parts.length - 1)
}

const heightOf = (nodes: readonly Sized[]): number =>
  total(nodes.map(({ slot }) => slot)) + BETWEEN * Math.max(0, nodes.length - 1)

/** One beneath the other, in the middle of the height. */
function stacked(nodes: readonly Sized[], height: number): Map<string, Node> {
  const placed = new Map<string, Node>()
  let next = (height - heightOf(nodes)) / 2
  for (const node of nodes) {
    const bar = { top: next + (node.slot - barHeight(node)) / 2, height: node.paid }
    const planned = beneath(bar, node.planned)
    const withoutMoney = beneath(planned.height > 0 ? planned : bar, node.withoutMoney)
    placed.set(node.key, { ...bar, planned, withoutMoney, slot: { top: next, height: node.slot } })
    next += node.slot + BETWEEN
  }
  return placed
}

function beneath(above: Segment, height: number): Segment {
  const seam = above.height > 0 && height > 0 ? SEAM : 0
  return { top: above.top + above.height + seam, height }
}

interface Ends {
  readonly from: ReadonlyMap<string, Node>
  readonly to: ReadonlyMap<string, Node>
  readonly thick: (amount: number) => number
}

/** Each band takes its place at both bars; at a payer in the order of debts, at a debt in the order of payers. */
function bandsOf(links: Drawn["links"], { from, to, thick }: Ends): Band[] {
  const atPayers = new Taken(from)
  const atDebts = new Taken(to)
  const bands = links.map((link) => {
    const thickness = thick(link.amount)
    const start = atPayers.take(link.from, thickness)
    const end = atDebts.take(link.to, thickness)
    return { from: link.from, to: link.to, start, end, thickness, words: end + thickness / 2 }
  })
  for (const [key, { slot }] of to) {
    const mine = bands.filter((band) => band.to === key)
    const spread = apart(
      mine.map(({ words }) => words),
      slot,
    )
    mine.forEach((band, place) => {
      band.words = spread[place] ?? band.words
    })
  }
  return bands
}

/** How much of each bar of a side has its bands already. */
class Taken {
  private readonly taken = new Map<string, number>()

  constructor(private readonly nodes: ReadonlyMap<string, Node>) {}

  /** Where the next band of a bar begins. */
  take(key: string, thickness: number): number {
    const taken = this.taken.get(key) ?? 0
    this.taken.set(key, taken + thickness)
    return (this.nodes.get(key)?.top ?? 0) + taken
  }
}

/** Lines of figures as near to their bands as they can be, none over another, all within their slot. */
function apart(wanted: readonly number[], slot: Segment): number[] {
  const set = [...wanted]
  let least = slot.top + LINE / 2
  for (const [place, want] of set.entries()) {
    set[place] = Math.max(want, least)
    least = set[place] + LINE
  }
  let most = slot.top + slot.height - LINE / 2
  for (const [place, at] of [...set.entries()].toReversed()) {
    set[place] = Math.min(at, most)
    most = set[place] - LINE
  }
  return set
}

const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

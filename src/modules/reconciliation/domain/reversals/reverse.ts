import { candidateOf, itemAfter, type Placed } from "../allocation/candidate"
import { put } from "../allocation/fill"
import type { Candidate, Proposal } from "../allocation/strategy"
import { holdingsOf, type Holding, type Holdings, type Reach } from "./holdings"
import { isRecordedReversal, reversalKeyOf, reversalNumberOf } from "../key"
import { least } from "../money"
import { isOfLine, type OpenItem } from "../open-item"
import { withoutUndone } from "../undone-reversals"

/** What a live allocation of the reversed money settles. */
export interface Settled {
  readonly debit: OpenItem
  /** Minor units, above zero. */
  readonly amount: bigint
}

/** Money that is taken back: a payment or deposit as it came, or what of it went on in another account. */
export interface ReversedMoney {
  readonly money: Candidate
  readonly accountId: bigint
  /** What it settles now, oldest allocation first. */
  readonly settled: readonly Settled[]
  /** What its earlier reversals posted, on whatever order. */
  readonly earlier: readonly OpenItem[]
}

export interface ReversalInput {
  /** The one that is named, or a capture as it came and as it went on from account to account. */
  readonly chain: readonly ReversedMoney[]
  /** A number that no earlier reversal of any of the capture's has. */
  readonly number: number
  /** Minor units, above zero, at most what `reversibleAmong` says. */
  readonly amount: bigint
  /** Where an order is now, and when it was placed; undefined where there is no order. */
  readonly homeOf: (documentId: bigint | null) => (Placed & { readonly accountId: bigint }) | undefined
  readonly description: ReversalDescription
  /** The orders it has come to; without them nothing that it paid has been credited since. */
  readonly reach?: Reach
}

export interface ReversalDescription {
  /** chargeback, bounced_cheque … */
  readonly kind: string
  readonly title: string
  readonly reference: string
  /** When the money left again; it is posted no earlier than it had come to lie where it is taken from. */
  readonly occurredAt: string
  readonly occurredOn: string
}

/** What is posted on one account; its items are named −1, −2 … among themselves. */
export interface ReversalOnAccount {
  readonly accountId: bigint
  readonly items: readonly Candidate[]
  readonly proposals: readonly Proposal[]
}

/**
 * The number of a reversal among all of one payment: it is named by the item it was asked of and this, so
 * the first of item 12 is 12.1.
 */
export function nextReversal(earlier: readonly Pick<OpenItem, "key">[]): number {
  return Math.max(0, ...earlier.map((item) => reversalNumberOf(item) ?? 0)) + 1
}

/** What can still be reversed of a payment: its amount less what reversals and the host took back already. */
export function reversibleOf(
  money: Pick<OpenItem, "amount">,
  { earlier, voided }: { earlier: readonly OpenItem[]; voided: bigint },
): bigint {
  const reversed = withoutUndone(earlier)
    .filter(isPosting)
    .reduce((sum, { amount }) => sum + amount, 0n)
  const left = money.amount - reversed - voided
  return left > 0n ? left : 0n
}

/**
 * Plans a reversal: debits that are owed again where the money had settled something. First goes what
 * settles nothing yet, then what waits in credits of the lines it paid, then what lines still hold, newest
 * first, and last what was paid back: that went out twice. Nothing is released: that the money paid a line
 * once stays true, and so does that it was taken back.
 */
export function planReversal(input: ReversalInput): ReversalOnAccount[] {
  const plan = new PlannedReversal(input)
  // What went on came to lie there later than what it went on from.
  const sources = input.chain.toReversed().map((one): Source => ({ ...one, left: ownLeft(one) }))
  let wanted = input.amount
  const take = (source: Source, amount: bigint): bigint => {
    const part = least(wanted, least(source.left, amount))
    wanted -= part
    source.left -= part
    return part
  }
  for (const source of sources) plan.rest(source, take(source, source.money.open))
  const parts = sources.map((source) => ({ source, ...partsOf(source, input) }))
  const shares = new Map<string, { source: Source; share: Share }>()
  for (const stage of ["waiting", "held", "gone"] as const) {
    for (const { source, [stage]: holdings } of parts) {
      for (const { at, amount } of holdings) {
        const taken = take(source, amount)
        if (taken === 0n) continue
        const place = `${source.money.item.id} ${placeOf(at)}`
        const known = shares.get(place)
        if (known) known.share.amount += taken
        else shares.set(place, { source, share: shareOf(at, taken) })
      }
    }
  }
  for (const { source, share } of shares.values()) plan.reopen(source, share)
  return plan.accounts()
}

/** Money with what can still be taken of it. */
interface Source extends ReversedMoney {
  left: bigint
}

/** The postings of one reversal on each account. */
class PlannedReversal {
  private readonly posted = new Map<bigint, { items: Candidate[]; proposals: Proposal[] }>()
  private readonly sequences = new Map<string, number>()

  constructor(private readonly input: ReversalInput) {}

  /** What settled nothing is settled by its own reversal, where the money lies and wherever the order is by now. */
  rest(source: ReversedMoney, amount: bigint): void {
    if (amount === 0n) return
    const { money, accountId } = source
    const { documentId, title } = money.item
    const share = { documentId, lineKey: null, position: 0, title, dueOn: null, amount }
    const debit = this.post(share, source, accountId)
    this.on(accountId).proposals.push(put(money, debit, { amount, rule: "reversed_rest" }))
  }

  reopen(source: ReversedMoney, share: Share): void {
    this.post(share, source, this.input.homeOf(share.documentId)?.accountId ?? source.accountId)
  }

  accounts(): ReversalOnAccount[] {
    return [...this.posted].map(([accountId, { items, proposals }]) => ({ accountId, items, proposals }))
  }

  private post(share: Share, { money, accountId: home }: ReversedMoney, accountId: bigint): Candidate {
    const { number, homeOf, description } = this.input
    const elsewhere = accountId === home ? undefined : accountId
    const key = reversalKeyOf({ moneyId: money.item.id, number, accountId: elsewhere })
    const sequence = (this.sequences.get(key) ?? 0) + 1
    this.sequences.set(key, sequence)
    const { items } = this.on(accountId)
    const named = { id: -BigInt(items.length + 1), key, sequence, reversesItemId: money.item.id }
    const item = { ...itemOf(share, description), ...named, ...notBefore(money.item, description) }
    const placed = homeOf(item.documentId) ?? { placedAt: item.occurredAt, placedOn: item.occurredOn }
    const candidate = candidateOf(item, placed)
    items.push(candidate)
    return candidate
  }

  private on(accountId: bigint): { items: Candidate[]; proposals: Proposal[] } {
    const posted = this.posted.get(accountId) ?? { items: [], proposals: [] }
    this.posted.set(accountId, posted)
    return posted
  }
}

/** The postings of a plan as they are stored. */
export function postedBy(items: readonly Candidate[]): OpenItem[] {
  return items.map(itemAfter)
}

/**
 * The same of money that may have changed hands with its order: in each account only what it settled or
 * left there, and in all no more than came.
 *
 * @param came the money as it came
 * @param reversals what reversals of it posted, whatever account it was in
 * @param voided what the host took back of it
 */
export function reversibleAmong(
  chain: readonly Pick<ReversedMoney, "money" | "settled" | "earlier">[],
  { came, reversals, voided }: { came: OpenItem; reversals: readonly OpenItem[]; voided: bigint },
): bigint {
  const own = chain.reduce((sum, one) => sum + ownLeft(one), 0n)
  return least(reversibleOf(came, { earlier: reversals, voided }), own)
}

/** What can be taken of money where it is: not what went on in another account. */
function ownLeft({ money, settled, earlier }: Pick<ReversedMoney, "money" | "settled" | "earlier">): bigint {
  const wentOn = settled.filter(isMove).reduce((sum, { amount }) => sum + amount, 0n)
  return reversibleOf(money.item, { earlier, voided: wentOn })
}

const isMove = ({ debit }: Settled): boolean => debit.kind === "transfer"

/** What a reversal posted, and not what stands against it where the store has recorded it too. */
const isPosting = (item: Pick<OpenItem, "key">): boolean => !isRecordedReversal(item)

interface Share {
  readonly documentId: bigint | null
  readonly lineKey: string | null
  readonly position: number
  /** Of what it reopens, and so the day. */
  readonly title: string
  readonly dueOn: string | null
  amount: bigint
}

/** Where the money is, newest first, less what earlier reversals reopened; of lines that is left out already. */
function partsOf({ money, settled, earlier: all }: ReversedMoney, { chain, reach }: ReversalInput): Holdings {
  const earlier = withoutUndone(all)
  const paid = new Set(settled.map(({ debit }) => debit.id))
  // What the money itself settled of them had rested, and reopened nothing.
  const rested = new Set(earlier.flatMap(({ id, lineKey }) => (lineKey === null && paid.has(id) ? [id] : [])))
  const reopened = new Map<string, bigint>()
  for (const item of earlier) {
    if (isPosting(item) && !isOfLine(item) && !rested.has(item.id)) add(reopened, placeOf(item), item.amount)
  }
  const holdings = holdingsOf(new Set(chain.map((one) => one.money.item.id)), reach ?? reachOf(chain))
  const left = (found: readonly Holding[]): Holding[] =>
    found
      .filter(({ moneyId, at }) => moneyId === money.item.id && !rested.has(at.id))
      .map((one) => {
        if (isOfLine(one.at)) return one
        const place = placeOf(one.at)
        const before = least(reopened.get(place) ?? 0n, one.amount)
        add(reopened, place, -before)
        return { ...one, amount: one.amount - before }
      })
  return { waiting: left(holdings.waiting), held: left(holdings.held), gone: left(holdings.gone) }
}

/** Of money whose lines have given no credit, what it settled is where it is. */
function reachOf(chain: readonly ReversedMoney[]): Reach {
  const settled = chain.flatMap(({ money, settled: parts }) => parts.map((part) => ({ money, ...part })))
  return {
    items: [...settled.map(({ debit }) => debit), ...chain.flatMap(({ earlier }) => earlier)],
    allocations: settled.map(({ money, debit, amount }, index) => ({
      id: BigInt(index + 1),
      creditItemId: money.item.id,
      debitItemId: debit.id,
      amount,
    })),
  }
}

const placeOf = (item: OpenItem): string => `${item.documentId ?? ""} ${isOfLine(item) ? item.lineKey : ""}`

function add(sums: Map<string, bigint>, name: string, amount: bigint): void {
  sums.set(name, (sums.get(name) ?? 0n) + amount)
}

function shareOf(debit: OpenItem, amount: bigint): Share {
  const { documentId, position, title, dueOn } = debit
  return isOfLine(debit)
    ? { documentId, lineKey: debit.lineKey, position, title, dueOn, amount }
    : { documentId, lineKey: null, position: 0, title, dueOn: null, amount }
}

/** A day stands for its noon, which may be before the payment came on that day; and money may have been moved since. */
function notBefore(
  money: Pick<OpenItem, "occurredAt" | "occurredOn">,
  { occurredAt, occurredOn }: ReversalDescription,
): Pick<OpenItem, "occurredAt" | "occurredOn"> {
  return {
    occurredAt: occurredAt < money.occurredAt ? money.occurredAt : occurredAt,
    occurredOn: occurredOn < money.occurredOn ? money.occurredOn : occurredOn,
  }
}

function itemOf(
  { documentId, lineKey, position, title, dueOn, amount }: Share,
  description: ReversalDescription,
): Omit<OpenItem, "id" | "key" | "sequence"> {
  return {
    documentId,
    side: "debit",
    kind: "reversal",
    lineKey,
    position,
    title: title.startsWith(`${description.title}: `) ? title : `${description.title}: ${title}`,
    reference: description.reference,
    method: null,
    reversalKind: description.kind,
    occurredAt: description.occurredAt,
    occurredOn: description.occurredOn,
    dueOn,
    amount,
    allocated: 0n,
    taxes: [],
    taxesAllocated: [],
  }
}

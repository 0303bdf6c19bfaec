import { candidateOf } from "../allocation/candidate"
import type { Candidate, Proposal } from "../allocation/strategy"
import type { PostingClass } from "./document-state"
import { isCharge, isLineCredit, openAmount, signedAmount, type OpenItem, type TaxPart } from "../open-item"
import type { PinnedLine } from "../instalments/pinned-line"
import { least } from "../money"
import { reopenedLines } from "../instalments/taken-back"
import { dueOnOf, type OrderTerms } from "../terms/falling-due"
import { addTaxes, negatedTaxes, signedTaxes } from "../tax-parts"
import { isReopened, kindOfKey, type KeyOf } from "../key"

/** What stands under one key: the sum of its postings and how many they are. */
export interface Standing {
  net: bigint
  sequence: number
  readonly class: PostingClass
  readonly first: OpenItem
  /** The item of the latest moment; no later posting of this key is dated before it. */
  last: OpenItem
  /** Signed as `net` is. */
  taxes: readonly TaxPart[]
}

/** What stands for one order line: its charges less its credits. */
export interface LineStanding {
  net: bigint
  /** Signed as `net` is. */
  taxes: readonly TaxPart[]
  /** What credit lines lowered it by. */
  credited: bigint
  readonly lineKey: string
  readonly class: PostingClass
  readonly first: OpenItem
}

/** What stands under a key on one line. */
interface Share {
  readonly item: OpenItem
  readonly net: bigint
  /** The tax credited by it. */
  readonly taxes: readonly TaxPart[]
}

interface LedgerOfDocument {
  readonly documentId: bigint
  readonly placedAt: string
  readonly placedOn: string
  /** Every item of the document, open or not. */
  readonly items: readonly OpenItem[]
  /** What money paid which line so far, oldest first; needed only to split a credit line. */
  readonly paidLines?: readonly PaidLine[]
  /** When what is posted falls due; without them at once. */
  readonly terms?: OrderTerms | undefined
}

export interface PaidLine {
  /** The key of the money that paid it; empty for money of no order. */
  readonly creditKey: string
  readonly lineKey: string
  readonly amount: bigint
}

/** The line that an allocation paid; null when no money did, or no line was paid. */
export function paidLineOf({
  credit,
  debit,
  amount,
}: Pick<Proposal, "credit" | "debit" | "amount">): PaidLine | null {
  return debit.lineKey === null || isLineCredit(credit)
    ? null
    : { creditKey: credit.key, lineKey: debit.lineKey, amount }
}

/**
 * One order's part of the ledger while a plan is made on it. Items posted here have negative ids
 * until they are stored. This is the only mutable thing in the domain, and it never leaves a plan.
 */
export class WorkingLedger {
  readonly standing = new Map<string, Standing>()
  readonly candidates: Candidate[] = []
  readonly posted: Candidate[] = []
  readonly proposals: Proposal[] = []
  private readonly paid: PaidLine[]
  private readonly lastPositions = new Map<number, number>()

  constructor(private readonly document: LedgerOfDocument) {
    this.paid = [...(document.paidLines ?? [])]
    for (const item of document.items) {
      const postingClass = classOf(item)
      if (postingClass) this.count(item, postingClass)
      if (openAmount(item) > 0n) this.candidates.push(candidateOf(item, document))
    }
  }

  /** Posts a new item, wholly open. Without a class it is none of the host's, and no standing counts it. */
  add(
    item: Omit<OpenItem, "id" | "documentId" | "allocated" | "taxesAllocated">,
    postingClass?: PostingClass,
  ): void {
    const { terms } = this.document
    const posted = {
      ...item,
      dueOn: item.dueOn ?? (terms ? dueOnOf(item, terms) : null),
      id: -BigInt(this.posted.length + 1),
      documentId: this.document.documentId,
      allocated: 0n,
      taxesAllocated: item.taxes.map(() => 0n),
    }
    if (postingClass) this.count(posted, postingClass)
    const candidate = candidateOf(posted, this.document)
    this.posted.push(candidate)
    this.candidates.push(candidate)
  }

  propose(proposals: readonly Proposal[]): void {
    for (const proposal of proposals) {
      this.proposals.push(proposal)
      const paid = paidLineOf(proposal)
      if (paid) this.paid.push(paid)
    }
  }

  /**
   * Where a line seen for the first time stands: the place the host gives it, or after the lines that
   * stand already. Shipping methods and rounding have ranges of their own.
   */
  freePosition(wanted: number): number {
    const range = Math.floor(wanted / POSITIONS_A_RANGE)
    const last = this.lastPositions.get(range) ?? -1
    return wanted > last ? wanted : last + 1
  }

  /** Lines as the order lists them, each with what it is worth now. */
  lines(): LineStanding[] {
    const lines = new Map<string, LineStanding>()
    for (const { net, taxes, class: postingClass, first } of this.standing.values()) {
      if (first.lineKey === null || postingClass === "credit_line" || postingClass === "cancellation")
        continue
      const { lineKey } = first
      lines.set(lineKey, { net, taxes, credited: 0n, lineKey, class: postingClass, first })
    }
    for (const item of this.items()) {
      // What came from another account stands under its first key already.
      if (item.lineKey === null || !SPREAD.has(item.kind) || isReopened(item)) continue
      const line = lines.get(item.lineKey) ?? uncharged(item.lineKey, item)
      lines.set(item.lineKey, line)
      line.net += signedAmount(item)
      line.taxes = addTaxes(line.taxes, signedTaxes(item))
      if (item.kind === "credit_line") line.credited -= signedAmount(item)
    }
    return [...lines.values()].toSorted((one, other) => one.first.position - other.first.position)
  }

  /** What each line owes; what a line stands below zero is taken off the first ones, as settling does. */
  owed(): PinnedLine[] {
    const lines = this.lines()
    let credit = lines.reduce((sum, { net }) => (net < 0n ? sum - net : sum), 0n)
    return lines.flatMap(({ lineKey, net }) => {
      if (net <= 0n) return []
      const taken = least(credit, net)
      credit -= taken
      return net > taken ? [{ lineKey, amount: net - taken }] : []
    })
  }

  /** What stands under a key, line by line: a credit line's shares. */
  sharesOf(key: string): Share[] {
    const shares = new Map<string | null, Share>()
    for (const item of this.items()) {
      if (item.key !== key) continue
      const share = shares.get(item.lineKey)
      shares.set(item.lineKey, {
        item: share?.item ?? item,
        net: (share?.net ?? 0n) + signedAmount(item),
        taxes: addTaxes(share?.taxes ?? [], item.side === "credit" ? item.taxes : negatedTaxes(item.taxes)),
      })
    }
    return [...shares.values()].filter(({ net }) => net !== 0n)
  }

  /**
   * What each line has received, as the order's matrix says: what settles it, less its own credits and what
   * reversals took back.
   */
  received(): ReadonlyMap<string, bigint> {
    const open = new Map(this.candidates.map((candidate) => [candidate.item.id, candidate.open]))
    const received = new Map<string, bigint>()
    for (const item of this.items()) {
      if (item.lineKey === null || !(isCharge(item) || isLineCredit(item))) continue
      // A reversal owes again what counts as received already, and what came from another account was closed
      // there, which settled it: only what is still open of them tells.
      const own = item.kind === "reversal" || isReopened(item) ? 0n : signedAmount(item)
      const left = isCharge(item) ? (open.get(item.id) ?? 0n) : 0n
      received.set(item.lineKey, (received.get(item.lineKey) ?? 0n) + own - left)
    }
    return received
  }

  /** What money paid which line and nobody took back, newest first; only of some money, where that is known. */
  newestPayments(captures: readonly string[] = []): PaidLine[] {
    const reversed = this.reversedLines()
    const newest = this.paid.toReversed().flatMap((paid) => {
      const place = placeOf(paid)
      const gone = least(reversed.get(place) ?? 0n, paid.amount)
      reversed.set(place, (reversed.get(place) ?? 0n) - gone)
      return gone < paid.amount ? [{ ...paid, amount: paid.amount - gone }] : []
    })
    return captures.length === 0 ? newest : newest.filter(({ creditKey }) => captures.includes(creditKey))
  }

  /** What a line's own credits have left to give: a refund of the line takes that first. */
  unspentCredit(lineKey: string): bigint {
    return this.candidates
      .filter(({ item }) => isLineCredit(item) && item.lineKey === lineKey)
      .reduce((sum, { open }) => sum + open, 0n)
  }

  /** The sum of everything posted, debits positive. */
  sum(): bigint {
    let sum = 0n
    for (const { net } of this.standing.values()) sum += net
    return sum
  }

  /** Every posting of the order, stored or new. */
  *items(): Iterable<OpenItem> {
    yield* this.document.items
    for (const { item } of this.posted) yield item
  }

  /** What reversals reopened, by the money and the line that it had paid. */
  private reversedLines(): Map<string, bigint> {
    const keys = new Map(this.document.items.map((item) => [item.id, item.key]))
    const sums = new Map<string, bigint>()
    for (const { moneyId, lineKey, amount } of reopenedLines(this.document.items)) {
      const place = placeOf({ creditKey: keys.get(moneyId) ?? "", lineKey })
      sums.set(place, (sums.get(place) ?? 0n) + amount)
    }
    return sums
  }

  private count(item: OpenItem, postingClass: PostingClass): void {
    const range = Math.floor(item.position / POSITIONS_A_RANGE)
    this.lastPositions.set(range, Math.max(this.lastPositions.get(range) ?? -1, item.position))
    const standing = this.standing.get(item.key)
    if (standing) {
      standing.net += signedAmount(item)
      standing.taxes = addTaxes(standing.taxes, signedTaxes(item))
      standing.sequence = Math.max(standing.sequence, item.sequence)
      if (item.occurredAt > standing.last.occurredAt) standing.last = item
    } else {
      this.standing.set(item.key, {
        net: signedAmount(item),
        sequence: item.sequence,
        class: postingClass,
        first: item,
        last: item,
        taxes: signedTaxes(item),
      })
    }
  }
}

const placeOf = ({ creditKey, lineKey }: Pick<PaidLine, "creditKey" | "lineKey">): string =>
  `${creditKey} ${lineKey}`

/** A line that costs nothing and stands only by the credit that was given on it. */
function uncharged(lineKey: string, first: OpenItem): LineStanding {
  return { net: 0n, taxes: [], credited: 0n, lineKey, class: "line", first }
}

/** Lines take positions below a million, shipping methods the next million, rounding the last. */
export const POSITIONS_A_RANGE = 1_000_000

/** Kinds whose items carry the key of another thing than the line they lower. */
const SPREAD: ReadonlySet<string> = new Set(["credit_line", "cancellation"])

/**
 * The class of a stored item, read from its key: keys are named by class. Undefined for what the host
 * does not know of: reversals, write-offs, money on account, what came from another account.
 */
function classOf({ key, kind }: OpenItem): PostingClass | undefined {
  const named = CLASSES[kindOfKey(key)]
  return named === "shipping" && kind === "return_shipping" ? "return_shipping" : named
}

const CLASSES: Readonly<Partial<Record<KeyOf, PostingClass>>> = {
  line: "line",
  shipping: "shipping",
  rounding: "rounding",
  cancellation: "cancellation",
  creditLine: "credit_line",
  storedValue: "stored_value",
  storedValueReturned: "refund",
  capture: "payment",
  refund: "refund",
}

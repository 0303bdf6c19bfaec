import { keyOf } from "../key"
import type { Side, TaxPart, OpenItem } from "../open-item"
import { addTaxes, negatedTaxes } from "../tax-parts"
import type { Desired, DocumentState, PostingClass } from "./document-state"
import { descriptionOf, itemOf, kindOf, occurrenceOf } from "./posted-item"
import { refuseLargeRounding, roundingOf } from "./rounding"
import { splitCredit, type CreditShare, type RefundLines } from "./split-credit"
import type { Standing, WorkingLedger } from "./working-ledger"

interface Posting {
  readonly orderId: string
  /** The lines of this state were posted by an earlier read. */
  readonly linesStand?: boolean
  readonly refundLines?: RefundLines
}

/**
 * Posting compares what should stand under each key with what stands there, and adds the difference.
 * It never edits, so it does not matter which event came, twice, late or never.
 *
 * @throws rounding_too_large
 */
export function post(
  ledger: WorkingLedger,
  read: DocumentState,
  { orderId, linesStand, refundLines = "newest_first" }: Posting,
): void {
  const state = linesStand ? asPosted(ledger, read) : read
  // Before the lines: a credit line is split by what each is worth.
  if (!state.canceled) withdrawCancellation(ledger, state)
  const shown = shownIn(state)
  if (state.lines) {
    postLines(ledger, { ...state, lines: state.lines }, refundLines)
    withdrawMissing(ledger, state, { shown, classes: LINE_CLASSES })
  }
  for (const desired of state.money) postDifference(ledger, desired)
  withdrawMissing(ledger, state, { shown, classes: MONEY_CLASSES })
  if (state.canceled) cancelLines(ledger, state.canceled)
  if (state.balance === null) return
  const rounding = roundingOf(ledger, { ...state, balance: state.balance }, orderId)
  refuseLargeRounding(ledger, rounding, { orderId, shown: read })
  postDifference(ledger, rounding)
}

/**
 * A state whose lines were posted by an earlier read: they stand, whatever the host now shows for that
 * version, because tax lines have no version and a draft's lines count only once it is an order.
 */
function asPosted(ledger: WorkingLedger, state: DocumentState): DocumentState {
  const wanted = new Map((state.lines ?? []).map(({ key, signed }) => [key, signed]))
  const keys = new Set(wanted.keys())
  for (const [key, { class: postingClass }] of ledger.standing)
    if (LINE_CLASSES.has(postingClass)) keys.add(key)
  const same = [...keys].every((key) => (ledger.standing.get(key)?.net ?? 0n) === (wanted.get(key) ?? 0n))
  return { ...state, lines: null, balance: same || state.canceled ? state.balance : null }
}

const LINE_CLASSES: ReadonlySet<PostingClass> = new Set([
  "line",
  "fee",
  "shipping",
  "return_shipping",
  "credit_line",
])
const LISTED: ReadonlySet<PostingClass> = new Set(["line", "fee", "shipping", "return_shipping"])
const MONEY_CLASSES: ReadonlySet<PostingClass> = new Set(["payment", "stored_value", "refund"])

type StateWithLines = DocumentState & { readonly lines: readonly Desired[] }

function postLines(ledger: WorkingLedger, state: StateWithLines, refundLines: RefundLines): void {
  for (const desired of state.lines) {
    if (desired.class === "credit_line") postCreditLine(ledger, desired, { ...state, refundLines })
    else postDifference(ledger, desired)
  }
}

function postDifference(ledger: WorkingLedger, desired: Desired): void {
  const standing = ledger.standing.get(desired.key)
  const difference = desired.signed - (standing?.net ?? 0n)
  if (difference === 0n) return standing && moveTax(ledger, desired, standing)
  const side: Side = difference > 0n ? "debit" : "credit"
  const sequence = (standing?.sequence ?? 0) + 1
  const amount = difference > 0n ? difference : -difference
  const kind = kindOf(desired.class, side, sequence)
  const taxes = addTaxes(desired.taxes, negatedTaxes(standing?.taxes ?? []))
  ledger.add(
    {
      ...itemOf(desired),
      title: kind === "void" ? `${desired.title} taken back` : desired.title,
      ...occurrenceOf(desired, standing),
      position: standing?.first.position ?? placeOf(ledger, desired),
      side,
      kind,
      sequence,
      amount,
      taxes: side === "debit" ? taxes : negatedTaxes(taxes),
    },
    desired.class,
  )
}

/**
 * Where prices contain their tax, a line may be taxed anew at the same total: what it costs stays, what of it
 * is tax does not. A credit that gives the old tax back stands against a debit that contains the new one.
 */
function moveTax(ledger: WorkingLedger, desired: Desired, standing: Standing): void {
  if (!LISTED.has(desired.class)) return
  const change = addTaxes(desired.taxes, negatedTaxes(standing.taxes))
  const added = change.filter(({ amount }) => amount > 0n)
  const dropped = negatedTaxes(change.filter(({ amount }) => amount < 0n))
  const amount = most(sumOf(added), sumOf(dropped))
  if (amount === 0n) return
  const sequence = standing.sequence + 1
  const item = {
    ...itemOf(desired),
    ...occurrenceOf(desired, standing),
    position: standing.first.position,
    kind: "adjustment" as const,
    amount,
  }
  ledger.add({ ...item, side: "debit", sequence, taxes: added }, desired.class)
  ledger.add({ ...item, side: "credit", sequence: sequence + 1, taxes: dropped }, desired.class)
}

const sumOf = (taxes: readonly TaxPart[]): bigint => taxes.reduce((sum, { amount }) => sum + amount, 0n)
const most = (one: bigint, other: bigint): bigint => (one > other ? one : other)

/** Only a line seen for the first time takes a place; all else stands where its line stands. */
function placeOf(ledger: WorkingLedger, { class: postingClass, position }: Desired): number {
  return LISTED.has(postingClass) ? ledger.freePosition(position) : position
}

/** A credit line of the host names no line, so its share of each line is decided once and stored. */
function postCreditLine(
  ledger: WorkingLedger,
  desired: Desired,
  { creditedLines, lines, refundLines }: StateWithLines & { readonly refundLines: RefundLines },
): void {
  const standing = ledger.standing.get(desired.key)
  const difference = desired.signed - (standing?.net ?? 0n)
  if (difference >= 0n) return postDifference(ledger, desired)
  const { repays } = desired
  const shares = splitCredit(ledger, { amount: -difference, likely: creditedLines, repays, refundLines })
  for (const share of shares.length > 0 ? shares : [wholeOn(desired, -difference, lines)]) {
    ledger.add(
      {
        ...itemOf(desired),
        lineKey: share.lineKey,
        position: share.position,
        side: "credit",
        kind: "credit_line",
        sequence: (ledger.standing.get(desired.key)?.sequence ?? 0) + 1,
        amount: share.amount,
        taxes: share.taxes,
      },
      "credit_line",
    )
  }
}

/** Where nothing ever cost anything no line stands: the first one listed takes all, else the credit is a row of its own. */
function wholeOn(desired: Desired, amount: bigint, lines: readonly Desired[]): CreditShare {
  const { key, position } = lines.find((line) => LISTED.has(line.class)) ?? desired
  return { lineKey: key, position, amount, taxes: [] }
}

/** The keys of what the host shows, and of money that it may yet show. */
function shownIn({ lines, money, unsettled = [] }: DocumentState): ReadonlySet<string> {
  const keys = new Set(unsettled)
  for (const { key } of lines ?? []) keys.add(key)
  for (const { key } of money) keys.add(key)
  return keys
}

/** A key that the host no longer shows is worth nothing: a vanished line, or money it took back. */
function withdrawMissing(
  ledger: WorkingLedger,
  state: DocumentState,
  { shown, classes }: { shown: ReadonlySet<string>; classes: ReadonlySet<PostingClass> },
): void {
  for (const [key, standing] of ledger.standing) {
    if (shown.has(key) || standing.net === 0n || !classes.has(standing.class)) continue
    const { at, on } = state
    if (standing.class === "credit_line") withdrawCreditLine(ledger, key, occurrenceOf(state, standing))
    else {
      const description = descriptionOf(standing.first)
      postDifference(ledger, { ...description, key, class: standing.class, signed: 0n, at, on, taxes: [] })
    }
  }
}

/** A credit line is taken back from the very lines that it lowered. */
function withdrawCreditLine(
  ledger: WorkingLedger,
  key: string,
  occurrence: Pick<OpenItem, "occurredAt" | "occurredOn">,
): void {
  for (const { item, net, taxes } of ledger.sharesOf(key)) {
    ledger.add(
      {
        ...descriptionOf(item),
        ...occurrence,
        key,
        dueOn: null,
        side: "debit",
        kind: "credit_line",
        sequence: (ledger.standing.get(key)?.sequence ?? 0) + 1,
        amount: -net,
        taxes,
      },
      "credit_line",
    )
  }
}

function cancelLines(ledger: WorkingLedger, canceled: { at: string; on: string }): void {
  for (const line of ledger.lines()) {
    if (line.class === "rounding") continue
    const key = keyOf("cancellation", line.lineKey)
    const standing = ledger.standing.get(key)
    const canceledSoFar = standing?.net ?? 0n
    postDifference(ledger, {
      ...descriptionOf(line.first),
      key,
      class: "cancellation",
      signed: canceledSoFar - line.net,
      at: canceled.at,
      on: canceled.on,
      taxes: addTaxes(standing?.taxes ?? [], negatedTaxes(line.taxes)),
    })
  }
}

/** A cancellation that the host took back is worth nothing: each line is what it was. */
function withdrawCancellation(ledger: WorkingLedger, { at, on }: DocumentState): void {
  for (const [key, { class: postingClass, net, first }] of ledger.standing) {
    if (postingClass !== "cancellation" || net === 0n) continue
    postDifference(ledger, {
      ...descriptionOf(first),
      key,
      class: postingClass,
      signed: 0n,
      at,
      on,
      taxes: [],
    })
  }
}

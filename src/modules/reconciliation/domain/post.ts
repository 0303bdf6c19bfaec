import type { Desired, DocumentState, PostingClass } from "./document-state"
import type { OpenItem, OpenItemKind, Side } from "./open-item"
import { splitCredit } from "./split-credit"
import type { Standing, WorkingLedger } from "./working-ledger"

/**
 * Posting compares what should stand under each key with what stands there, and adds the difference.
 * It never edits, so it does not matter which event came, twice, late or never.
 */
export function post(ledger: WorkingLedger, state: DocumentState, roundingKey: string): void {
  if (state.lines) {
    postLines(ledger, state, state.lines)
    withdrawMissing(ledger, state, LINE_CLASSES)
  }
  for (const desired of state.money) postDifference(ledger, desired)
  withdrawMissing(ledger, state, MONEY_CLASSES)
  if (state.canceled) cancelLines(ledger, state.canceled)
  if (state.balance !== null) postRounding(ledger, { ...state, balance: state.balance }, roundingKey)
}

/**
 * A state whose lines were posted by an earlier read: they stand, whatever the host now shows for that
 * version, because tax lines have no version and a draft's lines count only once it is an order.
 */
export function asPosted(ledger: WorkingLedger, state: DocumentState): DocumentState {
  const wanted = new Map((state.lines ?? []).map(({ key, signed }) => [key, signed]))
  const keys = new Set(wanted.keys())
  for (const [key, { class: postingClass }] of ledger.standing)
    if (LINE_CLASSES.has(postingClass)) keys.add(key)
  const same = [...keys].every((key) => (ledger.standing.get(key)?.net ?? 0n) === (wanted.get(key) ?? 0n))
  return { ...state, lines: null, balance: same || state.canceled ? state.balance : null }
}

const LINE_CLASSES: ReadonlySet<PostingClass> = new Set([
  "line",
  "shipping",
  "return_shipping",
  "credit_line",
])
const LISTED: ReadonlySet<PostingClass> = new Set(["line", "shipping", "return_shipping"])
const MONEY_CLASSES: ReadonlySet<PostingClass> = new Set(["payment", "stored_value", "refund"])

function postLines(ledger: WorkingLedger, state: DocumentState, lines: readonly Desired[]): void {
  for (const desired of lines) {
    if (desired.class === "credit_line") postCreditLine(ledger, desired, state.creditedLines)
    else postDifference(ledger, desired)
  }
}

function postDifference(ledger: WorkingLedger, desired: Desired): void {
  const standing = ledger.standing.get(desired.key)
  const difference = desired.signed - (standing?.net ?? 0n)
  if (difference === 0n) return
  const side: Side = difference > 0n ? "debit" : "credit"
  const sequence = (standing?.sequence ?? 0) + 1
  const amount = difference > 0n ? difference : -difference
  ledger.add(
    {
      ...itemOf(desired),
      ...occurrenceOf(desired, standing),
      position: standing?.first.position ?? placeOf(ledger, desired),
      side,
      kind: kindOf(desired.class, side, sequence),
      sequence,
      amount,
      taxes: sequence === 1 ? desired.taxes : [],
    },
    desired.class,
  )
}

/**
 * What a read finds taken back, the host may not date: an undone change, a vanished payment. Then it is
 * not dated before what it takes back.
 */
function occurrenceOf(
  { at, on }: Pick<Desired, "at" | "on">,
  standing: Standing | undefined,
): Pick<OpenItem, "occurredAt" | "occurredOn"> {
  if (!standing || standing.last.occurredAt <= at) return { occurredAt: at, occurredOn: on }
  return { occurredAt: standing.last.occurredAt, occurredOn: standing.last.occurredOn }
}

/** Only a line seen for the first time takes a place; all else stands where its line stands. */
function placeOf(ledger: WorkingLedger, { class: postingClass, position }: Desired): number {
  return LISTED.has(postingClass) ? ledger.freePosition(position) : position
}

/** A credit line of the host names no line, so its share of each line is decided once and stored. */
function postCreditLine(ledger: WorkingLedger, desired: Desired, creditedLines: readonly string[]): void {
  const standing = ledger.standing.get(desired.key)
  const difference = desired.signed - (standing?.net ?? 0n)
  if (difference >= 0n) return postDifference(ledger, desired)
  for (const share of splitCredit(ledger, -difference, creditedLines)) {
    ledger.add(
      {
        ...itemOf(desired),
        lineKey: share.lineKey,
        position: share.position,
        side: "credit",
        kind: "credit_line",
        sequence: (ledger.standing.get(desired.key)?.sequence ?? 0) + 1,
        amount: share.amount,
        taxes: [],
      },
      "credit_line",
    )
  }
}

/** A key that the host no longer shows is worth nothing: a vanished line, or money it took back. */
function withdrawMissing(
  ledger: WorkingLedger,
  state: DocumentState,
  classes: ReadonlySet<PostingClass>,
): void {
  const shown = new Set([...(state.lines ?? []), ...state.money].map((desired) => desired.key))
  const stays = new Set([...shown, ...(state.unsettled ?? [])])
  for (const [key, standing] of ledger.standing) {
    if (stays.has(key) || standing.net === 0n || !classes.has(standing.class)) continue
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
  for (const { item, net } of ledger.sharesOf(key)) {
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
        taxes: [],
      },
      "credit_line",
    )
  }
}

function cancelLines(ledger: WorkingLedger, canceled: { at: string; on: string }): void {
  for (const line of ledger.lines()) {
    if (line.class === "rounding") continue
    const key = `cancel:${line.lineKey}`
    const canceledSoFar = ledger.standing.get(key)?.net ?? 0n
    postDifference(ledger, {
      ...descriptionOf(line.first),
      key,
      class: "cancellation",
      signed: canceledSoFar - line.net,
      at: canceled.at,
      on: canceled.on,
      taxes: [],
    })
  }
}

/**
 * Lines and money are rounded one by one; what that leaves between their sum and the exact sum is an
 * item of its own, so that a paid order closes to the cent.
 */
function postRounding(ledger: WorkingLedger, state: DocumentState & { balance: bigint }, key: string): void {
  const left = [key, ...(state.unsettled ?? [])].map((one) => ledger.standing.get(one)?.net ?? 0n)
  const rounded = left.reduce((sum, net) => sum - net, ledger.sum())
  postDifference(ledger, {
    key,
    class: "rounding",
    signed: state.balance - rounded,
    lineKey: key,
    position: ROUNDING_POSITION,
    title: "Rounding",
    reference: key,
    method: null,
    at: state.at,
    on: state.on,
    taxes: [],
  })
}

/** After every line and shipping method. */
const ROUNDING_POSITION = 2_000_000_000

function kindOf(postingClass: PostingClass, side: Side, sequence: number): OpenItemKind {
  switch (postingClass) {
    case "line":
      return sequence === 1 && side === "debit" ? "charge" : "adjustment"
    case "shipping":
    case "return_shipping":
      return sequence === 1 && side === "debit" ? postingClass : "adjustment"
    case "payment":
    case "stored_value":
      return side === "credit" ? postingClass : "void"
    case "refund":
      return side === "debit" ? "refund" : "void"
    case "credit_line":
    case "rounding":
    case "cancellation":
      return postingClass
  }
}

function itemOf(
  desired: Desired,
): Pick<
  OpenItem,
  "key" | "lineKey" | "position" | "title" | "reference" | "method" | "occurredAt" | "occurredOn" | "dueOn"
> {
  return {
    ...descriptionOf(desired),
    key: desired.key,
    occurredAt: desired.at,
    occurredOn: desired.on,
    dueOn: null,
  }
}

function descriptionOf(
  source: Pick<OpenItem, "lineKey" | "position" | "title" | "reference" | "method">,
): Pick<OpenItem, "lineKey" | "position" | "title" | "reference" | "method"> {
  const { lineKey, position, title, reference, method } = source
  return { lineKey, position, title, reference, method }
}

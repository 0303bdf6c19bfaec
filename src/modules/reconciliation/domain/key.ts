import { ReconciliationError } from "./errors"

/**
 * Keys name what an item stands for, and survive the host's versions; a key and a sequence are unique in the ledger.
 * They are made and read here and nowhere else.
 *
 * | key                     | of                                                                                    |
 * | ----------------------- | ------------------------------------------------------------------------------------- |
 * | `line:<id>`             | a line of the host's order                                                            |
 * | `ship:<id>`             | a shipping method                                                                     |
 * | `round:<order>`         | what rounding leaves between the rows of an order and its exact sum                   |
 * | `cancel:<line key>`     | what a cancelled order takes off a line                                               |
 * | `cl:<name>`             | a credit line of an order                                                             |
 * | `value:<name>`          | stored value (gift card, store credit) that pays, as a credit line of the host        |
 * | `out:<name>`            | stored value given back                                                               |
 * | `cap:<id>`, `ref:<id>`  | a capture, a refund                                                                   |
 * | `deposit:<name>`        | money recorded on account                                                             |
 * | `woff:<id>`             | a write-off                                                                           |
 * | `disc:<id>.<n>`         | the n-th part of a cash discount, one for each debit that it lowers                   |
 * | `rev:<item>.<n>`        | the n-th reversal of the money in an item; `rev:<item>.<n>.<account>` in another one  |
 * | `rev:<item>.void`       | what the host has come to record by itself of reversals of that money                 |
 * | `<a reversal>.undo`     | takes a reversal that was recorded by mistake back                                    |
 * | `move:out:<key>#<seq>`  | closes an item of an order that goes to another account                               |
 * | `move:in:<key>#<seq>`   | goes on there as what that item was                                                   |
 * | `give:out:<key>#<seq>`  | closes money that somebody moves to another account; each move has its sequence       |
 * | `give:in:<key>#<seq>`   | goes on there as what that money was                                                  |
 * | `payback:<id>`          | money paid back without an order                                                      |
 * | `opening:<id>.<n>`      | the n-th opening balance of a batch; of what is owed, the line that it is             |
 * | `opening:<id>.<n>.undo` | takes it back                                                                         |
 */
const PREFIX = {
  line: "line:",
  shipping: "ship:",
  rounding: "round:",
  cancellation: "cancel:",
  creditLine: "cl:",
  storedValue: "value:",
  storedValueReturned: "out:",
  capture: "cap:",
  refund: "ref:",
  deposit: "deposit:",
  writeOff: "woff:",
  discount: "disc:",
  reversal: "rev:",
  closed: "move:out:",
  reopened: "move:in:",
  given: "give:out:",
  taken: "give:in:",
  payBack: "payback:",
  opening: "opening:",
} as const

export type KeyOf = keyof typeof PREFIX

interface Keyed {
  readonly key: string
}

/** The key of what has a name: the id of a host's row, or a name that the ledger gave it. */
export const keyOf = (
  of: Exclude<KeyOf, "reversal" | "closed" | "reopened" | "given" | "taken">,
  name: string,
): string => `${PREFIX[of]}${name}`

const KINDS = Object.entries(PREFIX) as [KeyOf, string][]

/** What a key names. @throws key_unknown */
export function kindOfKey(key: string): KeyOf {
  const found = KINDS.find(([, prefix]) => key.startsWith(prefix))
  if (found) return found[0]
  throw new ReconciliationError({
    type: "unexpected_state",
    code: "key_unknown",
    message: `The ledger holds an item under the key "${key.slice(0, 80)}", which names nothing.`,
    ids: { key: key.slice(0, 80) },
    remedy: "Report this with the key: it was written by another version of the plugin. Nothing was changed.",
  })
}

/** The kinds of rows that an order's matrix has. */
export type RowKind = "line" | "shipping" | "rounding"

/** The kind of a row, by its line's key. @throws key_unknown */
export function rowKindOf(lineKey: string): RowKind {
  const kind = kindOfKey(lineKey)
  return kind === "line" || kind === "shipping" ? kind : "rounding"
}

/** Whether a key names such a thing. */
export const isKeyOf = (of: KeyOf, key: string): boolean => key.startsWith(PREFIX[of])

/** The name behind the prefix, such as a host's id. */
export function nameIn(of: KeyOf, { key }: Keyed): string | null {
  return key.startsWith(PREFIX[of]) ? key.slice(PREFIX[of].length) : null
}

interface ReversalName {
  /** The item whose money was taken back. */
  readonly moneyId: bigint
  readonly number: number
  /** Where it posts in another account than the money's. */
  readonly accountId?: bigint | undefined
}

/** The key of what a reversal posts. */
export const reversalKeyOf = ({ moneyId, number, accountId }: ReversalName): string =>
  `${PREFIX.reversal}${moneyId}.${number}${accountId === undefined ? "" : `.${accountId}`}`

/** The key of what stands for reversals of some money that the host has come to record by itself. */
export const recordedReversalKeyOf = (moneyId: bigint): string => `${PREFIX.reversal}${moneyId}${RECORDED}`
const RECORDED = ".void"

export const isRecordedReversal = ({ key }: Keyed): boolean =>
  key.startsWith(PREFIX.reversal) && key.endsWith(RECORDED)

/** The key of a part of a cash discount, from 1. */
export const discountKeyOf = (id: string, part: number): string => `${PREFIX.discount}${id}.${part}`

/** The cash discount that an item is a part of; null for any other item. */
export function discountIn(item: Keyed): string | null {
  return nameIn("discount", item)?.replace(/\.\d+$/, "") ?? null
}

const REVERSAL = /^rev:(\d+)\.(?:(\d+)(?:\.\d+)?(?:\.undo)?|void)$/

/** The key of what takes a reversal's posting back. */
export const undoneReversalKeyOf = ({ key }: Keyed): string => `${key}${UNDONE}`
const UNDONE = ".undo"

/** Whether an item takes back what a reversal had posted by mistake. */
export const isUndoingReversal = ({ key }: Keyed): boolean =>
  key.startsWith(PREFIX.reversal) && key.endsWith(UNDONE)

/** The key of what takes an opening balance back. */
export const undoneOpeningKeyOf = ({ key }: Keyed): string => `${key}${UNDONE}`

/** Whether an item takes an opening balance back. */
export const isUndoingOpening = ({ key }: Keyed): boolean =>
  key.startsWith(PREFIX.opening) && key.endsWith(UNDONE)

/** Whether an item and what it settles are one act, which is undone as a whole: a pay-back, what takes a reversal or an opening balance back. */
export const isOfOneAct = (item: Keyed): boolean =>
  isUndoingReversal(item) || isUndoingOpening(item) || item.key.startsWith(PREFIX.payBack)

/** The item that a posting of a reversal takes back; null when it is none, or has gone on in another account. */
export function reversedItemOf({ key }: Keyed): bigint | null {
  const [, id] = REVERSAL.exec(key) ?? []
  return id === undefined ? null : BigInt(id)
}

/** The number of a reversal among all of the same money; null for what no reversal posted. */
export function reversalNumberOf({ key }: Keyed): number | null {
  const [, , number] = REVERSAL.exec(key) ?? []
  return number === undefined ? null : Number(number)
}

/** Key and sequence as one name, by which an item that moved on is remembered. */
export const nameOfItem = ({ key, sequence }: Keyed & { readonly sequence: number }): string =>
  `${key}#${sequence}`

/** The key and the sequence in such a name. */
export function partsOfName(name: string): { key: string; sequence: number } {
  const place = name.lastIndexOf("#")
  return { key: name.slice(0, place), sequence: Number(name.slice(place + 1)) }
}

export const closedKeyOf = (origin: string): string => `${PREFIX.closed}${origin}`
export const reopenedKeyOf = (origin: string): string => `${PREFIX.reopened}${origin}`

/** The same of money that somebody moves by itself: its order stays where it is. */
export const givenKeyOf = (origin: string): string => `${PREFIX.given}${origin}`
export const takenKeyOf = (origin: string): string => `${PREFIX.taken}${origin}`

const GIVEN_BACK = /\.\d+\.(?:undo|back)$/

/** The key of what takes a move of money back in the account that it left; null for what is no side of a move. */
export function undoneMoveKeyOf(item: Keyed & { readonly sequence: number }): string | null {
  if (GIVEN_BACK.test(item.key)) return null
  const name = nameIn("given", item) ?? nameIn("taken", item)
  return name === null ? null : `${givenKeyOf(name)}.${item.sequence}${UNDONE}`
}

/** The key of the other side of a move of money, in the other account; null for what is no side of a move. */
export function otherSideKeyOf(item: Keyed): string | null {
  const { key } = item
  if (GIVEN_BACK.test(key))
    return key.endsWith(UNDONE) ? key.replace(/undo$/, "back") : key.replace(/back$/, "undo")
  const [given, taken] = [nameIn("given", item), nameIn("taken", item)]
  if (given !== null) return takenKeyOf(given)
  return taken === null ? null : givenKeyOf(taken)
}

/** The name of the item that another account's item goes on from; null for one that was never moved. */
export const originOf = (item: Keyed): string | null => nameIn("reopened", item) ?? nameIn("taken", item)

/** Whether an item goes on from another account's, and so stands for no more than that one does. */
export const isReopened = (item: Keyed): boolean => originOf(item) !== null

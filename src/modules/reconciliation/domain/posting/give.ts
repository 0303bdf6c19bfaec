import { candidateOf, itemAfter } from "../allocation/candidate"
import { put } from "../allocation/fill"
import type { Candidate, Proposal } from "../allocation/strategy"
import { givenKeyOf, nameOfItem, originOf, takenKeyOf } from "../key"
import type { OpenItem } from "../open-item"

/** What posts one side of a move in one account: an item, and what it settles there. */
export interface PostedSide {
  readonly item: OpenItem
  readonly proposals: readonly Proposal[]
}

export interface Gift {
  /** Minor units, above zero, at most what the money has open. */
  readonly amount: bigint
  /** Each move of the same money has its own, from 1. */
  readonly number: number
  /** When it is moved, ISO in UTC, and its day. */
  readonly at: string
  readonly on: string
}

/** The key under which moves of some money are numbered, whatever account it is in by now. */
export const movesKeyOf = (money: OpenItem): string => givenKeyOf(originOf(money) ?? nameOfItem(money))

/** The id of a move: that of the money as it came, and the move's number. */
export const moveIdOf = (money: OpenItem, number: number): string =>
  `${money.originItemId ?? money.id}.${number}`

/**
 * Money goes to another account by a balanced pair: closed here by an item of the other side, open again there as what
 * it was. Both are of no order: the order that money came by stays where it is, and so does what it has settled.
 */
export function planGive(
  money: Candidate,
  gift: Gift,
): { readonly closed: PostedSide; readonly opened: PostedSide } {
  const { item } = money
  const { amount, number, at, on } = gift
  const name = originOf(item) ?? nameOfItem(item)
  const part: OpenItem = {
    ...item,
    id: -1n,
    documentId: null,
    sequence: number,
    occurredAt: at,
    occurredOn: on,
    accountingOn: on,
    amount,
    allocated: 0n,
  }
  const closing = standingAgainst(part, {
    side: "debit",
    key: givenKeyOf(name),
    reference: moveIdOf(item, number),
  })
  return {
    closed: settle(money, closing, "moved"),
    opened: {
      item: { ...part, key: takenKeyOf(name), originItemId: item.originItemId ?? item.id },
      proposals: [],
    },
  }
}

/**
 * Takes a move back: where the money came from, what had closed it is settled by its opposite, so that the money is
 * open again as it was; where it went, it is closed.
 *
 * @param closing what had closed the money, with nothing settled any more
 * @param moved the money where it went, with all of it open
 */
export function planGiveBack(
  { closing, moved }: { readonly closing: Candidate; readonly moved: Candidate },
  { at, on }: Pick<Gift, "at" | "on">,
): { readonly given: PostedSide; readonly taken: PostedSide } {
  const when = { occurredAt: at, occurredOn: on, accountingOn: on }
  const { reference } = closing.item
  const key = `${closing.item.key}.${closing.item.sequence}`
  const opposite = standingAgainst(
    { ...closing.item, ...when, sequence: 1 },
    { side: "credit", key: `${key}.undo`, reference },
  )
  const again = standingAgainst(
    { ...moved.item, ...when, sequence: 1 },
    { side: "debit", key: `${key}.back`, reference },
  )
  return { given: settle(opposite, closing, "move_undone"), taken: settle(moved, again, "move_undone") }
}

/** An item that only closes another one: nobody paid it by anything, and no row of the host stands behind it. */
function standingAgainst(
  item: OpenItem,
  { side, key, reference }: Pick<OpenItem, "side" | "key" | "reference">,
): Candidate {
  const closing: OpenItem = {
    ...item,
    id: -1n,
    side,
    kind: "transfer",
    key,
    reference,
    documentId: null,
    method: null,
    hostId: null,
    paymentId: null,
    providerId: null,
    originItemId: null,
    allocated: 0n,
  }
  return candidateOf(closing, { placedAt: closing.occurredAt, placedOn: closing.occurredOn })
}

function settle(credit: Candidate, debit: Candidate, rule: string): PostedSide {
  const posted = credit.item.id < 0n ? credit : debit
  const proposal = put(credit, debit, { amount: posted.open, rule })
  return { item: itemAfter(posted), proposals: [proposal] }
}

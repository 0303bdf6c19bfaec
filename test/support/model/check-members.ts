import { openAmount, signedAmount } from "../../../src/modules/reconciliation/domain/open-item"
import type { HostCount } from "./host-order"
import { rootOf, type Picture, type Told } from "./world"

/** What a command brings to the accounts that it belongs to: who joins or leaves, what is open; the sweep, all of it. */
export type Brings = "nothing" | "what is open" | "all"

interface Known {
  readonly counts: ReadonlyMap<string, HostCount>
  readonly told: Told
  /** What the ledger held before. */
  readonly before: Picture
  readonly brings: Brings
}

/**
 * Whose an order is, the host says, and whose account that is, who joined whom: there it is when something was open of it
 * by then, there it stays, and there it is with all money on account once what no act moves was brought too.
 */
export function wrongMembers(picture: Picture, { counts, told, before, brings }: Known): string[] {
  const { items, orders, owners } = picture
  const isFollowed = brings === "all"
  const misplaced = [...orders].flatMap(([documentId, { orderId, owner }]) => {
    const home = counts.get(orderId)?.owner
    if (home === undefined || rootOf(told, home) === owner) return []
    const isOpen = items.some((item) => item.documentId === documentId && openAmount(item) > 0n)
    const stayed = before.orders.get(documentId)?.owner === owner
    const isMoved = isFollowed || (brings === "what is open" && isOpen && told.moving.has(home))
    if (stayed && !isMoved) return []
    return [`${orderId} of ${home} is in the account of ${owner}`]
  })
  const debts = new Map<string, bigint>()
  const left: string[] = []
  for (const item of items.filter(({ documentId }) => documentId === null)) {
    const owner = owners.get(item.id) ?? ""
    if (isFollowed && openAmount(item) > 0n && rootOf(told, owner) !== owner)
      left.push(`${item.key} is open in the account of ${owner}, who is a member`)
    const name = /^move:(?:in|out):(.*)$/.exec(item.key)?.[1]
    if (name !== undefined) debts.set(name, (debts.get(name) ?? 0n) + signedAmount(item))
  }
  const unbalanced = [...debts].filter(([, sum]) => sum !== 0n)
  return [
    ...misplaced,
    ...left,
    ...unbalanced.map(([name, sum]) => `${name} went from account to account and differs by ${sum}`),
  ]
}

import { signedAmount } from "../../../src/modules/reconciliation/domain/open-item"
import type { Picture, Told } from "./world"

/**
 * What was moved between owners and paid back to them, by a count of what the ledger was told apart from it: of each owner,
 * moves come to what went less what came, and pay-backs to what went out. No money is made or lost on the way.
 */
export function wrongMoney({ items, live, owners }: Picture, { moves, brought, paidBack }: Told): string[] {
  const [moved, out] = [new Map<string, bigint>(), new Map<string, bigint>()]
  const add = (sums: Map<string, bigint>, owner: string, amount: bigint): void => {
    sums.set(owner, (sums.get(owner) ?? 0n) + amount)
  }
  for (const { from, to, amount } of [...moves.values(), ...brought]) {
    add(moved, from, -amount)
    add(moved, to, amount)
  }
  for (const { owner, amount } of paidBack.values()) add(out, owner, -amount)
  const undone = new Set<bigint>()
  for (const item of items) {
    const owner = owners.get(item.id) ?? ""
    if (item.key.startsWith("give:")) add(moved, owner, signedAmount(item))
    if (item.key.startsWith("payback:")) add(out, owner, signedAmount(item))
    if (item.key.endsWith(".undo") && item.key.startsWith("rev:")) undone.add(item.id)
  }
  const open = items.filter(
    ({ id, key, amount, allocated }) =>
      (key.startsWith("give:out:") || undone.has(id)) && allocated !== amount,
  )
  // What takes a reversal back settles that reversal and nothing else.
  const byId = new Map(items.map((item) => [item.id, item]))
  const strayed = live.filter(({ creditItemId, debitItemId }) => {
    const [credit, debit] = [byId.get(creditItemId), byId.get(debitItemId)]
    return undone.has(creditItemId) && credit?.key !== `${debit?.key}.undo`
  })
  return [
    ...[...moved].flatMap(([owner, sum]) => (sum === 0n ? [] : [`moves of ${owner} differ by ${sum}`])),
    ...[...out].flatMap(([owner, sum]) => (sum === 0n ? [] : [`${owner} was paid back ${sum} more`])),
    ...open.map(({ key }) => `${key} is open, which only closes`),
    ...strayed.map(({ id }) => `allocation ${id} takes another reversal back than its own`),
  ]
}

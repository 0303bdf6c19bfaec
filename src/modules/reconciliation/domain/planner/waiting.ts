import { least } from "../money"

/** What one edit did to a credit, oldest first. */
export interface EditedCredit {
  readonly creditItemId: bigint
  /** Minor units it had open before that edit. */
  readonly openBefore: bigint
  /** Minor units that the edit set free, less what it put; below zero where it put more. */
  readonly freed: bigint
}

/**
 * Which credits wait for a person: those of which an edit set something free that nobody has put since.
 * Automation leaves them alone, or the next event would undo the edit. Derived from the edits, so it cannot
 * be stale.
 *
 * @param edits of each credit in the order in which they were made
 * @param open what each credit has open now
 */
export function waitingCredits(
  edits: readonly EditedCredit[],
  open: ReadonlyMap<bigint, bigint>,
): ReadonlySet<bigint> {
  const held = new Map<bigint, bigint>()
  for (const { creditItemId, openBefore, freed } of edits) {
    const after = least(held.get(creditItemId) ?? 0n, openBefore) + freed
    held.set(creditItemId, after > 0n ? after : 0n)
  }
  const waiting = [...held].filter(([id, amount]) => least(amount, open.get(id) ?? 0n) > 0n)
  return new Set(waiting.map(([id]) => id))
}

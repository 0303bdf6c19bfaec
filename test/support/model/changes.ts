/** A journal entry as a model looks for one to undo. */
export interface ModelChange {
  readonly id: bigint
  readonly kind: string
  readonly undoes: bigint | null
  /** Whose account it changed. */
  readonly owner: string
  /** The items between which it moved something. */
  readonly items: readonly bigint[]
}

/** Kinds that moved amounts between items and nothing else that would have to be moved back with them. */
export const UNDOABLE_KINDS: ReadonlySet<string> = new Set([
  "ingest",
  "deposit",
  "reconcile_account",
  "edit",
  "deletion",
  "undo",
])

/** What undid a change and was not undone itself; null while the change stands. */
export function standingUndo(
  id: bigint,
  changes: readonly Pick<ModelChange, "id" | "undoes">[],
): bigint | null {
  const undoings = changes.filter(({ undoes }) => undoes === id)
  return undoings.find((one) => standingUndo(one.id, changes) === null)?.id ?? null
}

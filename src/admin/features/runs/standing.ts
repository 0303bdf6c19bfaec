import type { RunView } from "../../../types/http"

const ACTIVE: ReadonlySet<RunView["state"]> = new Set(["queued", "running", "cancelling"])

/** Whether it works still, or waits to. */
export const isActive = ({ state }: Pick<RunView, "state">): boolean => ACTIVE.has(state)

/** Whether all of it can be taken back now: it has ended, was no undo itself, and nobody undoes it. */
export const isUndoable = ({ kind, state, undone_by: undoneBy }: RunView): boolean =>
  kind === "reconcile" && (state === "finished" || state === "cancelled") && undoneBy === null

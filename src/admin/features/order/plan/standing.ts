import type { InstalmentView } from "../../../../types/http"

const OVER: ReadonlySet<InstalmentView["state"]> = new Set(["settled", "lapsed", "cancelled"])

/** Whether an instalment still waits for money. */
export const isStanding = ({ state }: InstalmentView): boolean => !OVER.has(state)

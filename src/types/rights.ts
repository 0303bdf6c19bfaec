/** What a person may be allowed to do with the ledger; the host stores each as a policy. */
export const RIGHTS = ["view", "run", "manage", "delete", "report", "close", "write_off", "export"] as const

export type Right = (typeof RIGHTS)[number]

/** A right over the ledger, or the host's own one to refund, which some acts need besides. */
export type NamedRight = Right | "refund"

/** The host's name for the ledger in its policies. */
export const RIGHTS_RESOURCE = "reconciliation"

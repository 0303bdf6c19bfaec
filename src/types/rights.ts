/** What a person may be allowed to do with the ledger; the host stores each as a policy. */
export const RIGHTS = ["view", "run", "manage", "delete", "report", "close", "write_off", "export"] as const

export type Right = (typeof RIGHTS)[number]

/** The host's name for the ledger in its policies. */
export const RIGHTS_RESOURCE = "reconciliation"

/** What a person may be allowed to do with the ledger; the host stores each as a policy. */
export const RIGHTS = ["view", "run", "manage", "delete", "report", "close", "write_off", "export"] as const

export type Right = (typeof RIGHTS)[number]

export interface NeededPolicy {
  readonly resource: string
  readonly operation: string
}

export const RESOURCE = "reconciliation"

/** Every answer shows orders, whose they are and how they were paid, so each asks for the host's rights to read them. */
const READ_WHAT_IS_SHOWN: readonly NeededPolicy[] = ["order", "customer", "payment"].map((resource) => ({
  resource,
  operation: "read",
}))

/** What the host's own POST /admin/payments/:id/refund asks for, besides reading payments. */
const REFUND: NeededPolicy = { resource: "refund", operation: "create" }

/** A route's declaration: its right, and whether it makes the host refund money. */
export interface DeclaredRight {
  readonly right: Right
  readonly refunds?: true
}

export function policiesOf({ right, refunds }: DeclaredRight): NeededPolicy[] {
  const own = { resource: RESOURCE, operation: right }
  return [own, ...READ_WHAT_IS_SHOWN, ...(refunds ? [REFUND] : [])]
}

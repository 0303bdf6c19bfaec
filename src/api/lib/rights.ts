import { RIGHTS_RESOURCE, type Right } from "../../types/rights"

export interface NeededPolicy {
  readonly resource: string
  readonly operation: string
}

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
  const own = { resource: RIGHTS_RESOURCE, operation: right }
  return [own, ...READ_WHAT_IS_SHOWN, ...(refunds ? [REFUND] : [])]
}

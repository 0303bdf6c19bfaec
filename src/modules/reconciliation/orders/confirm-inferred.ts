import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { change } from "../ledger/envelope"
import type { Request } from "../ledger/idempotency"
import { lockOrder, type OrderPlace } from "../ledger/lock"
import type { CodeSettings } from "../settings/options"
import { listInferred } from "./inferred.sql"

export interface ConfirmInput {
  readonly orderId: string
  readonly context: ChangeContext
  /** Refuse when the order has moved on from this version. */
  readonly expectedVersion?: number | undefined
  /** The same key twice confirms once. */
  readonly idempotencyKey?: string | undefined
}

export interface ConfirmOutcome {
  /** False when nothing of the order was inferred, or somebody has confirmed it before. */
  readonly changed: boolean
}

export const confirmRequestOf = ({
  orderId,
  expectedVersion,
  idempotencyKey: key,
}: ConfirmInput): Request => ({
  operation: "confirm_inferred",
  key,
  content: [orderId, expectedVersion],
})

/** The live allocations of an order that were inferred from history and that nobody has confirmed. */
export async function inferredOf(session: Session, documentId: bigint): Promise<ReadonlySet<bigint>> {
  const rows = await session.run<{ id: string }>(listInferred, [documentId])
  return new Set(rows.map(({ id }) => BigInt(id)))
}

/**
 * Says in the journal that a person has looked at what was inferred of an order. It moves nothing: what a back-fill has
 * allocated keeps its origin.
 *
 * @throws order_not_read | version_stale
 */
export async function confirmInferred(
  session: Session,
  { orderId, context, expectedVersion }: ConfirmInput,
  { codes, request }: { readonly codes: CodeSettings; readonly request: Request },
): Promise<ConfirmOutcome> {
  return change<OrderPlace, ConfirmOutcome>(session, {
    context,
    codes,
    request,
    expectedVersion,
    lock: async () => lockOrder(session, orderId),
    isDone: async ({ loaded: { document } }) =>
      (await inferredOf(session, document.id)).size === 0 ? { changed: false } : undefined,
    plan: async () => ({
      change: { kind: "confirmation", items: [], proposals: [], origin: "manual" },
      answer: () => ({ changed: true }),
    }),
  })
}

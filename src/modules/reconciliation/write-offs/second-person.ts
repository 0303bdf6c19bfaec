import type { WriteOffRequestView } from "../../../types/http"
import { decimalOf } from "../domain/money"
import type { WriteOffKind } from "../domain/write-offs/write-off"
import { decideWriteOff, findWriteOffRequest, requestWriteOff } from "./statements.sql"
import type { ChangeContext } from "../ledger/change"
import type { Session } from "../ledger/database"
import { TypedTexts } from "../ledger/typed-texts"
import type { WriteOffInput, WriteOffPlace, WriteOffTarget } from "./types"
import { alreadyDecided, needsAnother, requestNotFound } from "./refusals"

/** A write-off that waits, or waited, for a second person. */
export interface WriteOffRequest {
  readonly id: string
  readonly accountId: bigint
  readonly target: WriteOffTarget
  readonly kind: WriteOffKind
  /** Minor units, and the same as a decimal string. */
  readonly amount: bigint
  readonly reason: string
  readonly actorId: string | null
  readonly decision: "approved" | "declined" | null
  readonly view: WriteOffRequestView
}

interface RequestRow {
  id: string
  account_id: string
  order_id: string | null
  open_item_id: string | null
  row_key: string | null
  kind: WriteOffKind
  amount: string
  digits: number
  currency_code: string
  reason: string
  actor_type: string
  actor_id: string | null
  recorded_at: string
  decision: "approved" | "declined" | null
  decision_reason: string | null
  decided_by: string | null
}

/** Stores a request; gives its id. */
export async function storeRequest(
  session: Session,
  { account, loaded, money, row: rowKey }: WriteOffPlace,
  { kind, context, reason, amount }: Pick<WriteOffInput, "kind" | "context" | "reason"> & { amount: bigint },
): Promise<string> {
  const texts = new TypedTexts(account.id)
  const name = texts.nameOf(reason)
  await texts.store(session)
  const [row] = await session.run<{ id: string }>(requestWriteOff, [
    account.id,
    loaded?.document.id ?? null,
    money?.id ?? null,
    kind,
    amount,
    context.cause,
    context.actor.type,
    context.actor.id,
    name,
    rowKey,
  ])
  if (!row) throw new Error("the request was not stored")
  return row.id
}

/** @throws write_off_request_not_found */
export async function readRequest(session: Session, id: string): Promise<WriteOffRequest> {
  const [row] = /^\d{1,18}$/.test(id) ? await session.run<RequestRow>(findWriteOffRequest, [id]) : []
  if (!row) throw requestNotFound(id)
  return {
    id: row.id,
    accountId: BigInt(row.account_id),
    target: targetOf(row),
    kind: row.kind,
    amount: BigInt(row.amount),
    reason: row.reason,
    actorId: row.actor_id,
    decision: row.decision,
    view: {
      id: row.id,
      order_id: row.order_id,
      payment_id: row.open_item_id,
      row: row.row_key,
      kind: row.kind,
      amount: decimalOf(BigInt(row.amount), row.digits),
      currency_code: row.currency_code,
      reason: row.reason,
      requested_by: row.actor_id ?? row.actor_type,
      requested_at: row.recorded_at,
      status: row.decision ?? "pending",
      decided_by: row.decided_by,
      decision_reason: row.decision_reason,
    },
  }
}

function targetOf({ order_id: orderId, open_item_id: itemId, row_key: row }: RequestRow): WriteOffTarget {
  if (orderId === null) return { paymentId: itemId ?? "" }
  return { orderId, ...(row !== null && { row }) }
}

/** A request that nobody decided yet. @throws write_off_request_not_found | write_off_request_decided */
export async function readPending(session: Session, id: string): Promise<WriteOffRequest> {
  const request = await readRequest(session, id)
  if (request.decision) throw alreadyDecided(id, request.decision)
  return request
}

/**
 * Only somebody else who has logged in can approve: an API key may be in the hands of whoever asked.
 *
 * @throws second_person_needed
 */
export function requireAnother({ id, actorId }: WriteOffRequest, { actor }: ChangeContext): void {
  if (actor.type !== "user" || actor.id === null || actor.id === actorId) throw needsAnother(id)
}

/** Notes a decision; two at once break a unique index, and the later one is refused when it tries again. */
export async function storeDecision(
  session: Session,
  { id, accountId }: WriteOffRequest,
  { changeId, context, reason }: { changeId: bigint | null; context: ChangeContext; reason: string | null },
): Promise<void> {
  const { type, id: actorId } = context.actor
  const decision = changeId === null ? "declined" : "approved"
  const texts = new TypedTexts(accountId)
  const name = texts.nameOrNull(reason)
  await texts.store(session)
  await session.run(decideWriteOff, [id, decision, changeId, type, actorId, name])
}

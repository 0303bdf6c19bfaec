import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { HostBeforeRefund } from "../../modules/reconciliation/domain/refunds/chosen-refund"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import { CHOICE_MARK } from "../../modules/reconciliation/ingest/repayments"
import type { RefundRequest } from "../../modules/reconciliation/refunds/refund-choice"
import type { RefundTurn } from "../../modules/reconciliation/refunds/refund-turns"
import type { RefundView } from "../../types/http"
import { findRefund, hostBeforeRefund } from "../host/before-refund"
import { ledgerOf } from "../ledger-of"
import { reconcileAll, type ReconcileAllInput } from "../reconcile-orders/reconcile-all"

export interface RefundRows extends RefundRequest {
  readonly actor: ReconcileAllInput["actor"]
  /** Kept on the host's refund. */
  readonly createdBy: string | null
}

/**
 * Refunds a payment for chosen rows, one refund of an order at a time: what was chosen before is known then, and
 * the host does not fail over two at once. What the host has made is told by its own refunds, not by its answer:
 * it answers with an error after the money has left as well.
 *
 * @throws idempotency_key_reused | refund_busy | refund_turn_lost | refund_refused | refund_outcome_unknown, and
 *   what RefundTurns.choose throws; only after refund_outcome_unknown may money have moved
 */
export async function refundRows(container: MedusaContainer, input: RefundRows): Promise<RefundView> {
  const { refunds } = ledgerOf(container)
  const refund =
    (await refunds.findMade(input)) ??
    (await refunds.inTurn(input.orderId, async (turn) => {
      await learnOfAbandoned(container, input.orderId)
      return (await refunds.findMade(input)) ?? refundInTurn(container, input, turn)
    }))
  // The money has left: a ledger that cannot follow changes nothing of that, and reads the order again later.
  await bringUpToDate(container, input).catch(() => undefined)
  return refund
}

/**
 * The answer shows the order with the refund and its number. The host's own event may have posted it by now and be
 * about to number it, so the number is asked for whether or not anything was left to post.
 */
async function bringUpToDate(container: MedusaContainer, input: RefundRows): Promise<void> {
  await readOrder(container, input)
  await ledgerOf(container).receipts.assign()
}

/** Whoever died between the host's refund and its answer left a choice of which nobody knows what it became. */
async function learnOfAbandoned(container: MedusaContainer, orderId: string): Promise<void> {
  const { refunds } = ledgerOf(container)
  for (const { id, state } of await refunds.list([orderId])) {
    if (state !== "making") continue
    // oxlint-disable-next-line no-await-in-loop -- at most one is left of each process that died
    const refund = await findRefund(container, { orderId, mark: id })
    // oxlint-disable-next-line no-await-in-loop -- the same
    await (refund ? refunds.noteMade(id, refund) : refunds.forget(id))
  }
}

async function refundInTurn(
  container: MedusaContainer,
  input: RefundRows,
  turn: RefundTurn,
): Promise<RefundView> {
  const { refunds } = ledgerOf(container)
  const host = await readBeforeRefund(container, input.orderId)
  const choiceId = await refunds.choose({ ...input, host })
  const error = await askHost(container, { input, choiceId, turn })
  return outcomeOf(container, { input, choiceId, error })
}

/**
 * Brings the ledger up to date and reads how the host stands. While the store's own refund is at work, started by
 * somebody who does not wait for us, its end is awaited a little: the host fails over two at once.
 */
async function readBeforeRefund(container: MedusaContainer, orderId: string): Promise<HostBeforeRefund> {
  for (let tried = 1; ; tried += 1) {
    // oxlint-disable-next-line no-await-in-loop -- another's refund must end first
    await readOrder(container, { orderId, actor: { type: "system", id: null } })
    // oxlint-disable-next-line no-await-in-loop -- the same
    const host = await hostBeforeRefund(container, orderId)
    if (!host) return GONE
    if (!host.isRefunding || tried === TRIES) return host
    // oxlint-disable-next-line no-await-in-loop -- the same
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MILLISECONDS))
  }
}

const TRIES = 10
const AGAIN_MILLISECONDS = 200

/** An order that the host no longer has owes nothing by its count; the host refuses to refund it. */
export const GONE = { owes: 0n, isInexact: false, isCanceled: false, isChanging: false }

/** What the ledger has not read it cannot count; an order it never read is refused when it is chosen from. */
async function readOrder(
  container: MedusaContainer,
  { orderId, actor }: Pick<RefundRows, "orderId" | "actor">,
): Promise<void> {
  const known = await ledgerOf(container).orders.readKnown([orderId])
  if (known.length === 0) return
  await reconcileAll(container, { order_ids: [orderId], cause: "refund of chosen lines", actor })
}

interface Asked {
  readonly input: RefundRows
  readonly choiceId: string
}

/** @returns the host's error; undefined when it says that all went well */
async function askHost(
  container: MedusaContainer,
  { input, choiceId, turn }: Asked & { readonly turn: RefundTurn },
): Promise<Error | undefined> {
  const { paymentId, amount, createdBy, note, reasonId } = input
  try {
    await turn.hold()
  } catch (error) {
    await ledgerOf(container).refunds.forget(choiceId)
    throw error
  }
  const refund = {
    payment_id: paymentId,
    amount,
    ...(createdBy !== null && { created_by: createdBy }),
    ...(note !== null && { note }),
    ...(reasonId !== null && { refund_reason_id: reasonId }),
    // The host hands all of its input on to the refund that it writes.
    metadata: { [CHOICE_MARK]: choiceId },
  }
  try {
    const { errors } = await refundPaymentWorkflow(container).run({ input: refund, throwOnError: false })
    const [first] = errors
    return first && toError(first.error)
  } catch (error) {
    return toError(error)
  }
}

async function outcomeOf(
  container: MedusaContainer,
  { input, choiceId, error }: Asked & { readonly error: Error | undefined },
): Promise<RefundView> {
  const { refunds } = ledgerOf(container)
  const { orderId, paymentId } = input
  const ids = { order_id: orderId, payment_id: paymentId }
  const unknown = (failed: unknown): never => {
    throw outcomeUnknown(toError(failed), ids)
  }
  const refund = await findRefund(container, { orderId, mark: choiceId }).catch(unknown)
  if (refund) return refunds.noteMade(choiceId, refund).catch(unknown)
  if (!error) throw outcomeUnknown(new Error("the host does not show the refund it made"), ids)
  await refunds.forget(choiceId)
  throw refused(error, ids)
}

const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(messageOf(error)))

/** A workflow hands errors on as plain objects. */
function messageOf(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error
    ? String(error.message)
    : String(error)
}

function refused({ message }: Error, ids: Record<string, string>): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "refund_refused",
    message: `The refund was refused: ${message}`,
    ids,
    remedy:
      "The host shows no such refund. Look at the payment at its provider where a connection was cut, then try again.",
  })
}

function outcomeUnknown({ message }: Error, ids: Record<string, string>): ReconciliationError {
  return new ReconciliationError({
    type: "unexpected_state",
    code: "refund_outcome_unknown",
    message: `The host was asked to refund, and what it did could not be read: ${message}`,
    ids,
    remedy:
      "Send the same request again with the same Idempotency-Key: it is answered truly and refunds nothing twice. Without a key, look at the payment's refunds first.",
  })
}

import type { MedusaRequest } from "@medusajs/framework/http"
import { refuseCheck } from "../../modules/reconciliation/check/refusals"
import { codeNotFound } from "../../modules/reconciliation/accounts/load-matching-code"
import { instalmentNotFound } from "../../modules/reconciliation/instalments/change-instalment"
import { paymentNotFound } from "../../modules/reconciliation/items/find-money"
import { accountNotFound } from "../../modules/reconciliation/ledger/documents"
import { transactionNotFound } from "../../modules/reconciliation/document-numbers/document-numbers"
import { refuseAttachment } from "../../modules/reconciliation/attachments/refusals"
import { refuseNote } from "../../modules/reconciliation/notes/refusals"
import { receiptNotFound } from "../../modules/reconciliation/receipts/receipts"
import { mirrorNotFound } from "../../modules/reconciliation/mirrors/mirrors"
import { requestNotFound, writeOffNotFound } from "../../modules/reconciliation/write-offs/refusals"
import { refuseOwner } from "../../modules/reconciliation/owners/refusals"
import { refuseMoney } from "../../modules/reconciliation/money/refusals"
import { refuseOpening } from "../../modules/reconciliation/opening-balances/refusals"
import { refuseRun } from "../../modules/reconciliation/runs/refusals"
import { orderNotFound } from "./order-answer"
import type { PathPart } from "./route"
import { id, numberId, rank } from "./schemas"

/** An id from a path. One that no row can have, as one with a NUL, is refused here: PostgreSQL would break on it. */
function idOf({ params }: MedusaRequest, notFound: (what: string) => Error): string {
  const found = id.safeParse(params["id"])
  if (found.success) return found.data
  throw notFound("with such an id")
}

/** The same of rows that the ledger numbers. */
function numberOf({ params }: MedusaRequest, notFound: (what: string) => Error): string {
  const found = numberId.safeParse(params["id"])
  if (found.success) return found.data
  throw notFound(String(params["id"]).slice(0, 40))
}

/** @throws order_not_found */
export const orderIdOf = (request: MedusaRequest): string => idOf(request, orderNotFound)

/** @throws payment_not_found */
export const paymentIdOf = (request: MedusaRequest): string => idOf(request, paymentNotFound)

/** @throws write_off_not_found */
export const writeOffIdOf = (request: MedusaRequest): string => idOf(request, writeOffNotFound)

/** @throws write_off_request_not_found */
export const writeOffRequestIdOf = (request: MedusaRequest): string => idOf(request, requestNotFound)

/** @throws move_not_found */
export const moveIdOf = (request: MedusaRequest): string => idOf(request, refuseMoney.moveNotFound)

/** @throws pay_back_not_found */
export const payBackIdOf = (request: MedusaRequest): string => idOf(request, refuseMoney.payBackNotFound)

/** @throws membership_not_found */
export const membershipIdOf = (request: MedusaRequest): string =>
  numberOf(request, refuseOwner.membershipNotFound)

/** @throws opening_not_found */
export const openingIdOf = (request: MedusaRequest): string => numberOf(request, refuseOpening.notFound)

/** @throws run_not_found */
export const runIdOf = (request: MedusaRequest): string => numberOf(request, refuseRun.notFound)

/** @throws check_not_found */
export const checkIdOf = (request: MedusaRequest): string => numberOf(request, refuseCheck.notFound)

/** @throws account_not_found */
export const accountIdOf = (request: MedusaRequest): string => numberOf(request, accountNotFound)

/** @throws instalment_not_found */
export const instalmentIdOf = (request: MedusaRequest): string => numberOf(request, instalmentNotFound)

/** The number of a transaction in the lists. @throws transaction_not_found */
export const transactionNumberOf = (request: MedusaRequest): string => numberOf(request, transactionNotFound)

/** A transaction, as answers or the host name it. @throws transaction_not_found */
export const transactionIdOf = (request: MedusaRequest): string => idOf(request, transactionNotFound)

/** The number of a receipt. @throws receipt_not_found */
export const receiptNumberOf = (request: MedusaRequest): string => idOf(request, receiptNotFound)

/** @throws mirror_not_found */
export const mirrorIdOf = (request: MedusaRequest): string => idOf(request, mirrorNotFound)

/** The rank of a matching code of the account in the path. @throws code_not_found */
export const codeRank: PathPart<typeof rank> = {
  shape: rank,
  notFound: ({ params }) =>
    codeNotFound(String(params["id"]).slice(0, 40), String(params["rank"]).slice(0, 40)),
}

/** The number of a reversal of the payment in the path. @throws reversal_not_found */
export const reversalNumber: PathPart<typeof rank> = {
  shape: rank,
  notFound: ({ params }) =>
    refuseMoney.reversalNotFound(String(params["id"]).slice(0, 40), String(params["number"]).slice(0, 20)),
}

/** A note of the transaction in the path. @throws note_not_found */
export const noteId: PathPart<typeof numberId> = {
  shape: numberId,
  notFound: ({ params }) => refuseNote.noteNotFound(String(params["id"]), String(params["note_id"])),
}

/** A file of the transaction in the path. @throws attachment_not_found */
export const attachmentId: PathPart<typeof numberId> = {
  shape: numberId,
  notFound: ({ params }) => refuseAttachment.notFound(String(params["id"]), String(params["attachment_id"])),
}

/** A finding of the check in the path. @throws finding_not_found */
export const findingId: PathPart<typeof numberId> = {
  shape: numberId,
  notFound: ({ params }) => refuseCheck.findingNotFound(String(params["id"]), String(params["finding"])),
}

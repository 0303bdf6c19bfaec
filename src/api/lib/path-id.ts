import type { MedusaRequest } from "@medusajs/framework/http"
import { instalmentNotFound } from "../../modules/reconciliation/instalments/change-instalment"
import { paymentNotFound } from "../../modules/reconciliation/items/find-money"
import { accountNotFound } from "../../modules/reconciliation/ledger/documents"
import { requestNotFound, writeOffNotFound } from "../../modules/reconciliation/write-offs/refusals"
import { orderNotFound } from "./order-answer"
import { id, numberId } from "./schemas"

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

/** @throws account_not_found */
export const accountIdOf = (request: MedusaRequest): string => numberOf(request, accountNotFound)

/** @throws instalment_not_found */
export const instalmentIdOf = (request: MedusaRequest): string => numberOf(request, instalmentNotFound)

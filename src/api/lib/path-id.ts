import type { MedusaRequest } from "@medusajs/framework/http"
import { paymentNotFound } from "../../modules/reconciliation/items/find-money"
import { requestNotFound, writeOffNotFound } from "../../modules/reconciliation/write-offs/write-off-refusals"
import { orderNotFound } from "./order-answer"
import { pathId } from "./schemas"

/** An id from a path. One that no row can have, as one with a NUL, is refused here: PostgreSQL would break on it. */
function idOf({ params }: MedusaRequest, notFound: (what: string) => Error): string {
  const found = pathId.safeParse(params["id"])
  if (found.success) return found.data
  throw notFound("with such an id")
}

/** @throws order_not_found */
export const orderIdOf = (request: MedusaRequest): string => idOf(request, orderNotFound)

/** @throws payment_not_found */
export const paymentIdOf = (request: MedusaRequest): string => idOf(request, paymentNotFound)

/** @throws write_off_not_found */
export const writeOffIdOf = (request: MedusaRequest): string => idOf(request, writeOffNotFound)

/** @throws write_off_request_not_found */
export const writeOffRequestIdOf = (request: MedusaRequest): string => idOf(request, requestNotFound)

import type { MedusaRequest } from "@medusajs/framework/http"
import { orderNotFound } from "./order-answer"
import { pathId } from "./schemas"

/** The order's id from the path. @throws order_not_found */
export function orderIdOf({ params }: MedusaRequest): string {
  const found = pathId.safeParse(params["id"])
  if (found.success) return found.data
  throw orderNotFound("with such an id")
}

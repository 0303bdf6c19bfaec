import type { MedusaRequest } from "@medusajs/framework/http"
import { instalmentNotFound } from "../../modules/reconciliation/instalments/change-instalment"

/** The instalment's id from the path. @throws instalment_not_found */
export function instalmentIdOf({ params }: MedusaRequest): string {
  const { id } = params
  if (id !== undefined && /^\d{1,18}$/.test(id)) return id
  throw instalmentNotFound(String(id))
}

import { z } from "@medusajs/framework/zod"
import { OPERATIONS } from "../../src/api/lib/operations"

/** What a route takes as its body, by "POST orders/{id}/write-offs"; nothing where there is no such route. */
export function bodyOfRoute(name: string): z.ZodType {
  const [method, path] = name.split(" ")
  const found = OPERATIONS.find(
    (one) => one.method.toUpperCase() === method && one.path === `/admin/reconciliation/${path}`,
  )
  return found?.body ?? z.never()
}

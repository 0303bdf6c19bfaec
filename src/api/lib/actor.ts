import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"

/** Who calls, for the journal. */
export function actorOf({ auth_context: auth }: AuthenticatedMedusaRequest): {
  type: "user" | "api-key"
  id: string
} {
  return { type: auth.actor_type === "api-key" ? "api-key" : "user", id: auth.actor_id }
}

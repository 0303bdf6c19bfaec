import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { actorOf } from "./actor"
import { checkIdempotencyKey, readBody } from "./read-body"

/** What a workflow is told of every change: what is asked for, under which key, by whom and by which route. */
interface Asked {
  readonly idempotency_key: string | undefined
  readonly actor: ReturnType<typeof actorOf>
  readonly cause: string
}

/**
 * Reads what a route that changes something is asked.
 *
 * @param route its method and path below the plugin's own, for the journal
 * @throws body_not_json | body_malformed | body_too_large | body_invalid | idempotency_key_invalid
 */
export async function askedOf<Shape extends z.ZodType>(
  request: AuthenticatedMedusaRequest,
  shape: Shape,
  route: string,
): Promise<z.infer<Shape> & Asked> {
  const body = await readBody(request, shape)
  const key = checkIdempotencyKey(request.headersDistinct)
  return {
    ...(body as object),
    idempotency_key: key,
    actor: actorOf(request),
    cause: route,
  } as z.infer<Shape> & Asked
}

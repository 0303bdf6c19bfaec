import type { MedusaRequest } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"

/** No route of the plugin takes more; the largest sends one payment. */
const LARGEST_BODY_BYTES = 100_000
const PATIENCE_BYTES = 10_000_000

/**
 * Reads and checks a JSON body. The plugin parses bodies itself, because the host's parser answers
 * malformed JSON with a server error.
 *
 * @throws body_not_json | body_malformed | body_too_large | body_invalid
 */
export async function readBody<Shape extends z.ZodType>(
  request: MedusaRequest,
  shape: Shape,
): Promise<z.infer<Shape>> {
  const text = await textOf(request)
  if (text !== "") refuseOtherThanJson(request)
  return check(parse(text), shape, "body_invalid")
}

/** Checks the query string. @throws query_invalid */
export function readQuery<Shape extends z.ZodType>(request: MedusaRequest, shape: Shape): z.infer<Shape> {
  return check(request.query, shape, "query_invalid")
}

/** Reads past the limit without keeping it, so that the answer still reaches who sent it; then hangs up. */
async function textOf(request: MedusaRequest): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= LARGEST_BODY_BYTES) chunks.push(chunk)
    if (size > PATIENCE_BYTES) break
  }
  if (size <= LARGEST_BODY_BYTES) return Buffer.concat(chunks).toString("utf8")
  throw new ReconciliationError({
    type: "invalid_data",
    code: "body_too_large",
    message: `The body is larger than ${LARGEST_BODY_BYTES} bytes.`,
    remedy: "Send one payment or one order at a time.",
  })
}

/** A form on another site may send plain text with the admin's cookie, but JSON only after a preflight. */
function refuseOtherThanJson(request: MedusaRequest): void {
  if (request.is("application/json")) return
  throw new ReconciliationError({
    type: "invalid_data",
    code: "body_not_json",
    message: "The body is not declared as JSON.",
    remedy: "Send a JSON object with the header Content-Type: application/json.",
  })
}

function parse(text: string): unknown {
  if (text.trim() === "") return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new ReconciliationError({
      type: "invalid_data",
      code: "body_malformed",
      message: "The body is not JSON.",
      remedy: "Send a JSON object with the header Content-Type: application/json.",
    })
  }
}

/** Checks a value against its schema. @throws the given code */
export function check<Shape extends z.ZodType>(value: unknown, shape: Shape, code: string): z.infer<Shape> {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.map(({ path, message }) => `${path.join(".") || "it"}: ${message}`)
  throw new ReconciliationError({
    type: "invalid_data",
    code,
    message: `The request was not understood. ${issues.slice(0, 5).join("; ")}.`,
    ids: {
      fields: result.error.issues
        .map(({ path }) => path.join("."))
        .slice(0, 5)
        .join(","),
    },
    remedy: "Correct the named fields and send the request again; nothing was changed.",
  })
}

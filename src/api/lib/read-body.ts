import type { MedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import { idempotencyKey } from "./schemas"

/** What a route takes that says nothing else; the largest of them sends one payment. */
export const LARGEST_BODY_BYTES = 100_000
/** What is read of a larger body and thrown away, before its sender is hung up on. */
export const PATIENCE_BYTES = 10_000_000

/**
 * Reads and checks a JSON body. The plugin parses bodies itself, because the host's parser answers
 * malformed JSON with a server error.
 *
 * @throws body_not_json | body_malformed | body_too_large | body_invalid
 */
export async function readBody<Shape extends z.ZodType>(
  request: MedusaRequest,
  shape: Shape,
  largestBytes = LARGEST_BODY_BYTES,
): Promise<z.infer<Shape>> {
  const text = await textOf(request, largestBytes)
  if (text !== "") refuseOtherThanJson(request)
  return check(parse(text), shape, "body_invalid")
}

/** Checks the query string. @throws query_invalid */
export function readQuery<Shape extends z.ZodType>(request: MedusaRequest, shape: Shape): z.infer<Shape> {
  return check(request.query, shape, "query_invalid")
}

/**
 * Refuses a body where none is read: whoever sends one believes that it does something.
 *
 * @throws body_unexpected | body_too_large
 */
export async function refuseBody(request: MedusaRequest): Promise<void> {
  const { "content-length": length, "transfer-encoding": encoding } = request.headers
  if (encoding === undefined && (length === undefined || Number(length) === 0)) return
  if ((await textOf(request)).trim() === "") return
  throw new ReconciliationError({
    type: "invalid_data",
    code: "body_unexpected",
    message: `${request.method} takes no body here.`,
    remedy: "Send the request without a body; what it may be told stands in the address.",
  })
}

/**
 * The key of the header Idempotency-Key, undefined when none was sent.
 *
 * @param headers each with all its values; the host would join two keys to a third one
 * @throws idempotency_key_invalid
 */
export function checkIdempotencyKey(
  headers: Readonly<Record<string, readonly string[] | undefined>>,
): string | undefined {
  const values = headers["idempotency-key"] ?? []
  const shape = z.strictObject({ [KEY_HEADER]: idempotencyKey.optional() })
  const sent = values.length > 1 ? values : values[0]
  return check({ [KEY_HEADER]: sent }, shape, "idempotency_key_invalid")[KEY_HEADER]
}

const KEY_HEADER = "Idempotency-Key"

/** Reads past the limit without keeping it, so that the answer still reaches who sent it; then hangs up. */
async function textOf(request: MedusaRequest, largestBytes = LARGEST_BODY_BYTES): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= largestBytes) chunks.push(chunk)
    if (size > Math.max(PATIENCE_BYTES, largestBytes)) break
  }
  if (size <= largestBytes) return Buffer.concat(chunks).toString("utf8")
  throw bodyTooLarge(largestBytes)
}

export function bodyTooLarge(largestBytes: number): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "body_too_large",
    message: `The body is larger than ${largestBytes} bytes.`,
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
  const faults = result.error.issues.flatMap(faultsOf)
  const fields = [...new Set(faults.map(({ field }) => field))]
  throw new ReconciliationError({
    type: "invalid_data",
    code,
    message: `The request was not understood. ${faults
      .slice(0, MOST_NAMED)
      .map(({ field, message }) => `${field || "it"}: ${message}`)
      .join("; ")}.`,
    ids: { fields: fields.slice(0, MOST_NAMED).join(",") },
    remedy: "Correct the named fields and send the request again; nothing was changed.",
  })
}

/** More names than these nobody reads. */
const MOST_NAMED = 5
/** A key that a stranger made up may have any length. */
const LONGEST_NAME = 80

/** What is wrong, by the field that it is wrong with; a key that is not known is such a field. */
function faultsOf(issue: z.core.$ZodIssue): { readonly field: string; readonly message: string }[] {
  const { path, message } = issue
  if (issue.code !== "unrecognized_keys") return [{ field: nameOf(path), message }]
  return issue.keys.map((key) => ({ field: nameOf([...path, key]), message: "is not known here" }))
}

const nameOf = (path: readonly PropertyKey[]): string => path.map(String).join(".").slice(0, LONGEST_NAME)

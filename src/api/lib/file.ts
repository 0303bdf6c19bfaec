import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import { bodyTooLarge, PATIENCE_BYTES } from "./read-body"

/** A file that a route answers with, written as it is read: it may be larger than the memory. */
export interface FileAnswer {
  /** What it is called where it is saved, for example "open-items-2026-11.csv". */
  readonly name: string
  readonly content: AsyncIterable<string | Uint8Array>
}

/**
 * Sends a file. What fails before its first part is an error like any other; what fails later cuts the connection, so
 * that nobody takes a half for the whole.
 */
export async function sendFile(
  response: MedusaResponse,
  type: string,
  { name, content }: FileAnswer,
): Promise<void> {
  const parts = content[Symbol.asyncIterator]()
  const first = await parts.next()
  response.status(200).setHeader("content-type", type)
  response.setHeader("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  await pipeline(Readable.from(joined(first, parts)), response)
}

async function* joined<Part>(first: IteratorResult<Part>, others: AsyncIterator<Part>): AsyncGenerator<Part> {
  if (first.done) return
  yield first.value
  // What is left of an iterator that has begun is iterated as it is.
  yield* { [Symbol.asyncIterator]: () => others }
}

interface Upload {
  /** Media types that are taken. */
  readonly types: readonly string[]
  readonly largestBytes: number
}

/**
 * A file that is sent as a request's body, part by part.
 *
 * @throws upload_type_unknown at once | body_too_large at the part that is too much
 */
export function uploadOf(request: MedusaRequest, upload: Upload): AsyncIterable<Uint8Array> {
  if (!request.is([...upload.types])) throw typeUnknown(upload)
  return limited(request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>, upload)
}

/**
 * Reads what is left of an upload without keeping it, so that the answer reaches who sent it though the route stopped
 * reading; of a file that is far too large, the connection ends.
 */
export async function runOff(request: MedusaRequest): Promise<void> {
  let size = 0
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > PATIENCE_BYTES) return
  }
}

async function* limited(
  parts: AsyncIterable<Uint8Array>,
  { largestBytes }: Upload,
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const part of parts) {
    size += part.length
    if (size > largestBytes) throw bodyTooLarge(largestBytes)
    yield part
  }
}

function typeUnknown({ types }: Upload): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "upload_type_unknown",
    message: "The file's type is not one that is read here.",
    ids: { types: types.join(",") },
    remedy: `Send the file itself as the body, with the header Content-Type: ${types.join(" or ")}.`,
  })
}

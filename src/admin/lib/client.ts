import Medusa from "@medusajs/js-sdk"
import type { ErrorBody } from "../../types/http"
import { saveFile } from "./save-file"

const baseUrl = __BACKEND_URL__ ?? "/"
const authType = __AUTH_TYPE__ ?? "session"
const storageKey = __JWT_TOKEN_STORAGE_KEY__

const sdk = new Medusa({
  baseUrl,
  auth: { type: authType, ...(storageKey ? { jwtTokenStorageKey: storageKey } : {}) },
})

/** What went wrong with a request: `status` is null when no answer came, `body` when it was not ours. */
export class RequestError extends Error {
  override readonly name = "RequestError"
  readonly status: number | null
  readonly body: ErrorBody | null

  constructor(message: string, status: number | null, body: ErrorBody | null) {
    super(message)
    this.status = status
    this.body = body
  }
}

/** Only what may pass by itself is asked again without being told to. */
export const mayPass = ({ status }: RequestError): boolean => status === null || status >= 500

interface RequestOptions {
  method?: "GET" | "POST" | "PUT" | "DELETE"
  /** Sent as JSON, with anything but a GET. */
  body?: object
  /** Sent again under the same key, a request is done once and answered the same. */
  idempotencyKey?: string
  signal?: AbortSignal
}

/**
 * Asks the plugin's API. The SDK's own `fetch` keeps only the message of an error, and our errors
 * carry a code and a remedy to show, so the request is made here and the SDK only holds the token.
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options)
  return (await bodyOf(response, options.signal)) as T
}

/** Has a file of the plugin's API saved, under the name that the answer gives it. */
export async function download(path: string): Promise<void> {
  const response = await send(path, {})
  if (!response.ok) await bodyOf(response)
  const [, name = ""] =
    /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "") ?? []
  const content = await response.blob().catch((cause: unknown) => {
    throw new RequestError(String(cause), null, null)
  })
  saveFile(content, decodeURIComponent(name))
}

async function send(
  path: string,
  { method = "GET", body: sent = {}, idempotencyKey, signal }: RequestOptions,
): Promise<Response> {
  const hasBody = method === "POST" || method === "PUT"
  const token = await sdk.client.getToken()
  return fetch(`${baseUrl.replace(/\/+$/, "")}${path}`, {
    method,
    signal: signal ?? null,
    credentials: authType === "session" ? "include" : "omit",
    headers: {
      accept: "application/json, */*;q=0.5",
      ...(hasBody && { "content-type": "application/json" }),
      ...(idempotencyKey ? { "idempotency-key": idempotencyKey } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: hasBody ? JSON.stringify(sent) : null,
  }).catch((cause: unknown) => {
    if (signal?.aborted) {
      throw cause
    }
    throw new RequestError(String(cause), null, null)
  })
}

/** @throws RequestError of what is no success, and of an answer that broke off: then nobody knows what was done */
async function bodyOf(response: Response, signal?: AbortSignal): Promise<unknown> {
  const body: unknown = await response.json().catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    if (response.ok) throw new RequestError(String(cause), null, null)
    return null
  })
  if (response.ok) return body
  const known = isErrorBody(body) ? body : null
  throw new RequestError(known?.message ?? response.statusText, response.status, known)
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === "object" && body !== null && "code" in body && "remedy" in body
}

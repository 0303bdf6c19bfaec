import { checkAnswer } from "../../integration-tests/setup/contract"
import type { RandomRequest } from "./request"
import type { Answered } from "./send"

/** A line of a stack, or a file of a program. */
const STACK = /\n\s+at |\bat \S+ \(\S+:\d+:\d+\)|\.(?:ts|js|cjs|mjs):\d+|node_modules/
/** What PostgreSQL or a statement says; no request of ours contains any of it. */
const SQL =
  /\bselect .+ from\b|\binsert into\b|\bdelete from\b|\bupdate \w+ set\b|\breconciliation_[a-z]+|relation "|column "|syntax error at|violates \w+.constraint|invalid input syntax|invalid byte sequence|out of range for type/i

/** Everything that is wrong with an answer, in words; none when it is right. */
export function faultsOf(request: RandomRequest, answer: Answered): string[] {
  const { status, text } = answer
  const faults: string[] = []
  if ((status >= 500 || status < 200) && !isHostsOwn(request, answer)) faults.push(`status ${status}`)
  if (STACK.test(text)) faults.push("a stack trace")
  if (SQL.test(text)) faults.push("SQL")
  // The host's own answer to If-None-Match has no body.
  if (!request.reached || status >= 500 || status === 304) return faults
  const data = parsed(text)
  if (data === undefined) return [...faults, "an answer that is not JSON"]
  if (status >= 400) faults.push(...missing(data).map((field) => `a refusal without ${field}`))
  const { method, path: template } = request.operation
  try {
    checkAnswer({ method, template }, { status, data })
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error))
  }
  return faults
}

/**
 * A path that is no percent-encoded UTF-8 breaks the host's own middleware of /admin*, on every route below it and
 * before a plugin is asked.
 */
export function isHostsOwn({ method, path }: RandomRequest, { status, text }: Answered): boolean {
  if (status !== 500 || (method !== "HEAD" && !text.includes('"code":"unknown_error"'))) return false
  try {
    decodeURIComponent(path.split("?")[0] ?? "")
    return false
  } catch {
    return true
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function missing(data: unknown): string[] {
  const body = typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {}
  const fields = ["code", "message", "remedy"].filter(
    (name) => typeof body[name] !== "string" || body[name] === "",
  )
  return typeof body["code"] === "string" && !/^[a-z_]+$/.test(body["code"])
    ? [...fields, "a code of ours"]
    : fields
}

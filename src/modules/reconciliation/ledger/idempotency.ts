import { createHash } from "node:crypto"
import { ReconciliationError } from "../domain/errors"
import { claimKey, findRequest, storeFirstRequest, storeRequest } from "./idempotency.sql"
import type { Database, Transactions, TransactionSession } from "./database"

/** What JSON can say. */
export type Told =
  string | number | boolean | null | undefined | readonly Told[] | { readonly [name: string]: Told }

/** What somebody asks for, by the name under which it is done once. */
export interface Request {
  /** For example "record_payment". */
  readonly operation: string
  /** The sender's Idempotency-Key; without one, each request is another. */
  readonly key: string | undefined
  /** All that is asked for; under one key it must stay the same. */
  readonly content: Told
  /** The same as an earlier version of the plugin told it: keys that were used then are known by it, and none is kept by it. */
  readonly formerly?: Told
}

interface Answered {
  readonly operation: string
  readonly request_hash: string | null
  /** Null once it is erased. */
  readonly answer: unknown
}

/**
 * Does what is asked for in one transaction, once for each key: whoever sends the key again, at the same moment or
 * years later, gets the very answer of the first. An attempt that fails leaves nothing, so its key is free.
 *
 * @param work its answer must be what JSON can say
 * @throws idempotency_key_reused | answer_erased
 */
export async function once<Answer>(
  database: Transactions,
  request: Request,
  work: (session: TransactionSession) => Promise<Answer>,
): Promise<Answer> {
  const { key } = request
  if (key === undefined) return database.transaction(work)
  return database.transaction(async (session) => {
    const [, found] = await session.together([
      { statement: claimKey, parameters: [key] },
      { statement: findRequest, parameters: [key] },
    ])
    const [earlier] = found as Answered[]
    if (earlier) return answerOf<Answer>(request, earlier)
    const answer = await work(session)
    await session.run(storeRequest, rowOf({ ...request, key }, answer))
    return answer
  })
}

/**
 * The same for what is idempotent by itself and more than a transaction: it may be done several times at once, and
 * all are answered what the first to end was.
 *
 * @throws idempotency_key_reused | answer_erased
 */
export async function firstAnswer<Answer>(
  database: Database,
  request: Request,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const { key } = request
  if (key === undefined) return work()
  const [earlier] = await database.run<Answered>(findRequest, [key])
  if (earlier) return answerOf<Answer>(request, earlier)
  await database.run(storeFirstRequest, rowOf({ ...request, key }, await work()))
  const [stored] = await database.run<Answered>(findRequest, [key])
  if (!stored) throw new Error(`the answer to ${key} was not kept`)
  return answerOf<Answer>(request, stored)
}

/** What was answered before under the key of a request; null where nothing was. @throws idempotency_key_reused | answer_erased */
export async function answeredBefore<Answer>(database: Database, request: Request): Promise<Answer | null> {
  if (request.key === undefined) return null
  const [earlier] = await database.run<Answered>(findRequest, [request.key])
  return earlier ? answerOf<Answer>(request, earlier) : null
}

function answerOf<Answer>(request: Request, earlier: Answered): Answer {
  const { operation, content, formerly = content } = request
  const asked = [hashOf({ operation, content }), hashOf({ operation, content: formerly })]
  if (earlier.operation !== operation || !asked.includes(earlier.request_hash ?? ""))
    throw keyReused(request.key ?? "", earlier.operation)
  if (earlier.answer === null) throw answerErased(request.key ?? "")
  return earlier.answer as Answer
}

function rowOf(request: Request & { readonly key: string }, answer: unknown): string[] {
  return [request.key, request.operation, hashOf(request), JSON.stringify(answer)]
}

/** Two requests under one key are the same only when all that they ask for is. */
export function hashOf({ operation, content }: Pick<Request, "operation" | "content">): string {
  return createHash("sha256")
    .update(JSON.stringify([operation, content]))
    .digest("hex")
}

export function keyReused(key: string, operation: string): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "idempotency_key_reused",
    message: `The key ${key} was used before, for another request (${operation}).`,
    ids: { idempotency_key: key },
    remedy: "Send a new Idempotency-Key for a new request, or the same content for the same one.",
  })
}

function answerErased(key: string): ReconciliationError {
  return new ReconciliationError({
    type: "conflict",
    code: "answer_erased",
    message: `The request with the key ${key} was done; its answer was erased with what was typed in the customer's accounts.`,
    ids: { idempotency_key: key },
    remedy: "Read what it is about. Nothing was done again.",
  })
}

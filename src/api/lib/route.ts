import { Readable } from "node:stream"
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { actorOf } from "./actor"
import { sayRefusals } from "./answer"
import { runOff, sendFile, uploadOf, type FileAnswer } from "./file"
import { whileReachable } from "./reachable"
import { checkIdempotencyKey, LARGEST_BODY_BYTES, readBody, readQuery, refuseBody } from "./read-body"
import { rightsOf } from "./require-right"
import type { DeclaredRight } from "./rights"
import type { Right } from "../../types/rights"

/** What a workflow is told of every change besides what is asked for: under which key, by whom and by which route. */
export interface Change {
  readonly idempotency_key: string | undefined
  readonly actor: ReturnType<typeof actorOf>
  readonly cause: string
}

/** What a handler is given: read, checked and typed. */
interface Asked<Query, Body, Parts> {
  readonly scope: MedusaContainer
  /** The id in the path; "" where the path has none. */
  readonly id: string
  /** The further parts of the path, by their names. */
  readonly parts: Parts
  readonly query: Query
  readonly body: Body
  /** The file that is sent; empty where the route takes none. */
  readonly upload: AsyncIterable<Uint8Array>
  readonly change: Change
  /** All that the caller may do here. */
  readonly rights: () => Promise<Right[]>
}

/** A part of a path besides its id: what it may be, and what is said of one that names nothing. */
export interface PathPart<Shape extends z.ZodType = z.ZodType> {
  readonly shape: Shape
  readonly notFound: (request: MedusaRequest) => Error
}

type PathParts = Readonly<Record<string, PathPart>>
type ReadParts<Parts extends PathParts> = { readonly [Name in keyof Parts]: z.infer<Parts[Name]["shape"]> }

/** All that is said of a route, in one place; the OpenAPI description, its rights and its checks are made of it. */
export interface Declaration extends DeclaredRight {
  readonly method: "get" | "post" | "put" | "delete"
  /** Below "/admin/reconciliation/", with "{id}" and the names of `parts`: the folder that the route stands in. */
  readonly path: string
  /** What stands in the path besides "{id}", by its name there: "{rank}". */
  readonly parts?: PathParts
  readonly summary: string
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** The body is a file of one of these media types, and the handler reads it as it comes. */
  readonly uploads?: readonly string[]
  /** Of a body that may be larger than most. */
  readonly largestBodyBytes?: number
  /** Field of the answer → schema: a type of src/types/http, or a JSON schema. Empty where a file is answered. */
  readonly answer: Readonly<Record<string, string | object>>
  /** The media type of a file that it answers with: the handler gives a FileAnswer. */
  readonly produces?: string
  /** Answers 201: something new stands in the ledger. */
  readonly records?: true
  /** Answers 404 though no id stands in its path. */
  readonly findsByBody?: true
}

interface Route<
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Parts extends PathParts,
> extends Declaration {
  readonly query?: Query
  readonly body?: Body
  /** Reads and checks the id of the path. @throws the not_found of what it names */
  readonly id?: (request: AuthenticatedMedusaRequest) => string
  readonly parts?: Parts
  readonly handler: (asked: Asked<z.infer<Query>, z.infer<Body>, ReadParts<Parts>>) => Promise<object>
}

type Handler = (request: AuthenticatedMedusaRequest, response: MedusaResponse) => Promise<void>

/** What the host calls, and what the route says of itself. */
export type DeclaredRoute = Handler & { readonly declaration: Declaration }

/** A schema of the answer that may be null. */
export const orNull = (name: string): object => ({
  anyOf: [{ $ref: `#/components/schemas/${name}` }, { type: "null" }],
})

const noQuery = z.strictObject({})
type NoQuery = typeof noQuery
type NoBody = z.ZodUndefined
type NoParts = Readonly<Record<string, never>>

/**
 * Makes what the host calls of what a route declares. Every error that the plugin knows leaves as its code, ids and
 * remedy; what is not ours goes to the host's one error handler, which a plugin must not replace. What a route does
 * not take, in its address or as a body, is refused: it would be ignored in silence.
 */
export function route<
  Query extends z.ZodObject = NoQuery,
  Body extends z.ZodType = NoBody,
  Parts extends PathParts = NoParts,
>(declared: Route<Query, Body, Parts>): DeclaredRoute {
  const { id: readId = () => "", handler, ...declaration } = declared
  const cause = causeOf(declaration)
  const handle: Handler = async (request, response) => {
    const query = readQuery(request, declaration.query ?? noQuery) as z.infer<Query>
    const answering = async (): Promise<void> => {
      const body = (await bodyOf(request, declaration)) as z.infer<Body>
      const key = isMutating(declaration) ? checkIdempotencyKey(request.headersDistinct) : undefined
      const id = readId(request)
      const parts = readParts(request, declaration.parts ?? {}) as ReadParts<Parts>
      const change = { idempotency_key: key, actor: actorOf(request), cause }
      const answer = await withUpload(request, declaration, (upload) =>
        handler({
          scope: request.scope,
          id,
          parts,
          query,
          body,
          upload,
          change,
          rights: async () => rightsOf(request),
        }),
      )
      if (declaration.produces) await sendFile(response, declaration.produces, answer as FileAnswer)
      else response.status(declaration.records ? 201 : 200).json(answer)
    }
    await whileReachable(request, answering())
  }
  return Object.assign(sayRefusals(handle), { declaration })
}

/** Whether a route changes anything: then it takes an Idempotency-Key. */
export const isMutating = ({ method, right }: Pick<Declaration, "method" | "right">): boolean =>
  method !== "get" && right !== "view"

/** As the journal names it, for example "POST orders/:id/write-offs". */
function causeOf({ method, path }: Declaration): string {
  return `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`
}

/** @throws the not_found of what a part names */
function readParts(request: MedusaRequest, parts: PathParts): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, { shape, notFound }]) => {
      const found = shape.safeParse(request.params[name])
      if (found.success) return [name, found.data]
      throw notFound(request)
    }),
  )
}

async function bodyOf(
  request: AuthenticatedMedusaRequest,
  { body, uploads, largestBodyBytes = LARGEST_BODY_BYTES }: Declaration,
): Promise<unknown> {
  if (uploads) return undefined
  if (body) return readBody(request, body, largestBodyBytes)
  return refuseBody(request)
}

async function withUpload<Answer>(
  request: AuthenticatedMedusaRequest,
  { uploads, largestBodyBytes = LARGEST_BODY_BYTES }: Declaration,
  work: (upload: AsyncIterable<Uint8Array>) => Promise<Answer>,
): Promise<Answer> {
  if (!uploads) return work(Readable.from([]))
  try {
    return await work(uploadOf(request, { types: uploads, largestBytes: largestBodyBytes }))
  } finally {
    await runOff(request)
  }
}

import { z } from "@medusajs/framework/zod"
import { isMutating, OPERATIONS, type Operation } from "./operations"

const MEANINGS: Readonly<Record<number, string>> = {
  400: "The request was not understood, or an amount is not acceptable",
  401: "Not logged in",
  403: "It is not this caller's to decide",
  404: "No such order, account, matching code, customer, instalment, payment or write-off",
  503: "The database cannot be reached, or lacks the plugin's tables",
  409: "Something moved meanwhile, or the key was used for something else",
}

/** The host refuses for itself who lacks a policy, when it runs with its flag `rbac`. */
const OF_THE_HOST = {
  type: "object",
  properties: { type: { type: "string" }, message: { type: "string" } },
  required: ["type", "message"],
  additionalProperties: false,
}

/** The OpenAPI 3.1 description of the routes; `types` are the JSON schemas of src/types/http. */
export function openApi(types: Readonly<Record<string, object>>): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Reconciliation for Medusa",
      version: "1",
      description: "Admin routes. Money is a decimal string with exactly the digits of its currency.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "The store's own server" }],
    security: [{ bearer: [] }, { session: [] }, { api_key: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "connect.sid" },
        api_key: { type: "http", scheme: "basic" },
      },
      schemas: usedBy(paths, types),
    },
  }
}

/** The schemas that some routes name, and those that these name. */
function usedBy(paths: object, types: Readonly<Record<string, object>>): Record<string, object> {
  const used = new Map<string, object>()
  const take = (part: object): void => {
    for (const [, name = ""] of JSON.stringify(part).matchAll(/#\/components\/schemas\/(\w+)/g)) {
      const schema = types[name]
      if (!schema || used.has(name)) continue
      used.set(name, schema)
      take(schema)
    }
  }
  take(paths)
  return Object.fromEntries([...used].toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

function describe(operation: Operation): object {
  return {
    operationId: nameOf(operation),
    summary: operation.summary,
    description: `Needs the right \`${operation.right}\`${operation.refunds ? ", and the host's to refund" : ""}.`,
    parameters: parametersOf(operation),
    ...requestBodyOf(operation),
    responses: {
      ...(operation.records
        ? { 201: { ...answerOf(operation), description: "Recorded" } }
        : { 200: answerOf(operation) }),
      ...Object.fromEntries([...operation.errors, 503].map((status) => [status, refusal(status)])),
    },
  }
}

/** For example "postOrdersWriteOffs". */
function nameOf({ method, path }: Operation): string {
  const words = path
    .replace("/admin/reconciliation/", "")
    .replaceAll(/\{\w+\}/g, "one")
    .split(/[/-]/)
  return [method, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join("")
}

function requestBodyOf({ body, uploads }: Operation): object {
  if (uploads) {
    const file = { schema: { type: "string", format: "binary" } }
    return { requestBody: { content: Object.fromEntries(uploads.map((type) => [type, file])) } }
  }
  return body ? { requestBody: { content: { "application/json": { schema: schemaOf(body) } } } } : {}
}

/** The schema as what is sent; the dialect is OpenAPI's own. */
function schemaOf(shape: z.ZodType): object {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: "input" })
  return schema
}

function parametersOf(operation: Operation): object[] {
  const { path, parts, query } = operation
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => {
    const part = parts?.[name]
    return { name, in: "path", required: true, schema: part ? schemaOf(part.shape) : { type: "string" } }
  })
  const header = {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description:
      "The same key again does nothing and is answered the same; with another content it is refused.",
    schema: { type: "string", maxLength: 200 },
  }
  const schema = query && (schemaOf(query) as { properties: object; required?: string[] })
  const inQuery = Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    in: "query",
    required: schema?.required?.includes(name) ?? false,
    schema: property as object,
  }))
  return [...inPath, ...inQuery, ...(isMutating(operation) ? [header] : [])]
}

function answerOf({ answer, produces }: Operation): object {
  if (produces)
    return { description: "Done", content: { [produces]: { schema: { type: "string", format: "binary" } } } }
  const properties = Object.fromEntries(
    Object.entries(answer).map(([name, schema]) => [
      name,
      typeof schema === "string" ? { $ref: `#/components/schemas/${schema}` } : schema,
    ]),
  )
  const schema = {
    type: "object",
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  }
  return { description: "Done", content: { "application/json": { schema } } }
}

function refusal(status: number): object {
  const description = MEANINGS[status]
  const ours = { $ref: "#/components/schemas/ErrorBody" }
  // The host answers for itself when nobody is logged in.
  if (status === 401) return { description }
  return {
    description,
    content: { "application/json": { schema: status === 403 ? { anyOf: [ours, OF_THE_HOST] } : ours } },
  }
}

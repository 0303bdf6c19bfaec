import Ajv, { type ValidateFunction } from "ajv/dist/2020"
import { description } from "../../test/support/openapi"

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}

const made = description()
const ajv = new Ajv({ strict: false, allErrors: true })
ajv.addSchema({ $id: "api", components: made.components })
const PREFIX = "/admin/reconciliation"

/** Fails when an answer of the plugin's routes is not what docs/openapi.json promises. */
export function checkContract(
  method: string,
  route: string,
  answer: { status: number; data: unknown },
): void {
  const [path = ""] = route.split("?")
  if (!path.startsWith(PREFIX) || method === "head") return
  const template = templateOf(method, path)
  checkAnswer({ method, template }, answer)
}

/**
 * The described path that an address is of, by its method if one of them takes that; a word that is described goes before one
 * that stands for any.
 */
function templateOf(method: string, path: string): string {
  const parts = path.split("/")
  const fitting = Object.keys(made.paths).filter((template) => {
    const words = template.split("/")
    return (
      words.length === parts.length &&
      words.every((word, place) => word === parts[place] || (word.startsWith("{") && parts[place] !== ""))
    )
  })
  const taking = fitting.filter((template) => made.paths[template]?.[method])
  const among = taking.length > 0 ? taking : fitting
  return among.toSorted((one, other) => one.split("{").length - other.split("{").length)[0] ?? path
}

const checks = new Map<string, ValidateFunction>()

/** The same for a route by its template, such as /admin/reconciliation/orders/{id}. */
export function checkAnswer(
  { method, template }: { readonly method: string; readonly template: string },
  answer: { status: number; data: unknown },
): void {
  const operation = made.paths[template]?.[method] as Operation | undefined
  const { code } = (answer.data ?? {}) as { code?: unknown }
  // What is described nowhere is refused, and never gets to a route.
  if (!operation && (code === "route_not_declared" || answer.status === 401)) return
  if (!operation) throw new Error(`${method} ${template} is not described`)
  const described = operation.responses[answer.status]
  if (!described) throw new Error(`${method} ${template} answered ${answer.status}, which is not described`)
  const schema = described.content?.["application/json"]?.schema
  if (!schema) return
  const text = JSON.stringify(schema).replaceAll('"#/components', '"api#/components')
  const check = checks.get(text) ?? ajv.compile(JSON.parse(text) as object)
  checks.set(text, check)
  if (!check(answer.data)) throw new Error(`${method} ${template}: ${ajv.errorsText(check.errors)}`)
}

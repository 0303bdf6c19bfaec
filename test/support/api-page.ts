import { z } from "@medusajs/framework/zod"
import { isMutating, OPERATIONS, type Operation } from "../../src/api/lib/operations"

interface Schema {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly $ref?: string
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly default?: string | number
}

/** docs/api.md: every route as a person reads it, made of what each declares. */
export function apiPage(): string {
  return [
    "# Routes",
    "",
    "Every route of the plugin, made of what each declares in its file. The same for machines: [openapi.json](openapi.json);",
    "with sessions to follow: [guide.md](guide.md); what refusals mean: [errors.md](errors.md). Types are those of",
    "`medusa-plugin-reconciliation/types/http`.",
    "",
    ...OPERATIONS.flatMap(sectionOf),
  ].join("\n")
}

function sectionOf(operation: Operation): string[] {
  const { method, path, summary, right, refunds, query, body, answer, errors, records } = operation
  return [
    `## ${method.toUpperCase()} ${path}`,
    "",
    summary,
    "",
    `- Right: \`${right}\`${refunds ? ", and the host's right to create refunds" : ""}`,
    ...(query ? [`- Address: ${fieldsOf(query)}`] : []),
    ...(body ? [`- Body: ${fieldsOf(body)}`] : []),
    ...(isMutating(operation) ? ["- Header: `Idempotency-Key`, optional"] : []),
    `- Answers ${records ? 201 : 200} with ${Object.entries(answer)
      .map(
        ([name, schema]) =>
          `\`${name}\` (${typeNameOf(typeof schema === "string" ? { $ref: schema } : schema)})`,
      )
      .join(", ")}; refuses with ${[...errors, 503].join(", ")}`,
    "",
  ]
}

function fieldsOf(shape: z.ZodType): string {
  const schema = z.toJSONSchema(shape, { io: "input" }) as Schema
  const fields = Object.entries(schema.properties ?? {})
  if (fields.length === 0) return "nothing"
  return fields
    .map(([name, field]) => {
      const optional = schema.required?.includes(name) ? "" : "?"
      return `\`${name}${optional}\` (${typeNameOf(field)}${field.default === undefined ? "" : `, default ${field.default}`})`
    })
    .join(", ")
}

function typeNameOf(schema: Schema): string {
  if (schema.$ref) return schema.$ref.replace("#/components/schemas/", "")
  if (schema.enum) return schema.enum.join(", ")
  if (schema.anyOf) return schema.anyOf.map(typeNameOf).join(" or ")
  if (schema.items) return `list of ${typeNameOf(schema.items)}`
  if (schema.properties) {
    const { properties, required = [] } = schema
    return `{ ${Object.keys(properties)
      .map((name) => (required.includes(name) ? name : `${name}?`))
      .join(", ")} }`
  }
  return schema.format ?? [schema.type ?? "anything"].flat().join(" or ")
}

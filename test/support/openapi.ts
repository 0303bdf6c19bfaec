import path from "node:path"
import { createGenerator } from "ts-json-schema-generator"
import { openApi } from "../../src/api/lib/openapi"

const root = path.resolve(__dirname, "..", "..")

/** The OpenAPI description, made of the routes' own schemas and the public types. */
export function description(): {
  paths: Record<string, Record<string, unknown>>
  components: { schemas: object }
} {
  const schema = createGenerator({
    path: path.join(root, "src", "types", "http.ts"),
    tsconfig: path.join(root, "tsconfig.json"),
    type: "*",
    skipTypeCheck: true,
    additionalProperties: false,
    expose: "export",
  }).createSchema("*")
  const text = JSON.stringify(schema.definitions).replaceAll("#/definitions/", "#/components/schemas/")
  return openApi(JSON.parse(text) as Record<string, object>) as ReturnType<typeof description>
}

import { createApiKeysWorkflow } from "@medusajs/medusa/core-flows"
import type { Host } from "./host"

/** A secret API key of the admin's, with the headers of who uses it. */
export async function secretKey(
  host: Host,
): Promise<{ id: string; token: string; headers: Record<string, string> }> {
  const { result } = await createApiKeysWorkflow(host.container()).run({
    input: { api_keys: [{ title: "Books", type: "secret", created_by: "" }] },
  })
  const [{ id, token } = { id: "", token: "" }] = result
  return {
    id,
    token,
    headers: { authorization: `Basic ${Buffer.from(`${token}:`).toString("base64")}` },
  }
}

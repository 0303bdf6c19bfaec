import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUsersWorkflow } from "@medusajs/medusa/core-flows"

/**
 * The admin who can log in to the demo. A migration script and not the `medusa user` command,
 * because the command would boot the whole store once more.
 */
export default async function createDemoAdmin({ container }: { container: MedusaContainer }): Promise<void> {
  const email = process.env["DEMO_ADMIN_EMAIL"] ?? "admin@example.com"
  const password = process.env["DEMO_ADMIN_PASSWORD"]
  if (!password) {
    throw new Error("DEMO_ADMIN_PASSWORD is not set: start the demo with `npm run demo`.")
  }
  const { result } = await createUsersWorkflow(container).run({
    input: { users: [{ email, first_name: "Ada", last_name: "Ledger" }] },
  })
  const user = result[0]
  const auth = container.resolve(Modules.AUTH)
  const { authIdentity, error } = await auth.register("emailpass", { body: { email, password } })
  if (!user || !authIdentity) {
    throw new Error(`The demo's admin could not be made: ${error ?? "no user"}`)
  }
  await auth.updateAuthIdentities({ id: authIdentity.id, app_metadata: { user_id: user.id } })
}

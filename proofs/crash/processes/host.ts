/** A process that is a whole host with the plugin's sources as its own, and may be killed at any moment. */
import path from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import { startApp } from "@medusajs/test-utils/dist/medusa-test-runner-utils/bootstrap-app"
import { sweep } from "../../../src/workflows/sweep/sweep"
import type { Wish } from "../points/host"

const root = path.resolve(__dirname, "..", "..", "..")

async function grant(container: MedusaContainer, wish: Wish): Promise<void> {
  if (wish.does === "sweep") await sweep(container)
  else if (wish.does === "create_admin") {
    await createUserAccountWorkflow(container).run({
      input: { authIdentityId: wish.identity, userData: { email: wish.email } },
    })
  } else listen(container, wish.does === "hear")
}

const emitters = new WeakMap<object, unknown>()

/** A bus that loses everything, as the host's own does with what a killed process had not yet handled. */
function listen(container: MedusaContainer, hears: boolean): void {
  const bus = container.resolve(Modules.EVENT_BUS) as unknown as { eventEmitter_: { emit: unknown } }
  const { eventEmitter_: emitter } = bus
  if (!emitters.has(emitter)) emitters.set(emitter, emitter.emit)
  emitter.emit = hears ? emitters.get(emitter) : () => true
}

async function start(): Promise<void> {
  const { container, port } = await startApp({ cwd: root })
  process.on("message", ({ number, wish }: { number: number; wish: Wish }) => {
    grant(container, wish).then(
      () => process.send?.({ number }),
      (error: unknown) => process.send?.({ number, error: String(error) }),
    )
  })
  process.send?.({ port })
  process.send?.("ready")
}

// Whoever gave the orders is gone.
process.once("disconnect", () => process.exit())
process.once("message", () => void start())

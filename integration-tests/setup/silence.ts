import { Modules } from "@medusajs/framework/utils"
import type { Host } from "./host"

/** Makes the event bus lose everything until the returned function is called. */
export function silence(host: Host): () => void {
  const bus = host.container().resolve(Modules.EVENT_BUS) as unknown as { eventEmitter_: { emit: unknown } }
  const emitter = bus.eventEmitter_
  const { emit } = emitter
  emitter.emit = () => true
  return () => {
    emitter.emit = emit
  }
}

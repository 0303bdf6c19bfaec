import { Modules } from "@medusajs/framework/utils"
import type { Host } from "./host"

/** The names of all events that the host emits while something is done, each once. */
export async function listening(host: Host, act: () => Promise<void>): Promise<string[]> {
  const bus = host.container().resolve(Modules.EVENT_BUS)
  const names = new Set<string>()
  const note = async ({ name }: { name: string }): Promise<void> => {
    names.add(name)
    return Promise.resolve()
  }
  bus.subscribe("*", note, { subscriberId: "listening" })
  await act()
  await host.settled()
  bus.unsubscribe("*", note, { subscriberId: "listening" })
  return [...names].toSorted()
}

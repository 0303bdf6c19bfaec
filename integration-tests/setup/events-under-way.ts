import type { EventEmitter } from "node:events"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** What the bus tells of an event at once, it tells within this. */
const TICK_MILLISECONDS = 25
/** What hangs is not waited for: its own test says what is wrong. */
const PATIENCE_MILLISECONDS = 30_000

type Listener = (...data: unknown[]) => unknown

/** What the events of a host have set off, and whether it has ended: no workflow that was run is noted anywhere. */
export class EventsUnderWay {
  private running = 0
  private lastEnd = 0

  watch(container: MedusaContainer): void {
    const bus = container.resolve(Modules.EVENT_BUS) as unknown as { eventEmitter_: EventEmitter }
    const emitter = bus.eventEmitter_
    emitter.emit = (name, ...data) => {
      const listeners = emitter.rawListeners(name) as Listener[]
      for (const listener of listeners) void this.follow(listener.call(emitter, ...data))
      return listeners.length > 0
    }
  }

  /** Waits until nothing runs any more, nor what that has set off. */
  async ended(): Promise<void> {
    const patience = performance.now() + PATIENCE_MILLISECONDS
    do await new Promise((resolve) => setTimeout(resolve, TICK_MILLISECONDS))
    while (this.isBusy() && performance.now() < patience)
  }

  private isBusy(): boolean {
    return this.running > 0 || performance.now() - this.lastEnd < TICK_MILLISECONDS
  }

  private async follow(work: unknown): Promise<void> {
    this.running += 1
    // The bus itself tells what failed.
    await Promise.resolve(work).catch(() => undefined)
    this.running -= 1
    this.lastEnd = performance.now()
  }
}

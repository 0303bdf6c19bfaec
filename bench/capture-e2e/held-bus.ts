import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** What the host hands to a subscriber. */
export interface Held {
  readonly name: string
  readonly event: unknown
}

type Listener = ((event: unknown) => Promise<void>) & { readonly subscriberId?: string }

interface Emitter {
  emit(name: string, event: unknown): boolean
  listeners(name: string): Listener[]
}

/** "hold": keeps what the plugin would hear; "lose": as if it were not installed; "pass": hands it on. */
export type Way = "hold" | "lose" | "pass"

/**
 * Stands between the host's own bus and the plugin's subscribers, which are called just as the bus calls
 * them; everybody else hears everything at once.
 */
export class HeldBus {
  way: Way = "hold"
  private held: Held[] = []
  private readonly running = new Set<Promise<void>>()
  private readonly emitter: Emitter

  constructor(container: MedusaContainer) {
    const bus = container.resolve(Modules.EVENT_BUS) as unknown as { eventEmitter_: Emitter }
    this.emitter = bus.eventEmitter_
    this.emitter.emit = (name, event) => {
      const listeners = this.emitter.listeners(name)
      for (const listener of listeners.filter((one) => !isOurs(one))) void listener(event)
      if (listeners.some(isOurs)) this.take({ name, event })
      return listeners.length > 0
    }
  }

  /** What was held since the last call. */
  release(): Held[] {
    const held = this.held
    this.held = []
    return held
  }

  /** Hands events to the plugin's subscribers; resolves when those have done everything. */
  async deliver(events: readonly Held[]): Promise<void> {
    await Promise.all(events.flatMap((held) => this.call(held)))
  }

  /** Resolves when the plugin has nothing to do any more. */
  async rest(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running)
  }

  private take(held: Held): void {
    if (this.way === "hold") this.held.push(held)
    else if (this.way === "pass") {
      for (const one of this.call(held)) {
        this.running.add(one)
        void one.finally(() => this.running.delete(one))
      }
    }
  }

  private call({ name, event }: Held): Promise<void>[] {
    return this.emitter
      .listeners(name)
      .filter(isOurs)
      .map(async (listener) => listener(event))
  }
}

function isOurs({ subscriberId }: Listener): boolean {
  return subscriberId?.startsWith("reconciliation-") === true
}

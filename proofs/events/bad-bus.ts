import { Modules } from "@medusajs/framework/utils"
import type { Host } from "../../integration-tests/setup/host"
import type { Chance } from "../../bench/lib/chance"

type Listener = ((event: unknown) => Promise<void>) & { subscriberId?: string }

interface Emitter {
  listeners(name: string): Listener[]
  emit: (name: string, event: unknown) => boolean
}

interface Waiting {
  readonly due: number
  readonly deliver: () => Promise<void>
}

/** The host tells each thing many times over, so what is lost is all that tells of one action. */
const DROPPED = 0.3
const DOUBLED = 0.3
const LONGEST_DELAY = 4

/**
 * Stands between the host's event bus and this plugin's subscribers: perfect, until it is told to lose, double
 * and shuffle. Every other subscriber hears what it would hear without it.
 */
export class BadBus {
  readonly tally = { events: 0, dropped: 0, doubled: 0 }
  isBad = false
  private turn = 0
  private isDown = false
  private waiting: Waiting[] = []
  private readonly delivering = new Set<Promise<void>>()

  constructor(
    private readonly host: Host,
    private readonly chance: Chance,
  ) {
    const bus = host.container().resolve(Modules.EVENT_BUS) as unknown as { eventEmitter_: Emitter }
    const emitter = bus.eventEmitter_
    emitter.emit = (name, event) => {
      for (const listener of emitter.listeners(name)) this.pass(listener, event)
      return true
    }
  }

  /** Waits until what the host did has been told, and delivers what has become due meanwhile. */
  async next(): Promise<void> {
    await this.quiet()
    // A bus that is down also loses what it held; else an earlier event's late read would see this action too.
    if (this.isDown) this.waiting = []
    this.turn += 1
    this.isDown = this.chance.happens(DROPPED)
    await this.deliver(this.waiting.filter(({ due }) => due <= this.turn))
  }

  /** Delivers all that is still on its way. */
  async drain(): Promise<void> {
    await this.quiet()
    await this.deliver(this.waiting)
  }

  private pass(listener: Listener, event: unknown): void {
    const isOurs = listener.subscriberId?.startsWith("reconciliation-") === true
    const deliver = (): Promise<void> => this.follow(listener(event))
    if (!isOurs || !this.isBad) {
      void deliver()
      return
    }
    this.tally.events += 1
    if (this.isDown) {
      this.tally.dropped += 1
      return
    }
    const isDoubled = this.chance.happens(DOUBLED / (1 - DROPPED))
    if (isDoubled) this.tally.doubled += 1
    for (let copy = 0; copy < (isDoubled ? 2 : 1); copy += 1) {
      this.waiting.push({ due: this.turn + this.chance.below(LONGEST_DELAY), deliver })
    }
  }

  private async deliver(due: readonly Waiting[]): Promise<void> {
    this.waiting = this.waiting.filter((one) => !due.includes(one))
    await Promise.all(this.chance.shuffled(due).map(({ deliver }) => deliver()))
    await this.quiet()
  }

  private async follow(delivery: Promise<void>): Promise<void> {
    this.delivering.add(delivery)
    try {
      await delivery
    } finally {
      this.delivering.delete(delivery)
    }
  }

  /** The host emits a moment after it has answered, so nothing may run for a while. */
  private async quiet(): Promise<void> {
    do {
      await Promise.all(this.delivering)
      await this.host.settled()
      await new Promise((resolve) => setTimeout(resolve, 60))
    } while (this.delivering.size > 0)
  }
}

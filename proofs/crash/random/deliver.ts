import { setTimeout as sleep } from "node:timers/promises"
import { scenarioOf, type Scenario } from "./scenarios"
import type { Answer, LedgerProcess, Work } from "./process"

/** How many scenarios are played at the same time, each a step at a time. */
const ABREAST = 8
/** How often a step may fail before it is given up. */
const PATIENCE = 3
/** Milliseconds in which a few steps must be answered: longer than the ledger waits for a lock. */
const SILENCE = 60_000

export interface Done {
  readonly scenarios: number
  readonly steps: number
  /** Orders of the scenarios whose ledger the sweep at the end changed. */
  readonly swept: number
  /** The longest that a step took that was interrupted before and then asked for again. */
  readonly slowestAgain: number
  readonly failures: readonly string[]
}

interface Underway {
  readonly scenario: Scenario
  step: number
  failed: number
  sentAt: number
  /** Asked for before, of a process that was killed. */
  again: boolean
}

/** Hands the steps of many scenarios to whichever process is there, and keeps account of what it answered. */
export class Delivery {
  private readonly underway = new Map<number, Underway>()
  private readonly waiting: Underway[] = []
  private readonly toClose: Underway[] = []
  private readonly failures: string[] = []
  private process: LedgerProcess | undefined
  private begun = 0
  private steps = 0
  private swept = 0
  private slowestAgain = 0
  private closing = false
  private awaited: { count: number; resolve: () => void } | undefined
  private whenOver: (() => void) | undefined
  /** Steps that were answered with "changed" since `takeAnswered` was asked last. */
  private answered: Work[] = []

  /** @param limit how many scenarios there are; without one, a new scenario begins whenever another is told */
  constructor(private readonly limit: number | undefined) {}

  get done(): Done {
    const { begun, steps, swept, slowestAgain, failures } = this
    return { scenarios: begun, steps, swept, slowestAgain: Math.round(slowestAgain), failures }
  }

  /** Gives the work to a process: first what the one before left undone. */
  give(to: LedgerProcess): void {
    this.process = to
    to.child.on("message", (message) => {
      if (typeof message === "object") this.hear(message as Answer)
    })
    for (const one of this.underway.values()) this.send(one)
    this.fill()
  }

  /** After the process was killed: the steps that it had and did not answer. */
  interrupted(): Work[] {
    this.process = undefined
    const works = [...this.underway.values()].map(workOf)
    for (const one of this.underway.values()) {
      one.again = true
      // Nobody tells of this event again; the next one of the order or the sweep must make up for it.
      if (one.scenario.bus === "forgets" && one.scenario.steps[one.step]?.does === "read") {
        this.underway.delete(one.scenario.number)
        one.again = false
        one.step += 1
        this.proceed(one)
      }
    }
    return works
  }

  /** Resolves when so many more answers were heard, or when there was none of them for too long. */
  async answers(count: number): Promise<void> {
    if (count === 0) return
    const heard = new Promise<"heard">((resolve) => {
      this.awaited = { count, resolve: () => resolve("heard") }
    })
    const outcome = await Promise.race([heard, sleep(SILENCE, "silence", { ref: false })])
    if (outcome === "silence") this.failures.push(`fewer than ${count} answers in ${SILENCE} ms`)
  }

  takeAnswered(): Work[] {
    const { answered } = this
    this.answered = []
    return answered
  }

  /** Ends the scenarios that are begun, then sweeps all of them; resolves when there is nothing more to do. */
  async finish(): Promise<Done> {
    this.closing = true
    const over = new Promise<void>((resolve) => (this.whenOver = resolve))
    this.waiting.push(...this.toClose.splice(0))
    this.fill()
    if (this.isOver()) this.whenOver?.()
    const { process } = this
    const gone = new Promise<never>((_, reject) => {
      process?.child.once("exit", () => reject(new Error("the process ended before its work")))
    })
    await Promise.race([over, gone])
    return this.done
  }

  private hear(answer: Answer): void {
    const one = this.underway.get(answer.scenario)
    if (!one || one.step !== answer.step) return
    this.underway.delete(answer.scenario)
    this.countDown()
    if ("error" in answer) {
      one.failed += 1
      this.failures.push(`scenario ${answer.scenario}, step ${answer.step}: ${answer.error}`)
      if (one.failed < PATIENCE) this.waiting.unshift(one)
    } else {
      this.steps += 1
      if (answer.changed) this.answered.push(workOf(one))
      if (one.again) this.slowestAgain = Math.max(this.slowestAgain, performance.now() - one.sentAt)
      if (answer.changed && one.scenario.steps[one.step]?.does === "close") this.swept += 1
      Object.assign(one, { step: one.step + 1, again: false })
      if (one.step < one.scenario.steps.length) this.proceed(one)
    }
    this.fill()
    if (this.isOver()) this.whenOver?.()
  }

  private countDown(): void {
    if (!this.awaited) return
    this.awaited.count -= 1
    if (this.awaited.count === 0) this.awaited.resolve()
  }

  /** What is told to the end waits for the sweep. */
  private proceed(one: Underway): void {
    if (one.scenario.steps[one.step]?.does === "close" && !this.closing) this.toClose.push(one)
    else this.waiting.push(one)
  }

  private fill(): void {
    while (this.process && this.underway.size < ABREAST) {
      const next = this.waiting.shift() ?? this.begin()
      if (!next) return
      this.underway.set(next.scenario.number, next)
      this.send(next)
    }
  }

  private begin(): Underway | undefined {
    if (this.limit === undefined ? this.closing : this.begun >= this.limit) return undefined
    this.begun += 1
    return { scenario: scenarioOf(this.begun), step: 0, failed: 0, sentAt: 0, again: false }
  }

  private send(one: Underway): void {
    one.sentAt = performance.now()
    this.process?.child.send(workOf(one))
  }

  private isOver(): boolean {
    const idle = this.closing && this.underway.size === 0
    return idle && this.waiting.length === 0 && this.toClose.length === 0
  }
}

const workOf = ({ scenario, step }: Underway): Work => ({ scenario: scenario.number, step })

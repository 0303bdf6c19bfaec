import { setTimeout as sleep } from "node:timers/promises"
import { ReconciliationError } from "../../src/modules/reconciliation/domain/errors"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { keyOf, Scenario, STEPS, type Step } from "./scenarios"

/** Milliseconds in which every step must have its answer, however often the database goes away. */
const PATIENCE = 300_000
const PAUSE = 15

/** What writers did and were told. */
export interface Told {
  scenarios: number
  /** Steps that were answered, and how often somebody had to ask again. */
  steps: number
  again: number
  /** Steps asked once more after their answer, with the same key. */
  twice: number
  slowest: number
  /** Errors that were no answer, by their code or name. */
  readonly unanswered: Record<string, number>
  /** Refusals, and answers that differ from the first one of the same key: there must be none. */
  readonly wrong: string[]
}

export const nothingTold = (): Told => ({
  scenarios: 0,
  steps: 0,
  again: 0,
  twice: 0,
  slowest: 0,
  unanswered: {},
  wrong: [],
})

/** Scenarios of orders, several abreast, until it is enough; what has begun is ended. */
export class Writers {
  private next = 0

  constructor(
    private readonly ledger: ReconciliationModuleService,
    readonly told: Told = nothingTold(),
  ) {}

  async live(abreast: number, isEnough: (scenarios: number) => boolean): Promise<void> {
    const writer = async (): Promise<void> => {
      while (!isEnough(this.next)) {
        const scenario = new Scenario(this.next)
        this.next += 1
        for (const step of STEPS) await this.take(scenario, step)
        this.told.scenarios += 1
      }
    }
    await Promise.all(Array.from({ length: abreast }, writer))
  }

  private async take(scenario: Scenario, step: Step): Promise<void> {
    scenario.happen(step)
    const started = performance.now()
    const first = await this.untilAnswered(scenario, step)
    this.told.slowest = Math.max(this.told.slowest, performance.now() - started)
    this.told.steps += 1
    if (scenario.number % 3 > 0) return
    const second = await this.untilAnswered(scenario, step)
    this.told.twice += 1
    if (second !== first)
      this.told.wrong.push(`${keyOf(scenario.number, step)}: ${first}, and then ${second}`)
  }

  private async untilAnswered(scenario: Scenario, step: Step): Promise<string> {
    const end = Date.now() + PATIENCE
    for (;;) {
      try {
        return await scenario.take(step, this.ledger, keyOf(scenario.number, step))
      } catch (error) {
        this.note(error, keyOf(scenario.number, step))
        if (Date.now() > end) {
          this.told.wrong.push(
            `${keyOf(scenario.number, step)}: no answer within ${PATIENCE} ms: ${String(error)}`,
          )
          return "none"
        }
        this.told.again += 1
        await sleep(PAUSE * (0.5 + Math.random()))
      }
    }
  }

  private note(error: unknown, step: string): void {
    const { code: given, message } = error as { code?: string; message: string }
    const code = (given ?? message).slice(0, 60)
    this.told.unanswered[code] = (this.told.unanswered[code] ?? 0) + 1
    if (error instanceof ReconciliationError && !MOVED.has(error.code)) {
      this.told.wrong.push(`${step}: ${error.code}: ${error.message}`)
    }
  }
}

/** Refusals that tell a caller to look and ask again. */
const MOVED: ReadonlySet<string> = new Set(["version_stale", "account_busy"])

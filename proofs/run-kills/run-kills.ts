import { isDeepStrictEqual } from "node:util"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { CONTENT, fillTables } from "../../bench/reconcile-all/tables"
import { connect, createLedger, openDatabase, type OwnDatabase } from "../../bench/lib/database"
import type { Outcome, Server, Setting, Task } from "../../bench/lib/task"
import type { Fate } from "./dying"
import { LaterActs } from "./later-acts"
import { finishThroughKills, type Killed } from "./kills"

const ACCOUNTS = 5_000
const KILLS = 20
/** Things that people do after the run, on accounts of it. */
const LATER_ACTS = 200
const CONTEXT = { actor: { type: "user", id: "user_proof" }, cause: "proof" } as const

type Runs = ReconciliationModuleService["runs"]

/** Runs whose workers are killed again and again leave what runs leave that nobody kills. */
export const runKills: Task = {
  name: "run-kills",
  goal: `a run over ${ACCOUNTS} accounts by two workers, of which one is killed with kill -9 at ${KILLS} random moments: the rows and the figures of one that nobody killed; so its undo, which after ${LATER_ACTS} edits and reversals is refused with the list, or cascaded as previewed`,
  // A chunk of a killed worker is another's only when its lease has run out.
  apart: true,
  small: { scale: 0.1, trials: 3 },
  run: async ({ scale, trials: kills = KILLS, server: start, say }) => {
    const server = await start()
    const template = await openDatabase(server, 1)
    try {
      await createLedger(template.knex)
      await fillTables(template.knex, Math.max(200, Math.round(ACCOUNTS * scale)))
      await template.knex.destroy()
      return await new Proof(server, template.url, say).of(kills, scale >= 1 && kills >= KILLS)
    } finally {
      await template.drop()
    }
  },
}

/** What a run has left, by rows and by its own figures. */
interface Left {
  readonly content: object
  readonly counts: object
  readonly undone: object
}

class Proof {
  constructor(
    private readonly server: Server,
    private readonly template: string,
    private readonly say: Setting["say"],
  ) {}

  async of(kills: number, full: boolean): Promise<Outcome> {
    const clean = await this.inCopy(async (runs, own) => runAndUndo(own, runs, async () => alone(runs)))
    const reports: Killed[] = []
    const killed = await this.inCopy(async (runs, own) =>
      runAndUndo(own, runs, async (runId) => {
        reports.push(await finishThroughKills(own, { runs, runId, kills, fate: "lives" }))
      }),
    )
    const same = isDeepStrictEqual(killed, clean)
    this.say(same ? "killed at random: the same rows and figures" : `OTHERWISE: ${told(killed, clean)}`)
    const cut = reports.reduce((sum, one) => sum + one.cut, 0)
    const died = reports.reduce((sum, one) => sum + one.kills, 0)
    this.say(`${died} kills in the run and its undo cut ${cut} chunks, which another worker did`)
    const [written, careless] = [await this.dying(clean, "dies written"), await this.dying(clean, CARELESS)]
    this.say(`dead between writing and closing a chunk: ${written ? "the same" : "OTHERWISE"}`)
    this.say(`control, each statement committed by itself: ${careless ? "NOT NOTICED" : "noticed"}`)
    const later = await this.inCopy(async (runs, own) => this.afterLaterActs(runs, own))
    return {
      holds: same && cut > 0 && written && !careless && later.length === 0,
      full,
      figures: { kills: died, cut, later },
    }
  }

  /** Whether a run of which the first worker dies in the middle of its first chunk leaves what the others leave. */
  private async dying(clean: Left, fate: Fate): Promise<boolean> {
    const left = await this.inCopy(async (runs, own) =>
      runAndUndo(own, runs, async (runId) => {
        await finishThroughKills(own, { runs, runId, kills: 0, fate })
      }),
    )
    return isDeepStrictEqual(left, clean)
  }

  /** What of a run's undo after people's acts is otherwise than it should be. */
  private async afterLaterActs(runs: Runs, own: OwnDatabase): Promise<string[]> {
    const { id } = await runs.start({ scope: {}, context: CONTEXT })
    await alone(runs)
    const later = new LaterActs(own, CONTEXT)
    const acted = await later.perform(LATER_ACTS)
    const wrong = await later.wrongInUndo(runs, id)
    this.say(
      `after ${acted} edits and reversals: ${wrong.length === 0 ? "refused, then cascaded as previewed" : wrong.join("; ")}`,
    )
    return wrong
  }

  private async inCopy<Result>(work: (runs: Runs, own: OwnDatabase) => Promise<Result>): Promise<Result> {
    const own = await openDatabase(this.server, 1, this.template)
    const pool = connect(own.url, 2)
    try {
      const { runs } = new ReconciliationModuleService({ __pg_connection__: pool }, { mirror: false })
      return await work(runs, own)
    } finally {
      await pool.destroy()
      await own.drop()
    }
  }
}

const CARELESS: Fate = "dies written, each statement committed"

const told = (killed: Left, clean: Left): string => JSON.stringify({ killed, clean })

async function alone(runs: Runs): Promise<void> {
  while (await runs.work("alone"));
}

async function runAndUndo(
  own: OwnDatabase,
  runs: Runs,
  finish: (runId: string) => Promise<void>,
): Promise<Left> {
  const run = await runs.start({ scope: {}, context: CONTEXT })
  await finish(run.id)
  const content = await own.row(CONTENT)
  const { counts } = await runs.retrieve(run.id)
  const undo = await runs.undo({ runId: run.id, context: CONTEXT })
  await finish(undo.id)
  return { content, counts, undone: [await own.row(CONTENT), (await runs.retrieve(undo.id)).counts] }
}

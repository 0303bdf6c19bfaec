import {
  BrokenScenario,
  emptyTally,
  playScenario,
  type ScenarioTerms,
  type Tally,
} from "../../test/support/model/scenario"
import { MemoryLedger } from "../../test/support/model/memory-ledger"
import { PostgresLedger } from "../../integration-tests/setup/model-ledger"
import { createLedger, openDatabase, type OwnDatabase } from "../../bench/lib/database"
import type { Outcome, Setting, Task } from "../../bench/lib/task"
import { BROKEN_CORES } from "./broken-cores"
import { playInProcesses, together, type Played } from "./scenarios"

const SCENARIOS = 10_000
const SCENARIOS_ON_POSTGRES = 500
const COMMANDS = 50
const PROCESSES = 2
/** Scenarios on PostgreSQL at a time; each in a database of its own, for what no act moves is looked for in all accounts. */
const LANES = 4
/** A broken core must be caught in so many scenarios. */
const CONTROL = 3000
/** Of each kind of command, at least this share must be accepted. */
const ACCEPTED = 0.6
/** Asked for less often, a share says little: of a kind that 78 % are accepted of, 11 give 6 at most in 7 % of all runs, and 40 give fewer than 24 in 0.3 %. */
const FEW = 40

/** Random scenarios of accounts, on the pure core and on PostgreSQL, every command audited. */
export const model: Task = {
  name: "model",
  goal: `${SCENARIOS} scenarios of up to ${COMMANDS} commands on the pure core, ${SCENARIOS_ON_POSTGRES} on PostgreSQL: 0 rules broken after each command`,
  small: { scale: 0.02, trials: 1 },
  run: async (setting) => {
    const server = await setting.server()
    const databases = await Promise.all(Array.from({ length: LANES }, () => openDatabase(server, 1)))
    try {
      return await prove(setting, databases)
    } finally {
      await Promise.all(databases.map((database) => database.drop()))
    }
  },
}

async function prove({ scale, say }: Setting, databases: readonly OwnDatabase[]): Promise<Outcome> {
  const count = Math.max(PROCESSES, Math.round((SCENARIOS * scale) / PROCESSES) * PROCESSES)
  const share = count / PROCESSES
  const memory = await playInProcesses(
    Array.from({ length: PROCESSES }, (_, index) => ({
      first: 1 + index * share,
      count: share,
      commands: COMMANDS,
    })),
  )
  const inMemory = together(memory.map(({ tally }) => tally))
  report("pure core", inMemory, say)

  await Promise.all(databases.map(({ knex }) => createLedger(knex)))
  const onPostgres = await scenariosOnPostgres(
    databases,
    Math.max(4, Math.round(SCENARIOS_ON_POSTGRES * scale)),
  )
  report("PostgreSQL", onPostgres.tally, say)

  const broken = [...memory, onPostgres].flatMap((played) => (played.broken === null ? [] : [played.broken]))
  for (const text of broken) say(`BROKEN: ${text}`)
  const refusing = [inMemory, onPostgres.tally].flatMap(refusedTooOften)
  for (const text of refusing) say(`REFUSED TOO OFTEN: ${text}`)
  const uncaught = await playBroken(say)
  return {
    holds: broken.length + refusing.length + uncaught.length === 0,
    full: inMemory.scenarios >= SCENARIOS && onPostgres.tally.scenarios >= SCENARIOS_ON_POSTGRES,
    figures: { inMemory, onPostgres: onPostgres.tally, broken, refusing, uncaught },
  }
}

async function scenariosOnPostgres(databases: readonly OwnDatabase[], scenarios: number): Promise<Played> {
  const tally = emptyTally()
  let broken: string | null = null
  let seed = 0
  const lane = async ({ knex }: OwnDatabase): Promise<void> => {
    while (seed < scenarios && broken === null) {
      seed += 1
      try {
        const openLedger = (terms: ScenarioTerms): PostgresLedger => new PostgresLedger(knex, terms)
        await playScenario({ seed, commands: COMMANDS, openLedger }, tally)
      } catch (error) {
        broken = error instanceof Error ? error.message : String(error)
      }
    }
  }
  await Promise.all(databases.map(lane))
  return { tally, broken }
}

/** The negative control: gives the broken cores that nobody noticed. */
async function playBroken(say: Setting["say"]): Promise<string[]> {
  const uncaught: string[] = []
  for (const [name, core] of Object.entries(BROKEN_CORES)) {
    const caught = await scenariosUntilCaught(core)
    say(`control, ${name}: ${caught === null ? "NOT CAUGHT" : `caught in scenario ${caught}`}`)
    if (caught === null) uncaught.push(name)
  }
  return uncaught
}

/** The first scenario in which a core was caught for what it does; null when it was not. */
async function scenariosUntilCaught(core: (typeof BROKEN_CORES)[string]): Promise<number | null> {
  for (let seed = 1; seed <= CONTROL; seed += 1) {
    try {
      const openLedger = (terms: ScenarioTerms): MemoryLedger => new MemoryLedger(terms, core)
      await playScenario({ seed, commands: COMMANDS, openLedger }, emptyTally())
    } catch (error) {
      if (!(error instanceof BrokenScenario)) throw error
      if (core.seenAs.test(error.message)) return seed
    }
  }
  return null
}

function report(
  where: string,
  { scenarios, commands, kinds, states, codes, largest }: Tally,
  say: Setting["say"],
): void {
  say(`${where}: ${scenarios} scenarios, ${commands} commands, sums up to ${largest} minor units`)
  const shares = Object.entries(kinds).map(([name, { accepted, refused }]) => {
    const share = Math.round((100 * accepted) / (accepted + refused))
    return `${name} ${accepted}${refused > 0 ? ` of ${accepted + refused} (${share} %)` : ""}`
  })
  say(`  accepted: ${shares.join(", ")}`)
  say(`  refused: ${listed(codes)}; states reached: ${listed(states)}`)
}

const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ")

function refusedTooOften({ kinds }: Tally): string[] {
  return Object.entries(kinds).flatMap(([name, { accepted, refused }]) => {
    const asked = accepted + refused
    return asked >= FEW && accepted / asked < ACCEPTED ? [`${name}: ${accepted} of ${asked}`] : []
  })
}

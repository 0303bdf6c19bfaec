import { createLedger, openDatabase, type OwnDatabase } from "../../../bench/lib/database"
import type { Server } from "../../../bench/lib/task"
import { auditScenarios, differingScenarios, type Audit } from "./contents"
import { liveThroughKills, type KillReport } from "./kills"
import type { Way } from "./process"
import { GUARDS_OFF } from "./stepwise"

/** Milliseconds after which a change would be refused because a dead one still held its account. */
const STUCK = 30_000

interface Compared {
  readonly report: KillReport
  readonly audit: Audit
  /** Scenarios whose rows are not those of a ledger that nobody killed. */
  readonly different: number
}

export interface RandomOutcome extends Compared {
  readonly holds: boolean
  readonly control: Compared & { readonly rulesBroken: number }
  /** The control without kills: it must not differ, or something else than the kills would be its fault. */
  readonly unharmed: Compared
}

/** Kills at random moments, the ledger's way and then the control's. */
export async function killAtRandom(
  server: Server,
  { kills, controlKills, say }: { kills: number; controlKills: number; say: (line: string) => void },
): Promise<RandomOutcome> {
  return withDatabases(server, async ([killed, spared]) => {
    const { report, audit, different } = await compare(killed, spared, { kills, way: "ledger", say })
    tell(say, { report, audit, different })
    const clean =
      audit.lost + audit.doubled + audit.violations.length + different === 0 &&
      report.failures.length + report.forgotten + report.leftOpen === 0 &&
      report.slowestAgain < STUCK
    const [control, unharmed] = await withDatabases(server, async ([broken, whole]) => {
      for (const { knex } of [broken, whole]) await knex.raw(GUARDS_OFF)
      const after = await compare(broken, whole, { kills: controlKills, way: "stepwise", say })
      const without = await auditScenarios(whole, after.report.scenarios)
      return [after, { ...after, audit: without, different: 0 }] as const
    })
    const caught =
      control.different > 0 &&
      control.audit.violations.length > 0 &&
      unharmed.audit.lost + unharmed.audit.doubled + unharmed.audit.violations.length === 0
    say(
      `control, row by row without a transaction, ${controlKills} kills: ${control.audit.lost} lost, ` +
        `${control.audit.doubled} doubled, ${control.audit.violations.length} rules broken, ${control.different} of ` +
        `${control.report.scenarios} scenarios differ; without kills ${unharmed.audit.violations.length} rules broken: ` +
        (caught ? "it fails, as it must" : "IT DOES NOT FAIL AS IT MUST"),
    )
    const rulesBroken = control.audit.violations.length
    // Hundreds of sentences that all say the same: a few of them show what the control breaks.
    const examples = control.audit.violations.slice(0, 5)
    const shown = { ...control, rulesBroken, audit: { ...control.audit, violations: examples } }
    return { holds: clean && caught, report, audit, different, control: shown, unharmed }
  })
}

async function compare(
  killed: OwnDatabase,
  spared: OwnDatabase,
  { kills, way, say }: { kills: number; way: Way; say: (line: string) => void },
): Promise<Compared> {
  const report = await liveThroughKills(killed, { kills, way, say })
  await liveThroughKills(spared, { kills: 0, scenarios: report.scenarios, way, say })
  return {
    report,
    audit: await auditScenarios(killed, report.scenarios),
    different: (await differingScenarios(killed, spared, report.scenarios)).length,
  }
}

function tell(say: (line: string) => void, { report, audit, different }: Compared): void {
  say(
    `${report.kills} kills at random: ${report.steps} steps of ${report.scenarios} customers answered, ` +
      `${report.interrupted} cut off (after every other kill: ${report.committed} stood, ${report.absent} did not)`,
  )
  say(`PostgreSQL saw just before: ${JSON.stringify(report.connections)}`)
  say(
    `answered and gone ${report.forgotten}, left open ${report.leftOpen}, failed ${report.failures.length}, ` +
      `the slowest change after a kill ${report.slowestAgain} ms, orders of ${report.swept} customers repaired by the sweep`,
  )
  say(
    `${audit.lost} lost, ${audit.doubled} doubled, ${audit.violations.length} rules broken, ` +
      `${different} customers' rows differ from those of a run without kills`,
  )
  for (const what of [...report.failures, ...audit.violations].slice(0, 5)) say(`! ${what}`)
}

/** Two empty ledgers: the one that suffers, and the one that it is compared with. */
async function withDatabases<Result>(
  server: Server,
  work: (databases: readonly [OwnDatabase, OwnDatabase]) => Promise<Result>,
): Promise<Result> {
  const databases = [await openDatabase(server, 2), await openDatabase(server, 2)] as const
  try {
    for (const { knex } of databases) await createLedger(knex)
    return await work(databases)
  } finally {
    for (const database of databases) await database.drop()
  }
}

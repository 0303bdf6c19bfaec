import { checkLedger, type Checked } from "../../bench/lib/check-ledger"
import { createLedger, openDatabase, type OwnDatabase } from "../../bench/lib/database"
import type { Outcome, Setting, Task } from "../../bench/lib/task"
import { ALLOCATIONS_AN_ACCOUNT, checkedRows } from "../../integration-tests/setup/checked-rows"
import { ACCOUNTS_DAMAGED, DAMAGES, placedDamages } from "../../integration-tests/setup/damages"
import { PLANTS } from "../../integration-tests/setup/ledger-plants"
import { ACCOUNTS_PLANTED, plants } from "./plants"

const ALLOCATIONS = 1_000_000
const LONGEST_SECONDS = 30
/** Sizes whose times are compared, as parts of the whole. */
const SIZES = [0.1, 0.3, 1] as const
/** A million times as many rows sort and join a little slower than in step. */
const STEEPEST = 1.5

/** Rows are damaged past the ledger, with triggers off; the ledger's check must name each, and nothing else. */
export const check: Task = {
  name: "check",
  goal: `each of ${DAMAGES.length} damages and of ${PLANTS.length} by others named, none where none is; ${ALLOCATIONS.toLocaleString("en")} allocations in less than ${LONGEST_SECONDS} s, growth within ${STEEPEST} × linear`,
  small: { scale: 0.03, trials: 1 },
  run: async (setting) => {
    const named = await damages(setting)
    const planted = await damagesOfOthers(setting)
    const measured = await times(setting)
    return {
      holds: named.holds && planted.holds && measured.holds,
      full: measured.allocations >= ALLOCATIONS,
      figures: { ...named.figures, ...planted.figures, ...measured.figures },
    }
  },
}

/** The driver takes a question mark for a parameter. */
const escaped = (statement: string): string => statement.replaceAll("?", String.raw`\?`)

async function untriggered({ knex }: OwnDatabase, statements: readonly string[]): Promise<void> {
  await knex.transaction(async (transaction) => {
    await transaction.raw("set local session_replication_role = replica")
    for (const statement of statements) {
      // oxlint-disable-next-line no-await-in-loop -- each stands on the one before
      await transaction.raw(escaped(statement))
    }
  })
}

async function filled(setting: Setting, accounts: number): Promise<OwnDatabase> {
  const database = await openDatabase(await setting.server(), 2)
  await createLedger(database.knex)
  await untriggered(database, checkedRows(accounts))
  await database.knex.raw("vacuum analyze")
  return database
}

type Part = Pick<Outcome, "holds" | "figures">

async function damages(setting: Setting): Promise<Part> {
  const database = await filled(setting, ACCOUNTS_DAMAGED)
  try {
    const clean = await checkLedger(database.knex)
    setting.say(`${clean.check.invariants} rules, undamaged: ${clean.check.faults} faults`)
    const placed = placedDamages()
    for (const { damage, account } of placed)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await untriggered(database, [damage.sql(account)])
    const seen = await checkLedger(database.knex)
    const missed = placed
      .filter(({ damage, account }) => !isNamed(seen, damage, account))
      .map(({ damage }) => damage.does)
    const touched = new Set(placed.flatMap(({ account }) => [account, account + 1, account + 2].map(String)))
    const stray = seen.findings.filter(({ account_id: id }) => id !== null && !touched.has(id))
    setting.say(
      `${placed.length - missed.length} of ${placed.length} damages named, ${stray.length} findings where no damage is`,
    )
    for (const does of missed) setting.say(`NOT NAMED: ${does}`)
    return {
      holds: clean.check.faults === 0 && missed.length === 0 && stray.length === 0,
      figures: { invariants: clean.check.invariants, damages: placed.length, missed, stray: stray.length },
    }
  } finally {
    await database.drop()
  }
}

async function damagesOfOthers(setting: Setting): Promise<Part> {
  const database = await filled(setting, ACCOUNTS_PLANTED)
  try {
    return await plants(setting, database)
  } finally {
    await database.drop()
  }
}

/** Whether the rule that a damage breaks names the row that it was done to, and says what stands there. */
function isNamed({ findings }: Checked, damage: (typeof DAMAGES)[number], account: number): boolean {
  const row = damage.row(account)
  return findings.some(
    (finding) =>
      finding.invariant === damage.invariant &&
      (row.endsWith(":")
        ? finding.account_id === String(account)
        : `${finding.row.table} ${finding.row.id}` === row) &&
      (damage.stored?.(account) ?? finding.stored) === finding.stored &&
      (damage.expected?.(account) ?? finding.expected) === finding.expected,
  )
}

async function times(setting: Setting): Promise<Part & { readonly allocations: number }> {
  const seconds: number[] = []
  let allocations = 0
  for (const size of SIZES) {
    const accounts = Math.max(
      10,
      Math.ceil((ALLOCATIONS * setting.scale * size) / ALLOCATIONS_AN_ACCOUNT / 10) * 10,
    )
    allocations = accounts * ALLOCATIONS_AN_ACCOUNT
    // oxlint-disable-next-line no-await-in-loop -- one size after the other
    const took = await timed(setting, accounts)
    seconds.push(took)
    setting.say(`${allocations.toLocaleString("en")} allocations: ${took.toFixed(1)} s`)
  }
  const [, middle = 0, last = 0] = seconds
  const growth = last / middle / (SIZES[2] / SIZES[1])
  // What a check costs at the least would pass for growth below linear; only the two large sizes are compared.
  const isFast = last < LONGEST_SECONDS && growth < STEEPEST
  return { holds: isFast, allocations, figures: { allocations, seconds, growth: Number(growth.toFixed(2)) } }
}

async function timed(setting: Setting, accounts: number): Promise<number> {
  const database = await filled(setting, accounts)
  try {
    const { check: done } = await checkLedger(database.knex)
    if (done.faults > 0) throw new Error(`undamaged rows have faults: ${JSON.stringify(done.counts)}`)
    return done.milliseconds / 1000
  } finally {
    await database.drop()
  }
}

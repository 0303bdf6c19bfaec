import { checkLedger } from "../../bench/lib/check-ledger"
import type { OwnDatabase } from "../../bench/lib/database"
import type { Outcome, Setting } from "../../bench/lib/task"
import { PLANTS } from "../../integration-tests/setup/ledger-plants"
import { NAMED_BY, RIGHT_TOO } from "../../integration-tests/setup/ledger-plants/named-by"

/** Rows of setup/checked-rows.ts differ by the last digit of an account: a damage is done where there is something to do it to. */
const DIGITS = [3, 4, 0, 1, 2, 5, 14]
const APART = 20
/** Filed under the first account, where it is found. */
const FOUND_IN_THE_FIRST = "allocation-filed-elsewhere"

export const ACCOUNTS_PLANTED = (PLANTS.length + 2) * APART

/** Damages that somebody wrote down who had not seen the check: each must be named by the rule that it breaks. */
export async function plants(
  { say }: Pick<Setting, "say">,
  database: OwnDatabase,
): Promise<Pick<Outcome, "holds" | "figures">> {
  const accounts = new Map<string, string>()
  for (const [index, { name, sql }] of PLANTS.entries()) {
    for (const digit of DIGITS) {
      const account = String((index + 1) * APART + digit)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      if ((await rowsOf(database, sql(account))) === 0) continue
      accounts.set(name, account)
      break
    }
  }
  const { findings } = await checkLedger(database.knex)
  const isNamed = (name: string): boolean => {
    const account = name === FOUND_IN_THE_FIRST ? "1" : accounts.get(name)
    return findings.some(
      ({ invariant, account_id: found }) =>
        invariant === NAMED_BY[name] && (found === null || found === account),
    )
  }
  const missed = PLANTS.map(({ name }) => name).filter((name) => !RIGHT_TOO.has(name) && !isNamed(name))
  say(
    `of ${PLANTS.length} damages by somebody who had not seen the check ${PLANTS.length - missed.length - RIGHT_TOO.size} named, ${RIGHT_TOO.size} may stand in a ledger that is right`,
  )
  for (const name of missed)
    say(`NOT NAMED: ${name}${accounts.has(name) ? "" : ", which was done to nothing"}`)
  return { holds: missed.length === 0, figures: { planted: PLANTS.length, planted_missed: missed } }
}

async function rowsOf({ knex }: OwnDatabase, statement: string): Promise<number> {
  return await knex.transaction(async (transaction) => {
    await transaction.raw("set local session_replication_role = replica")
    const { rowCount } = await transaction.raw<{ rowCount: number | null }>(statement)
    return rowCount ?? 0
  })
}

import type { Settings } from "../settings/options"
import type { Database, Session } from "../ledger/database"
import { assignReceipts, findLastItem, lockReceipts, moveReceiptMark } from "./assign.sql"

type Numbering = Pick<Settings, "receipts" | "firstReceipts">

/** What the statement takes: the series of money and of credit notes, and the first numbers by series and year. */
const parametersOf = ({ receipts: { prefix, creditPrefix }, firstReceipts }: Numbering): unknown[] => [
  prefix,
  creditPrefix,
  JSON.stringify(firstReceipts),
]

/**
 * Numbers what has no number yet: money that came or was paid back, and credit notes. Whatever cuts it short gave no
 * number, and whoever comes next gives it.
 *
 * @returns how many items were numbered
 */
export async function assignNumbers(database: Database, settings: Numbering): Promise<number> {
  return database.transaction(async (session) => {
    // In this order: every transaction that took a number of an item up to here has an id smaller than ours.
    const [last] = await session.run<{ last: string }>(findLastItem)
    const [own] = await session.run<{ transaction: string; oldest: string }>(lockReceipts)
    const numbered = await session.run(assignReceipts, parametersOf(settings))
    await session.run(moveReceiptMark, [last?.last, own?.transaction, own?.oldest])
    return numbered.length
  })
}

/**
 * The same as the last thing that a transaction does, so that its answer can name the number of what it posted. Who
 * numbers next waits for it to end.
 */
export async function assignNumbersWithin(session: Session, settings: Numbering): Promise<void> {
  await session.run(lockReceipts)
  await session.run(assignReceipts, parametersOf(settings))
}

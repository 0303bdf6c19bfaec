import type { ReceiptSettings } from "../settings/options"
import type { Database, Session } from "../ledger/database"
import { assignReceipts, findLastItem, lockReceipts, moveReceiptMark } from "./assign.sql"

/**
 * Numbers what has no number yet: money that came or was paid back, and credit notes. Whatever cuts it short gave no
 * number, and whoever comes next gives it.
 *
 * @returns how many items were numbered
 */
export async function assignNumbers(
  database: Database,
  { prefix, creditPrefix }: ReceiptSettings,
): Promise<number> {
  return database.transaction(async (session) => {
    // In this order: every transaction that took a number of an item up to here has an id smaller than ours.
    const [last] = await session.run<{ last: string }>(findLastItem)
    const [own] = await session.run<{ transaction: string; oldest: string }>(lockReceipts)
    const numbered = await session.run(assignReceipts, [prefix, creditPrefix])
    await session.run(moveReceiptMark, [last?.last, own?.transaction, own?.oldest])
    return numbered.length
  })
}

/**
 * The same as the last thing that a transaction does, so that its answer can name the number of what it posted. Who
 * numbers next waits for it to end.
 */
export async function assignNumbersWithin(
  session: Session,
  { prefix, creditPrefix }: ReceiptSettings,
): Promise<void> {
  await session.run(lockReceipts)
  await session.run(assignReceipts, [prefix, creditPrefix])
}

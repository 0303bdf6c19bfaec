import { ReconciliationError } from "../domain/errors"
import type { Session } from "../ledger/database"
import { keepRow, markRow, undoRow } from "./statements.sql"

/** What became of one row of a batch. */
export type RowOutcome<Answer> = { readonly done: Answer } | { readonly refused: ReconciliationError }

/**
 * Does each row by itself within one transaction: what is refused leaves nothing, and the others stand.
 *
 * @param rows each as it can be done, or why it cannot
 */
export async function rowByRow<Row, Answer>(
  session: Session,
  rows: readonly (Row | ReconciliationError)[],
  work: (row: Row, place: number) => Promise<Answer>,
): Promise<RowOutcome<Answer>[]> {
  const outcomes: RowOutcome<Answer>[] = []
  for (const [place, row] of rows.entries()) {
    if (row instanceof ReconciliationError) {
      outcomes.push({ refused: row })
      continue
    }
    // oxlint-disable-next-line no-await-in-loop -- a later row sees what the one before it recorded
    outcomes.push(await doneOrRefused(session, async () => work(row, place)))
  }
  return outcomes
}

async function doneOrRefused<Answer>(
  session: Session,
  work: () => Promise<Answer>,
): Promise<RowOutcome<Answer>> {
  await session.run(markRow)
  try {
    const done = await work()
    await session.run(keepRow)
    return { done }
  } catch (error) {
    if (!(error instanceof ReconciliationError)) throw error
    await session.run(undoRow)
    return { refused: error }
  }
}

/** The refusal of a batch of which not all can be done. */
export function batchRefused(outcomes: readonly RowOutcome<unknown>[]): ReconciliationError {
  const refused = outcomes.flatMap((one, place) => ("refused" in one ? [{ row: place + 1, ...one }] : []))
  const [first] = refused
  return new ReconciliationError({
    type: "invalid_data",
    code: "batch_refused",
    message: `${refused.length} of ${outcomes.length} payments cannot be recorded, so none was. Row ${first?.row}: ${first?.refused.message}`,
    ids: {
      rows: refused.map(({ row }) => row).join(", "),
      ...Object.fromEntries(refused.slice(0, 20).map(({ row, refused: { code } }) => [`row_${row}`, code])),
    },
    remedy: "Correct these rows, leave them out, or send only_valid: true to record the others.",
  })
}

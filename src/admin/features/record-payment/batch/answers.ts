import type { PaymentRowView, RecordedPaymentsView, RecordPaymentsBody } from "../../../../types/http"
import { MOST_ROWS, type PastedRow } from "./pasted"

/**
 * What the server is asked; null while no row can be read.
 *
 * @param others names of rows of which somebody has said that they are other payments than those they look like
 */
export function bodyOfRows(
  rows: readonly PastedRow[],
  currencyCode: string,
  others: ReadonlySet<string>,
): RecordPaymentsBody | null {
  const bodies = rows.flatMap((row) =>
    row.body ? [{ ...row.body, ...(others.has(row.name) && { confirm_duplicate: true }) }] : [],
  )
  if (bodies.length === 0 || beyondMost(rows) !== null) return null
  return { currency_code: currencyCode, rows: bodies }
}

/** How many could be asked about, where that is more than the server takes at once: then none is. */
export function beyondMost(rows: readonly PastedRow[]): number | null {
  const { length } = rows.filter(({ body }) => body !== null)
  return length > MOST_ROWS ? length : null
}

/** What the server said of each row that it was asked about. */
export function answersOf(
  rows: readonly PastedRow[],
  checked: RecordedPaymentsView | undefined,
): ReadonlyMap<PastedRow, PaymentRowView> {
  const asked = rows.filter(({ body }) => body !== null)
  return new Map(
    asked.flatMap((row, place): [PastedRow, PaymentRowView][] => {
      const answer = checked?.rows[place]
      return answer ? [[row, answer]] : []
    }),
  )
}

/** The lines that were not recorded, as they were pasted. */
export function linesLeft(rows: readonly PastedRow[], recorded: RecordedPaymentsView): string {
  const answers = answersOf(rows, recorded)
  return rows
    .filter((row) => !answers.get(row)?.payment)
    .map(({ line }) => line)
    .join("\n")
}

import type { PaymentRowView, RecordedPaymentsView, RecordPaymentsBody } from "../../../../types/http"
import { MOST_ROWS, type PastedRow } from "./pasted"

/** What the server is asked; null while no row can be read. */
export function bodyOfRows(rows: readonly PastedRow[], currencyCode: string): RecordPaymentsBody | null {
  const bodies = rows.flatMap(({ body }) => (body ? [body] : []))
  if (bodies.length === 0 || bodies.length > MOST_ROWS) return null
  return { currency_code: currencyCode, rows: bodies }
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

import { writeAmount, type AmountText } from "../../../lib/amount-text"

/**
 * A cell, and what ends it. Spreadsheets quote a cell only when a tab or a new line is in it, and double its quotes
 * then; a quote that is not closed right before the end of a cell is a quote that somebody wrote.
 */
const CELL = /(?:"([^"]*(?:""[^"]*)*)"|([^\t\n]*))(\t|\n|$)/y

/**
 * Cells of tab-separated text as spreadsheets copy it: always one row with one cell at least, rows as long as they
 * come. One new line at the end is dropped, a second one is an empty row.
 */
export function readBlock(plain: string): string[][] {
  const text = plain.replaceAll(/\r\n?/g, "\n").replace(/\n$/, "")
  const rows: string[][] = [[]]
  CELL.lastIndex = 0
  for (;;) {
    const [, quoted, bare = "", end] = CELL.exec(text) ?? []
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare)
    if (!end) return rows
    if (end === "\n") rows.push([])
  }
}

/**
 * Amounts for the clipboard; null is an empty cell. What {@link readBlock} and `readAmount` make of `plain` is what
 * was written. `html` is for programs that prefer a table; it holds nothing that needs escaping.
 *
 * @param rows signed minor units; one row with one cell at least
 */
export function writeBlock(
  rows: readonly (readonly (bigint | null)[])[],
  as: AmountText,
): { plain: string; html: string } {
  const texts = rows.map((row) => row.map((units) => (units === null ? "" : writeAmount(units, as))))
  const lines = texts.map((row) => row.join("\t")).join("\n")
  const body = texts.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("")
  return {
    // A last row of one empty cell would be taken for the end of the row before it.
    plain: lines.endsWith("\n") ? `${lines}\n` : lines,
    html: `<table><tbody>${body}</tbody></table>`,
  }
}

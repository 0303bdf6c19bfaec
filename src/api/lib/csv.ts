/** A cell of text; an amount or a day as this program writes it; nothing. */
export type Cell = string | { readonly plain: string } | null

/** Tells programs that do not ask that what follows is UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF"

/** Spreadsheets take what begins so for a formula; in front of a tab or a carriage return they look past it. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

/** A record of RFC 4180: commas, quotes where they are needed, CR LF. A formula that somebody typed becomes text. */
export const record = (cells: readonly Cell[]): string => `${cells.map(written).join(",")}\r\n`

function written(cell: Cell): string {
  if (cell === null) return ""
  if (typeof cell !== "string") return quoted(cell.plain)
  return quoted(FORMULA.test(cell) ? `'${cell}` : cell)
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

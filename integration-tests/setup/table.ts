import type { OrderReconciliation } from "../../src/types/http"

/**
 * An order's reconciliation as a table an accountant can read: what is owed (rows) against what pays
 * (columns), state and code in the corner. A dot is a cell without an amount.
 *
 *   full A       charged  adjusted    net  payment  refund  open
 *   Product 1     108.00    -54.00  54.00   108.00  -54.00  0.00
 *   unallocated                               0.00    0.00
 *   total         108.00    -54.00  54.00   108.00  -54.00  0.00
 *
 * "paid back" (refunds of money that settled nothing) and "elsewhere" (other orders) are shown when
 * there is any.
 */
export function tableOf({ state, code, columns, rows, cells, totals, digits }: OrderReconciliation): string {
  const cell = (row: string, column: string): string =>
    cells.find((one) => one.row === row && one.column === column)?.amount ?? "."
  const sum = (amounts: string[]): string => sumOf(amounts, digits)
  const adjusted = rows.map(({ adjustments }) =>
    adjustments.length === 0 ? "." : sum(adjustments.map(({ amount }) => amount)),
  )
  const shown = (title: string, amounts: string[]): string[][] =>
    amounts.every((amount) => Number(amount) === 0) ? [] : [[title, "", "", "", ...amounts, ""]]
  return aligned([
    [
      code ? `${state} ${code.code}` : state,
      "charged",
      "adjusted",
      "net",
      ...columns.map(({ kind }) => kind),
      "open",
    ],
    ...rows.map(({ key, title, amount, net, open }, index) => [
      title.split(" – ")[0] ?? title,
      amount,
      adjusted[index] ?? ".",
      net,
      ...columns.map(({ id }) => cell(key, id)),
      open,
    ]),
    ...shown(
      "paid back",
      columns.map(({ paid_back: paid }) => paid),
    ),
    ...shown(
      "elsewhere",
      columns.map(({ elsewhere }) => elsewhere.amount),
    ),
    ["unallocated", "", "", "", ...columns.map(({ unallocated }) => unallocated), ""],
    [
      "total",
      sum(rows.map(({ amount }) => amount)),
      sum(adjusted.filter((amount) => amount !== ".")),
      totals.owed,
      ...columns.map(({ amount }) => amount),
      totals.open,
    ],
  ])
}

/** A table written in a test, without the indentation of the code around it. */
export function table(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "")
  const margin = Math.min(...lines.map((line) => line.length - line.trimStart().length))
  return lines.map((line) => line.slice(margin).trimEnd()).join("\n")
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((text, index) => Math.max(text.length, most[index] ?? 0)),
    [],
  )
  const pad = (text: string, index: number): string =>
    index === 0 ? text.padEnd(widths[index] ?? 0) : text.padStart(widths[index] ?? 0)
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n")
}

function sumOf(amounts: readonly string[], digits: number): string {
  const units = amounts.reduce((total, amount) => total + BigInt(amount.replace(".", "")), 0n)
  const figures = (units < 0n ? -units : units).toString().padStart(digits + 1, "0")
  const whole = figures.slice(0, figures.length - digits)
  return `${units < 0n ? "-" : ""}${whole}${digits > 0 ? `.${figures.slice(-digits)}` : ""}`
}

/** The rows of the first table below a heading of a markdown page, by the names of its columns. */
export function rowsUnder(page: string, heading: string): Record<string, string>[] {
  const lines = page.split("\n")
  const begin = lines.findIndex((line) => line === `## ${heading}`)
  if (begin < 0) throw new Error(`the page has no heading "${heading}"`)
  const first = lines.findIndex((line, index) => index > begin && line.startsWith("|"))
  const end = lines.findIndex((line, index) => index > first && !line.startsWith("|"))
  const [header = [], , ...rows] = lines.slice(first, end < 0 ? undefined : end).map(cellsOf)
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])))
}

function cellsOf(line: string): string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim())
}

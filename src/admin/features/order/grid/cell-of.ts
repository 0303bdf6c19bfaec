interface At {
  readonly row: string
  readonly column: string
}

/** The grid's own cell, found by what it shows: only one is drawn of each. Null where it is not drawn. */
export function cellOf({ row, column }: At): HTMLElement | null {
  const cells = document.querySelectorAll<HTMLElement>("[data-grid-part] [data-row][data-column]")
  return [...cells].find(({ dataset }) => dataset["row"] === row && dataset["column"] === column) ?? null
}

/** Goes there without moving the page more than it takes to see the cell. @returns whether it is drawn */
export function focusCell(at: At): boolean {
  const cell = cellOf(at)
  cell?.focus({ preventScroll: true })
  cell?.scrollIntoView({ block: "nearest", inline: "nearest" })
  return cell !== null
}

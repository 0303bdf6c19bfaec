export type Block = readonly (readonly string[])[]

/** Titles of the grid, and where in it the first amount of a block lands. */
export interface Titles {
  rows: readonly string[]
  columns: readonly string[]
  /** Index of a row. */
  top: number
  /** Index of a column. */
  left: number
}

export interface WithoutHeadings {
  block: Block
  /** True where the dropped headings name other rows or columns than those that the amounts land in. */
  elsewhere: boolean
}

/**
 * Drops a first row of column titles and a first column of row titles, if amounts are left beside them; with both, the
 * corner may hold anything ("Item"). A heading that is no title of this grid stays, and is refused as an amount where
 * people see it.
 */
export function withoutHeadings(block: Block, { rows, columns, top, left }: Titles): WithoutHeadings {
  const head = { cells: block[0] ?? [], titles: columns, from: left }
  const side = { cells: block.map((row) => row[0] ?? ""), titles: rows, from: top }
  const [isHigh, isWide] = [block.length > 1, block.some((row) => row.length > 1)]
  const hasBoth = isHigh && isWide && isHeading(behindCorner(head)) && isHeading(behindCorner(side))
  const hasHead = hasBoth || (isHigh && isHeading(head))
  const hasSide = hasBoth || (isWide && isHeading(side))
  const [down, across] = [hasHead ? 1 : 0, hasSide ? 1 : 0]
  return {
    block: block.slice(down).map((row) => row.slice(across)),
    elsewhere:
      (hasHead && !isInPlace(hasSide ? behindCorner(head) : head)) ||
      (hasSide && !isInPlace(hasHead ? behindCorner(side) : side)),
  }
}

interface Heading {
  cells: readonly string[]
  /** All titles of the grid in this direction. */
  titles: readonly string[]
  /** Index of the title above, or beside, the first amount. */
  from: number
}

const behindCorner = (heading: Heading): Heading => ({ ...heading, cells: heading.cells.slice(1) })

const plain = (text: string): string => text.replaceAll(/\s+/g, " ").trim().toLowerCase()

/**
 * True where something is written, and all of it is titles. An article may be called "501": without a letter in any
 * of them they must stand in their very places, or amounts would be dropped that look like a title.
 */
function isHeading(heading: Heading): boolean {
  const known = new Set(heading.titles.map(plain))
  const written = heading.cells.map(plain).filter((cell) => cell !== "")
  if (written.length === 0 || !written.every((cell) => known.has(cell))) return false
  return written.some((cell) => /\p{L}/u.test(cell)) || isInPlace(heading)
}

/** True where each title is that of its place; blank cells say nothing. */
function isInPlace({ cells, titles, from }: Heading): boolean {
  return cells.every((cell, index) => plain(cell) === "" || plain(cell) === plain(titles[from + index] ?? ""))
}

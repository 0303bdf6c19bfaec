/**
 * Matching codes are stored as ranks (1, 2, 3 …) and rendered as letters: a … z, aa, ab … This is
 * bijective base 26, as spreadsheet columns are named. Sort by rank, never by letters.
 */
const LETTERS = 26
const FIRST_LETTER = "a".charCodeAt(0)

/** Renders a rank: upper case when what it holds together is wholly paid. */
export function matchingCode(rank: number, closed: boolean): string {
  let letters = ""
  for (let rest = rank; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    letters = String.fromCharCode(FIRST_LETTER + ((rest - 1) % LETTERS)) + letters
  }
  return closed ? letters.toUpperCase() : letters
}

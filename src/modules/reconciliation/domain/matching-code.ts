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

/** As long as a code is that an account may come to; longer words are names. */
const MOST_LETTERS = 4

/** The rank that letters stand for, in whatever case; null of what is no code. */
export function rankOfCode(text: string): number | null {
  const letters = text.toLowerCase()
  if (!/^[a-z]+$/.test(letters) || letters.length > MOST_LETTERS) return null
  let rank = 0
  for (let place = 0; place < letters.length; place += 1)
    rank = rank * LETTERS + letters.charCodeAt(place) - FIRST_LETTER + 1
  return rank
}

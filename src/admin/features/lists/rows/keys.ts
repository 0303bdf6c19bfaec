/** What a key does in a list. */
export type Command =
  | "next"
  | "previous"
  | "select"
  | "range"
  | "open"
  | "why"
  | "reconcile"
  | "apply"
  | "check"
  | "download"
  | "search"
  | "clear"

/**
 * Where a key is pressed: in a row itself, on another button or link of the list, or where nothing has the focus. A field,
 * and what stands over the page, keep all their keys.
 */
export type Place = "row" | "control" | "nowhere" | "field"

export interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  /** Ctrl, Cmd or Alt is held: the browser's or the host's. */
  readonly isChord: boolean
}

const LETTERS: Readonly<Record<string, Command>> = {
  j: "next",
  k: "previous",
  x: "select",
  r: "reconcile",
  a: "apply",
  e: "download",
  f: "check",
  "/": "search",
}

const ROW_KEYS: Readonly<Record<string, Command>> = {
  ArrowDown: "next",
  ArrowUp: "previous",
  Enter: "open",
  " ": "why",
}

/** What a key does; null where it is not ours. */
export function commandOf({ key, shiftKey, isChord }: Pressed, place: Place): Command | null {
  if (isChord || place === "field") return null
  if (key === "Escape") return "clear"
  if (shiftKey && key.toLowerCase() === "x") return "range"
  // "/" is a key with Shift on many keyboards.
  if (shiftKey && key !== "/") return null
  const letter = LETTERS[key]
  if (letter) return letter
  const command = ROW_KEYS[key] ?? null
  // A button that has the focus is pressed; arrows beside the list scroll the page.
  if (place === "row") return command
  if (place === "control") return command === "next" || command === "previous" ? command : null
  return command === "open" || command === "why" ? command : null
}

/** The ids between two, both included, in the order of the list; none where one of them is not there. */
export function between(ids: readonly string[], one: string, other: string): string[] {
  const [first, last] = [ids.indexOf(one), ids.indexOf(other)].toSorted((a, b) => a - b)
  if (first === undefined || last === undefined || first < 0) return []
  return ids.slice(first, last + 1)
}

import type { Speech } from "./speech"

/** What stands on a key of the reader's keyboard: "Entrée" for Enter; a letter or a sign as it is. */
export function keyCap(key: string, { t, has }: Pick<Speech, "t" | "has">): string {
  const name = `shortcuts.caps.${key}`
  return /^[A-Za-z]{2,}$/.test(key) && has(name) ? t(name) : key
}

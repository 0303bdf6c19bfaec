import type { Speech } from "./speech"

const isOnMac = (): boolean => typeof navigator === "object" && /Mac|iPhone|iPad/.test(navigator.platform)

/** What stands on a key of the reader's keyboard: "Entrée" for Enter, Cmd for Ctrl on a Mac; a letter or a sign as it is. */
export function keyCap(key: string, { t, has }: Pick<Speech, "t" | "has">, isMac = isOnMac()): string {
  if (key === "Ctrl" && isMac) return "Cmd"
  const name = `shortcuts.caps.${key}`
  return /^[A-Za-z]{2,}$/.test(key) && has(name) ? t(name) : key
}

/** "Ctrl+S", as the reader's keyboard has it. */
export const chordCap = (letter: string, speech: Pick<Speech, "t" | "has">): string =>
  `${keyCap("Ctrl", speech)}+${letter}`

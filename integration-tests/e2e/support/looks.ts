import type { Look } from "./admin"

/** Both languages, themes and widths, each with each other's in turn. */
export const LOOKS: readonly (Look & { width: number })[] = [
  { language: "en", theme: "light", width: 1440 },
  { language: "en", theme: "dark", width: 390 },
  { language: "fr", theme: "dark", width: 1440 },
  { language: "fr", theme: "light", width: 390 },
]

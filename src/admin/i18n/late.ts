import type { AsideWords } from "./en/aside"
import type { LateWords } from "./en/late"

const READERS: Record<"en" | "fr", () => Promise<LateWords>> = {
  en: async () => (await import("./en/late")).lateEn,
  fr: async () => (await import("./fr/late")).lateFr,
}

/** Those of pages that are seldom opened. */
const ASIDE: Record<keyof typeof READERS, () => Promise<AsideWords>> = {
  en: async () => (await import("./en/aside")).asideEn,
  fr: async () => (await import("./fr/aside")).asideFr,
}

export type Spoken = keyof typeof READERS

/** The language in which somebody of a language of the host reads the plugin: "fr-CA" reads French, "de" English. */
export function spokenOf(language: string): Spoken {
  return language.toLowerCase().startsWith("fr") ? "fr" : "en"
}

/**
 * Words of pages that most readers never open. They are not in the index, which every page of the host's admin loads: a chunk
 * for each language holds them, and nobody loads the language that they do not read.
 */
export async function readLateWords(spoken: Spoken): Promise<LateWords> {
  return await READERS[spoken]()
}

/** The same of the pages that are seldom opened: whoever opens none of them does not load what these say. */
export async function readAsideWords(spoken: Spoken): Promise<AsideWords> {
  return await ASIDE[spoken]()
}

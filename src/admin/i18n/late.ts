import type { LateWords } from "./en/late"

const READERS: Record<"en" | "fr", () => Promise<LateWords>> = {
  en: async () => (await import("./en/late")).lateEn,
  fr: async () => (await import("./fr/late")).lateFr,
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

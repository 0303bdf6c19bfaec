import { listsEn } from "./en/lists"
import { notesEn } from "./en/notes"
import { listsFr } from "./fr/lists"
import { notesFr } from "./fr/notes"

/**
 * Words of pages that most readers never open. They are not in the index, which every page of the host's admin loads: such
 * a page brings them with itself.
 */
export const lateWords = { en: { ...listsEn, ...notesEn }, fr: { ...listsFr, ...notesFr } }

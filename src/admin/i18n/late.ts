import { instalmentsEn } from "./en/instalments"
import { listsEn } from "./en/lists"
import { instalmentsFr } from "./fr/instalments"
import { overviewEn } from "./en/overview"
import { listsFr } from "./fr/lists"
import { overviewFr } from "./fr/overview"
import { notesEn } from "./en/notes"
import { notesFr } from "./fr/notes"

/**
 * Words of pages that most readers never open. They are not in the index, which every page of the host's admin loads: such
 * a page brings them with itself.
 */
export const lateWords = {
  en: { ...listsEn, ...instalmentsEn, ...overviewEn, ...notesEn },
  fr: { ...listsFr, ...instalmentsFr, ...overviewFr, ...notesFr },
}

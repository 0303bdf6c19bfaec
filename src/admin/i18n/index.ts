import { en } from "./en/words"
import { fr } from "./fr/words"

/** The only index file in here: the host takes the default export of each for words of its own. */
export default {
  en: { translation: { reconciliation: en } },
  fr: { translation: { reconciliation: fr } },
}

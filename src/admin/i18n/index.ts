import { en } from "./en"
import { fr } from "./fr"

export default {
  en: { translation: { reconciliation: en } },
  fr: { translation: { reconciliation: fr } },
}

import type { AsideWords } from "../en/aside"
import { auditFr } from "./audit"
import { settingsFr } from "./settings"

export const asideFr: AsideWords = { ...auditFr, ...settingsFr }

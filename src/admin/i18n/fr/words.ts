import { cardFr } from "./card"
import { faultsFr } from "./faults"
import { framesFr } from "./frames"
import { menuFr } from "./menu"
import { namesFr } from "./names"
import { noticesFr } from "./notices"
import type { Words } from "../en/words"

export const fr: Words = {
  ...cardFr,
  ...faultsFr,
  ...framesFr,
  ...menuFr,
  ...namesFr,
  ...noticesFr,
}

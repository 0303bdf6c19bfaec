import { accountFr } from "./account"
import type { Words } from "../en/words"
import { cardFr } from "./card"
import { codeFr } from "./code"
import { errorsFr } from "./errors"
import { faultsFr } from "./faults"
import { gridFr } from "./grid"
import { historyFr } from "./history"
import { membersFr } from "./members"
import { menuFr } from "./menu"
import { mirrorFr } from "./mirror"
import { moneyFr } from "./money"
import { namesFr } from "./names"
import { orderFr } from "./order"
import { orderActsFr } from "./order-acts"
import { receiptFr } from "./receipt"
import { paymentFr } from "./payment"
import { termsFr } from "./terms"
import { uiFr } from "./ui"
import { whyFr } from "./why"

export const fr: Words = {
  ...accountFr,
  ...cardFr,
  ...codeFr,
  ...faultsFr,
  ...gridFr,
  ...historyFr,
  ...membersFr,
  ...menuFr,
  ...mirrorFr,
  ...moneyFr,
  ...namesFr,
  ...orderFr,
  ...orderActsFr,
  ...receiptFr,
  ...paymentFr,
  ...termsFr,
  ...uiFr,
  ...whyFr,
  errorCodes: errorsFr,
}

import { accountFr } from "./account"
import { backFillFr } from "./back-fill"
import { checksFr } from "./checks"
import { codeFr } from "./code"
import { errorsFr } from "./errors"
import { gridFr } from "./grid"
import { historyFr } from "./history"
import { instalmentsFr } from "./instalments"
import { listsFr } from "./lists"
import { membersFr } from "./members"
import { mirrorFr } from "./mirror"
import { moneyFr } from "./money"
import { notesFr } from "./notes"
import { orderFr } from "./order"
import { orderActsFr } from "./order-acts"
import { overviewFr } from "./overview"
import { paymentFr } from "./payment"
import { receiptFr } from "./receipt"
import { runsFr } from "./runs"
import { setUpFr } from "./set-up"
import { termsFr } from "./terms"
import { uiFr } from "./ui"
import { whyFr } from "./why"
import type { LateWords } from "../en/late"

export const lateFr: LateWords = {
  ...accountFr,
  ...backFillFr,
  ...checksFr,
  ...codeFr,
  ...gridFr,
  ...historyFr,
  ...instalmentsFr,
  ...listsFr,
  ...membersFr,
  ...mirrorFr,
  ...moneyFr,
  ...notesFr,
  ...orderFr,
  ...orderActsFr,
  ...overviewFr,
  ...paymentFr,
  ...receiptFr,
  ...runsFr,
  ...setUpFr,
  ...termsFr,
  ...uiFr,
  ...whyFr,
  errorCodes: errorsFr,
}

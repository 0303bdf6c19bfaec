import { accountEn } from "./account"
import { backFillEn } from "./back-fill"
import { checksEn } from "./checks"
import { codeEn } from "./code"
import { errorsEn } from "./errors"
import { gridEn } from "./grid"
import { historyEn } from "./history"
import { instalmentsEn } from "./instalments"
import { listsEn } from "./lists"
import { membersEn } from "./members"
import { mirrorEn } from "./mirror"
import { moneyEn } from "./money"
import { notesEn } from "./notes"
import { orderEn } from "./order"
import { orderActsEn } from "./order-acts"
import { overviewEn } from "./overview"
import { paymentEn } from "./payment"
import { receiptEn } from "./receipt"
import { runsEn } from "./runs"
import { setUpEn } from "./set-up"
import { termsEn } from "./terms"
import { uiEn } from "./ui"
import { whyEn } from "./why"

/** The words of pages and drawers that are loaded when they are opened; they come with the first of these. */
export const lateEn = {
  ...accountEn,
  ...backFillEn,
  ...checksEn,
  ...codeEn,
  ...gridEn,
  ...historyEn,
  ...instalmentsEn,
  ...listsEn,
  ...membersEn,
  ...mirrorEn,
  ...moneyEn,
  ...notesEn,
  ...orderEn,
  ...orderActsEn,
  ...overviewEn,
  ...paymentEn,
  ...receiptEn,
  ...runsEn,
  ...setUpEn,
  ...termsEn,
  ...uiEn,
  ...whyEn,
  errorCodes: errorsEn,
}

export type LateWords = typeof lateEn

import { accountEn } from "./account"
import { cardEn } from "./card"
import { codeEn } from "./code"
import { errorsEn } from "./errors"
import { faultsEn } from "./faults"
import { gridEn } from "./grid"
import { historyEn } from "./history"
import { membersEn } from "./members"
import { menuEn } from "./menu"
import { mirrorEn } from "./mirror"
import { moneyEn } from "./money"
import { namesEn } from "./names"
import { orderEn } from "./order"
import { orderActsEn } from "./order-acts"
import { receiptEn } from "./receipt"
import { paymentEn } from "./payment"
import { termsEn } from "./terms"
import { uiEn } from "./ui"
import { whyEn } from "./why"

/** Every word of the admin, a file for each part of it; another language has the same names. */
export const en = {
  ...accountEn,
  ...cardEn,
  ...codeEn,
  ...faultsEn,
  ...gridEn,
  ...historyEn,
  ...membersEn,
  ...menuEn,
  ...mirrorEn,
  ...moneyEn,
  ...namesEn,
  ...orderEn,
  ...orderActsEn,
  ...receiptEn,
  ...paymentEn,
  ...termsEn,
  ...uiEn,
  ...whyEn,
  errorCodes: errorsEn,
}

export type Words = typeof en

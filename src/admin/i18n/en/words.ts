import { errorsEn } from "./errors"
import { faultsEn } from "./faults"
import { namesEn } from "./names"
import { orderEn } from "./order"
import { uiEn } from "./ui"
import { whyEn } from "./why"

/** Every word of the admin, a file for each part of it; another language has the same names. */
export const en = { ...namesEn, ...orderEn, ...faultsEn, ...uiEn, ...whyEn, errorCodes: errorsEn }

export type Words = typeof en

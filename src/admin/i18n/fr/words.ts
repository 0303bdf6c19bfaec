import type { Words } from "../en/words"
import { errorsFr } from "./errors"
import { faultsFr } from "./faults"
import { namesFr } from "./names"
import { orderFr } from "./order"
import { uiFr } from "./ui"
import { whyFr } from "./why"

export const fr: Words = { ...namesFr, ...orderFr, ...faultsFr, ...uiFr, ...whyFr, errorCodes: errorsFr }

import type { Command } from "../world"
import { chosenRefund } from "./chosen-refund"
import { correct } from "./correct"
import { discount } from "./discount"
import { editMatrix } from "./edit-matrix"
import { hand } from "./hand"
import { members } from "./members"
import { money } from "./money"
import { movedMoney } from "./moved-money"
import { order } from "./order"
import { plan } from "./plan"
import { read } from "./read"
import { takeBack } from "./take-back"
import { transfer } from "./transfer"

/** Every kind of command, family by family. */
export const COMMANDS: readonly Command[] = [
  ...order,
  ...money,
  ...hand,
  ...editMatrix,
  ...takeBack,
  ...plan,
  ...correct,
  ...transfer,
  ...read,
  ...chosenRefund,
  ...movedMoney,
  ...members,
  ...discount,
]

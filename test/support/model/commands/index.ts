import type { Command } from "../world"
import { chosenRefund } from "./chosen-refund"
import { correct } from "./correct"
import { editMatrix } from "./edit-matrix"
import { hand } from "./hand"
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
]

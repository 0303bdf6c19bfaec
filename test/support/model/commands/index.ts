import type { Command } from "../world"
import { chosenRefund } from "./chosen-refund"
import { correct } from "./correct"
import { hand } from "./hand"
import { money } from "./money"
import { order } from "./order"
import { plan } from "./plan"
import { read } from "./read"
import { transfer } from "./transfer"

/** Every kind of command, family by family. */
export const COMMANDS: readonly Command[] = [
  ...order,
  ...money,
  ...hand,
  ...plan,
  ...correct,
  ...transfer,
  ...read,
  ...chosenRefund,
]

import type { Command } from "../world"
import { hand } from "./hand"
import { money } from "./money"
import { order } from "./order"
import { plan } from "./plan"
import { read } from "./read"

/** Every kind of command, family by family. */
export const COMMANDS: readonly Command[] = [...order, ...money, ...hand, ...plan, ...read]

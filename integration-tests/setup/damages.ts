import { AMOUNT_DAMAGES } from "./amount-damages"
import { BESIDE_DAMAGES } from "./beside-damages"
import type { Damage } from "./damage"
import { JOURNAL_DAMAGES } from "./journal-damages"
import { LIST_DAMAGES } from "./list-damages"

export const DAMAGES: readonly Damage[] = [
  ...AMOUNT_DAMAGES,
  ...JOURNAL_DAMAGES,
  ...LIST_DAMAGES,
  ...BESIDE_DAMAGES,
]

/** The account of each damage: none is next to another, and the first ten stay whole. */
export const placedDamages = (): { readonly damage: Damage; readonly account: number }[] =>
  DAMAGES.map((damage, index) => ({ damage, account: (index + 1) * 20 + (damage.of ?? 6) }))

/** So many accounts are wanted for all of them. */
export const ACCOUNTS_DAMAGED = (DAMAGES.length + 2) * 20

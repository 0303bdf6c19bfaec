import { allocationsPlants } from "./allocations"
import { journalPlants } from "./journal"
import { listsPlants } from "./lists"
import { itemsPlants } from "./items"
import { papersPlants } from "./papers"
import type { Plant } from "./words"

/** Damages of the ledger, written down from what its specification promises, by somebody who has not seen its check. */
export const PLANTS: readonly Plant[] = [
  ...allocationsPlants,
  ...journalPlants,
  ...listsPlants,
  ...itemsPlants,
  ...papersPlants,
]

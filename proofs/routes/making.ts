import type { Chance } from "../../bench/lib/chance"
import type { Pool, SeenMatrix } from "./pool"

/** How far a request is from what its route asks for. */
export type Kind = "valid" | "nearly" | "wild"

export interface Making {
  readonly kind: Kind
  readonly chance: Chance
  readonly pool: Pool
  /** The order that a request speaks of as it stands: else few edits would be of the version that stands. */
  readonly fit?: SeenMatrix | undefined
}

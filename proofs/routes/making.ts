import type { Chance } from "../../bench/lib/chance"
import type { Pool } from "./pool"

/** How far a request is from what its route asks for. */
export type Kind = "valid" | "nearly" | "wild"

export interface Making {
  readonly kind: Kind
  readonly chance: Chance
  readonly pool: Pool
}

import type { Standing } from "./standing"

/** What saves over HTTP came to. */
export interface Saved {
  readonly saves: number
  readonly done: number
  /** The others, by their codes. */
  readonly refused: Readonly<Record<string, number>>
  readonly requests: number
  readonly seconds: number
}

/** What two people at a time came to, who saved different cells of one version. */
export interface Pairs {
  readonly trials: number
  readonly oneWon: number
  /** So often the other one was told by whom and what was changed. */
  readonly told: number
}

export interface HostReport {
  readonly saved: Saved
  /** After the writers. */
  readonly held: Standing
  readonly pairs: Pairs
  /** At the end. */
  readonly after: Standing
}

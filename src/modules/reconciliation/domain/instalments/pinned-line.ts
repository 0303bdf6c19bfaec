/** An amount that is meant for a line. */
export interface PinnedLine {
  readonly lineKey: string
  /** Minor units, above zero. */
  readonly amount: bigint
}

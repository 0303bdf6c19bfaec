/** Orders of one kind of batch, read both ways in turn. */
export interface Batch {
  readonly size: number
  /** Milliseconds of CPU an order, of Node alone: medians. */
  readonly graph: number
  readonly statement: number
}

export interface HostReport {
  readonly orders: number
  readonly versions: number
  readonly differences: readonly string[]
  /** How many of the orders an altered amount was found in, of as many as were altered. */
  readonly control: { readonly altered: number; readonly found: number }
  readonly batches: readonly Batch[]
}

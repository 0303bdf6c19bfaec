export interface Cost {
  /** Allocations listed. */
  readonly rows: number
  readonly milliseconds: number
}

export interface EntitiesReport {
  /** One statement over the entities' view, the same fields: the floor. */
  readonly sql: readonly Cost[]
  /** One call of query.graph, with the credit item of each. */
  readonly graph: readonly Cost[]
  /** One call of query.graph for each order: the control. */
  readonly oneByOne: Cost
  /** Amounts that the graph and SQL do not agree on. */
  readonly different: number
}

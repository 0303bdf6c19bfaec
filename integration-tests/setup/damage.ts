/** What somebody did to the rows of setup/checked-rows.ts past the ledger, and which rule must name which row for it. */
export interface Damage {
  readonly does: string
  readonly invariant: string
  /** The last digit of the account that it is done to; any without one. */
  readonly of?: number
  readonly sql: (account: number) => string
  /** The row at fault, as a finding names it. */
  readonly row: (account: number) => string
  /** What the finding must say that stands there, or should. */
  readonly stored?: (account: number) => string
  readonly expected?: (account: number) => string
}

/** Ids of setup/checked-rows.ts: of the lines, deposits and other items of an account, its orders, changes, allocations and codes. */
export const line = (a: number, order: number, place: number): number =>
  (a - 1) * 45 + (order - 1) * 3 + place
export const deposit = (a: number, order: number): number => (a - 1) * 45 + 30 + order
export const more = (a: number, place: number): number => (a - 1) * 45 + 40 + place
export const doc = (a: number, order: number): number => (a - 1) * 10 + order
export const change = (a: number, number: number): number => (a - 1) * 8 + number
export const allocation = (a: number, place: number): number => (a - 1) * 32 + place
export const code = (a: number, rank: number): number => (a - 1) * 20 + rank
export const item = (set: string, id: number): string =>
  `update reconciliation_open_item set ${set} where id = ${id}`
export const allocated = (set: string, id: number): string =>
  `update reconciliation_allocation set ${set} where id = ${id}`

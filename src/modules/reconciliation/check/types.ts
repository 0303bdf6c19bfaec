/** A row that breaks a rule. */
export interface Fault {
  /** The rule's name. */
  readonly invariant: string
  /** The table without its prefix, and the row's id or name in it. */
  readonly table: string
  readonly rowId: string
  readonly accountId: string | null
  readonly documentId: string | null
  readonly kind: string | null
  /** What stands there, and what should. */
  readonly stored: string
  readonly expected: string
}

/** What a check has seen. */
export interface Look {
  /** How many rows break each rule that was asked. */
  readonly counts: Readonly<Record<string, number>>
  /** Of each rule at most a hundred of them. */
  readonly faults: readonly Fault[]
}

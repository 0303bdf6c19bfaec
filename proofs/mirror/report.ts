/** What random histories came to. */
export interface HostReport {
  readonly histories: number
  readonly acts: Readonly<Record<string, number>>
  /** Of them, what the host or the ledger refused. */
  readonly refused: Readonly<Record<string, number>>
  /** How often the process died, by the step before which it did. */
  readonly deaths: Readonly<Record<string, number>>
  readonly rows: Readonly<Record<string, number>>
  /** What must not be, in words. */
  readonly wrong: readonly string[]
  /** The same where the host's rows carry nothing that tells them: it must not be empty. */
  readonly control: readonly string[]
}

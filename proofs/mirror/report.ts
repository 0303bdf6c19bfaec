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

/** What several hosts came to, as one; a control that one of them let pass is none. */
export function together(parts: readonly HostReport[]): HostReport {
  const sums = (of: (part: HostReport) => Readonly<Record<string, number>>): Record<string, number> => {
    const sum: Record<string, number> = {}
    for (const part of parts)
      for (const [name, count] of Object.entries(of(part))) sum[name] = (sum[name] ?? 0) + count
    return sum
  }
  return {
    histories: parts.reduce((sum, { histories }) => sum + histories, 0),
    acts: sums(({ acts }) => acts),
    refused: sums(({ refused }) => refused),
    deaths: sums(({ deaths }) => deaths),
    rows: sums(({ rows }) => rows),
    wrong: parts.flatMap(({ wrong }) => wrong),
    control: parts.every(({ control }) => control.length > 0) ? parts.flatMap(({ control }) => control) : [],
  }
}

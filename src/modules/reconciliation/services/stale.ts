/** Who changed what last, for a refusal that says so. */
export interface LastChange {
  readonly actor: string
  readonly cause: string
  readonly recorded_at: string
}

/** The end of a sentence: who changed it, by what and when; empty when nobody did. */
export function changedBy(last: LastChange | undefined): string {
  return last ? `: it was changed by ${last.actor} (${last.cause}) at ${last.recorded_at}` : ""
}

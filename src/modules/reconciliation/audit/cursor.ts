/** What is read one after the other: orders, then payments, then what has no payment. */
export const PHASES = ["orders", "payments", "captures", "refunds"] as const
export type Phase = (typeof PHASES)[number]

export interface Place {
  readonly phase: Phase
  /** The last id that was read; "" before the first. */
  readonly after: string
}

/** As `placeOf` reads it. */
export const PLACE = /^(?:orders|payments|captures|refunds)\.[ -~]{0,100}$/

export function placeOf(cursor = "orders."): Place {
  const dot = cursor.indexOf(".")
  const phase = PHASES.find((one) => one === cursor.slice(0, dot)) ?? "orders"
  return { phase, after: cursor.slice(dot + 1) }
}

/** Where the next page begins: after the last of a full one, else with the next thing; null after all. */
export function nextPlace(phase: Phase, ids: readonly string[], limit: number): string | null {
  const last = ids.at(-1)
  if (last !== undefined && ids.length === limit) return `${phase}.${last}`
  const next = PHASES[PHASES.indexOf(phase) + 1]
  return next === undefined ? null : `${next}.`
}

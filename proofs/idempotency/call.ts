/** A request that can be made once, and one that asks for something else. */
export interface Call {
  readonly path: string
  readonly body?: unknown
  readonly other: { readonly path?: string; readonly body?: unknown }
  /** It moves a row on and adds none, so that nothing of it can be doubled. */
  readonly movesOn?: true
  /** Who sends it, where it must be somebody else than the shop's admin. */
  readonly headers?: Record<string, string>
}

/** A plan of one payment. */
export const planned = (amount: string): object => ({ instalments: [{ due_on: "2199-01-31", amount }] })

/** A body that says why, and one that says something else. */
export const because = (reason: string, more: object = {}): Pick<Call, "body" | "other"> => ({
  body: { ...more, reason },
  other: { body: { ...more, reason: `${reason}, or so` } },
})

export const CASCADED = { body: {}, other: { body: { cascade: true } } }
export const TERMS = { body: { due: { days: 30 } }, other: { body: { due: { days: 60 } } } }
export const NUMBERED = { body: { number: "F-2026-17" }, other: { body: { number: "F-2026-18" } } }

/** What recording a payment answers. */
export interface Recorded {
  readonly payment: { readonly id: string; readonly account_id: string }
}

/** What the button waits for; null when it can be pressed. */
export type WaitsFor = "amount" | "another" | "preview" | "error" | null

interface Standing {
  readonly hasBody: boolean
  readonly hasError: boolean
  readonly asksAnother: boolean
  readonly isCurrent: boolean
  /** Whether what stands there was sent, and nobody knows if it was recorded. */
  readonly isUnanswered: boolean
}

export function waitOf({ hasBody, hasError, asksAnother, isCurrent, isUnanswered }: Standing): WaitsFor {
  // Asked now, what was recorded would be refused, or look like the payment that it is.
  if (isUnanswered) return null
  if (!hasBody) return "amount"
  if (hasError) return "error"
  if (!isCurrent) return "preview"
  return asksAnother ? "another" : null
}

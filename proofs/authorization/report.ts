/** Whose host is asked: with the flag `rbac`, without it, or with declarations broken on purpose. */
export type HostKind = "rbac" | "plain" | "broken"

/** An answer that should have been another; `route` is its method and path in the build. */
export interface Wrong {
  readonly route: string
  readonly who: string
  readonly answered: number
  readonly wanted: string
}

export interface HostReport {
  readonly people: number
  readonly requests: number
  readonly wrong: readonly Wrong[]
}

/** What the control breaks: a declaration is taken away, and another asks for too little. */
export const TAKEN_AWAY = "PUT /admin/reconciliation/orders/{id}/plan"
export const WEAKENED = "POST /admin/reconciliation/orders/{id}/refunds"

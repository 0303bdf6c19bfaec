export interface RouteFound {
  readonly route: string
  /** Every way in which it was not one effect with one answer. */
  readonly wrong: readonly string[]
}

export interface HostReport {
  readonly routes: readonly RouteFound[]
  readonly requests: number
  /** Effects of as many requests, each under a key of its own: must be as many. */
  readonly control: number
}

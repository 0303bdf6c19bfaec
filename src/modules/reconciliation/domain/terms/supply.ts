/** What a fulfilment of the host did to a line: so many pieces of it, on a day. */
export interface Supply {
  readonly lineKey: string
  /** The host's id. */
  readonly fulfilmentId: string
  readonly step: "fulfilled" | "shipped" | "delivered" | "cancelled"
  /** Decimal, above zero. */
  readonly quantity: string
  readonly occurredAt: string
  readonly occurredOn: string
}

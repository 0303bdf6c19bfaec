import type { OwnerType } from "../owner"

/** An order as the ledger alone knows it, for when the host no longer has it. */
export interface KnownOrder {
  readonly orderId: string
  readonly displayId: string
  readonly ownerType: OwnerType
  readonly ownerId: string
  readonly currencyCode: string
  readonly digits: number
  readonly placedAt: string
  readonly placedOn: string
  readonly hostVersion: number
  /** The ledger's version of it. */
  readonly version: number
  /** Keys under which money stands or stood. */
  readonly moneyKeys: readonly string[]
}

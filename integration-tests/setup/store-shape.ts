import type { Promotion } from "./promotion"

export interface StoreShape {
  currency: string
  /** The unit price of each product, in the currency's main unit. */
  prices: number[]
  /** Per cent; none when absent. */
  taxRate?: number
  taxInclusive?: boolean
  /** What delivery costs; nothing when absent. */
  shipping?: number
  /** A discount on one product, by its place, that customers get with the code. */
  promotion?: Promotion
  /** Where the region is and the customer lives; a country belongs to one region. Default us. */
  country?: string
  /** The id of a sales channel that is there already; by default the store opens one. */
  channel?: string
}

/** A customer, an order without one, a company, or nobody yet: money of an unknown owner. */
export type OwnerType = "customer" | "order" | "company" | "suspense"

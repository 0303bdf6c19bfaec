/** Sends an admin's call. */
export type Post = <Body>(route: string, body: unknown) => Promise<Body>

/** What a store sells. */
export interface Stocked {
  product: string
  variant: string
}

/** So much off the line of a product, named by its place, whatever its quantity. */
export interface Promotion {
  code: string
  off: number
  product: number
}

/** Gives a discount to customers who name its code. */
export async function promote(
  post: Post,
  currency: string,
  { code, off, product, products }: Promotion & { products: Stocked[] },
): Promise<void> {
  await post("promotions", {
    code,
    type: "standard",
    status: "active",
    application_method: {
      type: "fixed",
      target_type: "items",
      allocation: "across",
      value: off,
      currency_code: currency,
      target_rules: [{ attribute: "items.product.id", operator: "eq", values: [products[product]?.product] }],
    },
  })
}

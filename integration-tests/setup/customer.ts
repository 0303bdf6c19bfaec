import type { Host } from "./host"
import type { TestStore } from "./store"

export interface Customer {
  id: string
  token: string
}

/** A customer with a login, which no guest of the same address has. */
export async function register(host: Host, store: TestStore, email = "ada@example.com"): Promise<Customer> {
  const body = { email, password: "a password for tests" }
  const post = async <Body>(route: string, more: object): Promise<Body> =>
    (await host.request<Body>("post", route, more)).body
  const { token: registration } = await post<{ token: string }>("/auth/customer/emailpass/register", { body })
  const headers = {
    "x-publishable-api-key": store.shop.key,
    authorization: `Bearer ${registration}`,
  }
  const { customer } = await post<{ customer: { id: string } }>("/store/customers", {
    body: { email: body.email },
    headers,
  })
  const { token } = await post<{ token: string }>("/auth/customer/emailpass", { body })
  return { id: customer.id, token }
}

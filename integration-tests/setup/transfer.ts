import type { AccountView } from "../../src/types/http"
import type { Customer } from "./customer"
import type { Host } from "./host"
import type { TestStore } from "./store"

/** An order on its way from one customer to another, by the host's own routes. */
export class Transfer {
  constructor(
    private readonly host: Host,
    private readonly store: TestStore,
    private readonly orderId: string,
  ) {}

  /** An admin offers the order to a customer, who has to accept it. */
  async offerTo({ id }: Customer): Promise<void> {
    await this.store.act(`orders/${this.orderId}/transfer`, { customer_id: id })
  }

  /** A customer asks for an order that was placed as a guest; whoever placed it has to accept. */
  async askedFor({ token }: Customer): Promise<void> {
    await this.shop("request", {}, token)
  }

  async accept(): Promise<void> {
    await this.shop("accept", { token: await this.mailed() })
  }

  async decline(): Promise<void> {
    await this.shop("decline", { token: await this.mailed() })
  }

  /** Offers the order and accepts it. */
  async giveTo(customer: Customer): Promise<void> {
    await this.offerTo(customer)
    await this.accept()
  }

  /** What the host leaves to the shop to send: whoever has it may accept or decline. */
  private async mailed(): Promise<string> {
    const [action] = await this.host.sql<{ token: string }>(
      `select a.details->>'token' as token from order_change_action a
         join order_change c on c.id = a.order_change_id
        where c.order_id = ? and c.status = 'requested' and a.action = 'TRANSFER_CUSTOMER'`,
      [this.orderId],
    )
    if (!action) throw new Error(`order ${this.orderId} is on its way to nobody`)
    return action.token
  }

  private async shop(step: string, body: object, token?: string): Promise<void> {
    const headers = {
      "x-publishable-api-key": this.store.shop.key,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    }
    const route = `/store/orders/${this.orderId}/transfer/${step}`
    const answer = await this.host.request("post", route, { body, headers })
    if (answer.status >= 300) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body)}`)
  }
}

/** What a customer's accounts say, each as one line, with the state and code of each order that is in it. */
export async function accountsOf(store: TestStore, customerId: string): Promise<string[]> {
  const { accounts } = await store.get<{ accounts: { id: string }[] }>(
    `reconciliation/accounts?customer_id=${customerId}`,
  )
  const views = await Promise.all(
    accounts.map(
      async ({ id }) => await store.get<{ account: AccountView }>(`reconciliation/accounts/${id}`),
    ),
  )
  return views.map(({ account: { totals, orders } }) => {
    const listed = orders.map(({ state, code }) => `${state} ${code?.code ?? "-"}`)
    return `owed ${totals.owed}, paid ${totals.paid}, open ${totals.open}, unallocated ${totals.unallocated}: ${listed.join(", ") || "no order"}`
  })
}

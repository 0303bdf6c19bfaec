import { TestStore } from "../../../integration-tests/setup/store"
import { send } from "../../../bench/lib/database"
import { eventually, type MortalHost } from "./host"

/** An order of the shop; each has a customer and so an account of its own. */
export interface ShopOrder {
  readonly orderId: string
  readonly customerId: string
  readonly paymentId: string
  readonly accountId: string
}

/** What one capture takes: enough for hundreds of them. */
const CAPTURE = 10
const PRICES = [300, 75, 10_000]

/** What the parent does to a host from outside, by HTTP as any admin. */
export class Shop {
  /** Deposits that were asked for, by their Idempotency-Key: decimal strings. */
  readonly deposits = new Map<string, string>()
  readonly orders: ShopOrder[] = []

  private constructor(
    readonly host: MortalHost,
    private readonly store: TestStore,
  ) {}

  static async open(host: MortalHost): Promise<Shop> {
    return new Shop(host, await TestStore.open(host.asTested(), { currency: "usd", prices: PRICES }))
  }

  /** A checkout by a new customer; resolves when the host has answered, whatever the ledger knows by then. */
  async place(name: string): Promise<string> {
    return this.store.checkOut([0, 1, 2], `${name}@example.com`)
  }

  /** Waits until the ledger knows an order, and keeps it for the audits. */
  async know(orderId: string): Promise<ShopOrder> {
    await eventually(() => this.knows(orderId))
    const account = await this.accountOf(orderId)
    if (!account) throw new Error(`the ledger never heard of ${orderId}`)
    const { id: paymentId } = await this.store.payment(orderId)
    const made = { orderId, paymentId, accountId: account.id, customerId: account.owner }
    this.orders.push(made)
    return made
  }

  async capture({ paymentId }: ShopOrder): Promise<void> {
    await this.store.act(`payments/${paymentId}/capture`, { amount: CAPTURE })
  }

  /** Records a deposit; the same key again is the same deposit. */
  async deposit({ customerId }: ShopOrder, key: string): Promise<{ status: number; body: DepositAnswer }> {
    const amount = "5.00"
    this.deposits.set(key, amount)
    return this.host.asTested().request<DepositAnswer>("post", "/admin/reconciliation/payments", {
      body: { customer_id: customerId, currency_code: "usd", amount, method: "cheque" },
      headers: { ...this.store.admin, "idempotency-key": key },
    })
  }

  /** What host and ledger hold of an order's captures. */
  async captures({ orderId }: ShopOrder): Promise<{ host: number; ledger: number }> {
    const [row] = await send<{ host: number; ledger: number }>(
      this.host.database.knex,
      `select (select count(*)::int from capture c join payment p on p.id = c.payment_id
                 join order_payment_collection l on l.payment_collection_id = p.payment_collection_id
                where l.order_id = $1) as host,
              (select count(*)::int from reconciliation_open_item i
                 join reconciliation_document d on d.id = i.document_id
                where d.order_id = $1 and i.key like 'cap:%') as ledger`,
      [orderId],
    )
    return row ?? { host: 0, ledger: 0 }
  }

  /** How many items a deposit stands in. */
  async depositsOf(key: string): Promise<number> {
    const [row] = await send<{ count: number }>(
      this.host.database.knex,
      "select count(*)::int as count from reconciliation_open_item where key = $1",
      [`deposit:${key}`],
    )
    return row?.count ?? 0
  }

  private async knows(orderId: string): Promise<boolean> {
    return (await this.accountOf(orderId)) !== undefined
  }

  /** The sweep's mark, as text. */
  async watermark(): Promise<string> {
    const [row] = await send<{ at: string }>(
      this.host.database.knex,
      "select at::text from reconciliation_watermark",
    )
    return row?.at ?? ""
  }

  private async accountOf(orderId: string): Promise<{ id: string; owner: string } | undefined> {
    const [row] = await send<{ id: string; owner: string }>(
      this.host.database.knex,
      `select a.id::text as id, a.owner_id as owner from reconciliation_document d
         join reconciliation_account a on a.id = d.account_id where d.order_id = $1`,
      [orderId],
    )
    return row
  }
}

export interface DepositAnswer {
  readonly payment?: { readonly id: string }
}

import type { OpenItemView } from "../../src/types/http"
import { sweep } from "../../src/workflows/sweep/sweep"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { mirrorDue } from "../../src/workflows/mirror/mirror-due"
import type { Host } from "../../integration-tests/setup/host"
import type { TestStore } from "../../integration-tests/setup/store"

const context = { actor: { type: "user", id: "user_ann" }, cause: "mirror" } as const

interface Shown {
  readonly status: string
  readonly customer_id: string
  readonly items: { readonly id: string; readonly quantity: number }[]
  readonly payment_collections: {
    readonly id: string
    readonly status: string
    readonly payments: { readonly id: string; readonly provider_id: string }[] | null
  }[]
}

/** What people do in one history: to its orders in the host, and to its money in the ledger. */
export class HistoryShop {
  private readonly money: string[] = []

  constructor(
    private readonly host: Host,
    private readonly store: TestStore,
    readonly orders: readonly string[],
  ) {}

  get deposits(): readonly string[] {
    return this.money
  }

  /** Records money of some cents. */
  async record(cents: bigint): Promise<void> {
    const [first = ""] = this.orders
    const { customer_id } = await this.shown(first)
    const { payment } = await this.store.act<{ payment: OpenItemView }>("reconciliation/payments", {
      customer_id,
      currency_code: "usd",
      amount: decimal(cents),
      method: "cheque",
    })
    this.money.push(payment.id)
  }

  /** Puts so much of money on an order in all, as far as there is room. */
  async put(deposit: string, orderId: string, cents: bigint): Promise<void> {
    const rows = await this.host.sql<{ id: string; room: string; account: string }>(
      `select i.id::text, d.account_id::text as account, (i.amount - i.allocated + coalesce((
                select sum(a.amount) from reconciliation_live_allocation a
                 where a.debit_item_id = i.id and a.credit_item_id = ?), 0))::text as room
         from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
        where d.order_id = ? and i.side = 'debit' and i.account_id = d.account_id order by i.id`,
      [deposit, orderId],
    )
    const [money] = await this.host.sql<{ room: string }>(
      `select (i.amount - i.allocated + coalesce((
                select sum(a.amount) from reconciliation_live_allocation a
                  join reconciliation_open_item x on x.id = a.debit_item_id
                  join reconciliation_document d on d.id = x.document_id
                 where a.credit_item_id = i.id and d.order_id = ?), 0))::text as room
         from reconciliation_open_item i where i.id = ?`,
      [orderId, deposit],
    )
    let left = least(cents, BigInt(money?.room ?? 0))
    const cells = rows.map(({ id, room }) => {
      const taken = least(left, BigInt(room))
      left -= taken
      return { creditItemId: deposit, debitItemId: id, amount: decimal(taken) }
    })
    const [row] = rows
    if (!row) throw new Error("the order owes nothing")
    const { edits, accounts } = ledgerOf(this.host.container())
    const { version } = await accounts.retrieve(row.account)
    await edits.edit({
      accountId: row.account,
      expectedVersion: version,
      cells,
      context,
      idempotencyKey: undefined,
    })
  }

  async applyAll(): Promise<void> {
    const [first = ""] = this.orders
    const { account_id: account } = await this.store.order(first)
    await this.store.act(`reconciliation/accounts/${account}/reconcile`, { strategy: "oldest_first" })
  }

  async bounce(deposit: string): Promise<void> {
    await this.store.act(`reconciliation/payments/${deposit}/reversals`, {
      kind: "bounced_cheque",
      reason: "no funds",
    })
  }

  async takeBack(deposit: string): Promise<void> {
    const answer = await this.host.request(
      "post",
      `/admin/reconciliation/payments/${deposit}/allocations/delete`,
      {
        headers: this.store.admin,
        body: { cascade: true },
      },
    )
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
  }

  /** Takes a part of the payment that was authorized at the checkout. */
  async capture(orderId: string, share: number): Promise<void> {
    const { payment_collections: all } = await this.shown(orderId)
    const open = all.find(({ status }) => status.endsWith("authorized"))?.payments?.[0]
    if (!open) throw new Error("nothing is authorized")
    await this.store.act(`payments/${open.id}/capture`, share === 1 ? {} : { amount: 170 * share })
  }

  async markPaid(orderId: string): Promise<void> {
    const { payment_collections: all } = await this.shown(orderId)
    const asking = all.find(({ status }) => status === "not_paid")
    if (!asking) throw new Error("nothing asks")
    await this.store.act(`payment-collections/${asking.id}/mark-as-paid`, { order_id: orderId })
  }

  /** Pays back a part of what the host itself took. */
  async refund(orderId: string, amount: number): Promise<void> {
    const { payment_collections: all } = await this.shown(orderId)
    const own = all.find(({ status, id }) => status === "completed" && !id.startsWith("pay_col_R"))
      ?.payments?.[0]
    if (!own) throw new Error("nothing was paid")
    await this.store.act(`payments/${own.id}/refund`, { amount })
  }

  /** Sells one more, or one less. */
  async edit(orderId: string, more: boolean): Promise<void> {
    const { items } = await this.shown(orderId)
    const at = `order-edits/${orderId}`
    await this.store.act("order-edits", { order_id: orderId })
    try {
      const line = items.find(({ quantity }) => quantity > 0)
      if (more) {
        const added = [{ variant_id: this.store.variants[1], quantity: 1 }]
        await this.store.act(`${at}/items`, { items: added })
      } else if (line) await this.store.act(`${at}/items/item/${line.id}`, { quantity: line.quantity - 1 })
      await this.store.act(`${at}/request`)
      await this.store.act(`${at}/confirm`)
    } catch (error) {
      await this.store.send("delete", at).catch(() => undefined)
      throw error
    }
  }

  async cancel(orderId: string): Promise<void> {
    await this.store.act(`orders/${orderId}/cancel`)
  }

  /** Everything that was set off comes to its end, with what jobs would do in the next hour. */
  async settle(): Promise<void> {
    for (let round = 1; round <= 12; round += 1) {
      await this.host.settled()
      await this.host.sql(
        `update reconciliation_mirror set next_at = now() - interval '1 second' where state in ('wanted', 'withdrawing')`,
      )
      await mirrorDue(this.host.container())
      await this.host.settled()
      const { read } = await sweep(this.host.container())
      await this.host.settled()
      const [open] = await this.host.sql<{ count: number }>(
        "select count(*)::int as count from reconciliation_mirror where state in ('wanted', 'withdrawing')",
      )
      if (open?.count === 0 && round > 1 && (read === 0 || round > 3)) return
    }
  }

  private async shown(orderId: string): Promise<Shown> {
    const fields = "id,status,customer_id,*items,*payment_collections,*payment_collections.payments"
    return (await this.store.get<{ order: Shown }>(`orders/${orderId}?fields=${fields}`)).order
  }
}

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other)

export function decimal(cents: bigint): string {
  return `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`
}

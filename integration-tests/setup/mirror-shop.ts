import type { MirrorView, OpenItemView } from "../../src/types/http"
import { mirrorDue } from "../../src/workflows/mirror/mirror-due"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { openFlow, type Flow } from "./flow"
import type { Host } from "./host"
import { upToDate } from "./host-checks"
import type { Bag } from "./order-changes"
import type { ShopShape } from "./standard-shop"

/** How the store shows an order's payments: "captured, 0 due of 168, asks for nothing". */
type Shown = string

interface HostShown {
  status: string
  payment_status: string
  total: number
  summary: { pending_difference: number }
  payment_collections: { id: string; status: string; amount: number; payments: { id: string }[] | null }[]
  customer_id: string
}

const context = { actor: { type: "user", id: "user_ann" }, cause: "mirror" } as const

/** Waits until everything that was set off has come to its end, and does what a job would do in the next minutes. */
export async function settleMirrors(host: Host, orderIds: readonly string[]): Promise<void> {
  for (let round = 1; round <= 20; round += 1) {
    await host.settled()
    for (const id of orderIds) await upToDate(host, id)
    await host.sql(
      "update reconciliation_mirror set next_at = now() - interval '1 second' where state in ('wanted', 'withdrawing')",
    )
    const [open] = await host.sql<{ count: number }>(
      `select (select count(*) from reconciliation_mirror where state in ('wanted', 'withdrawing'))::int
            + (select count(*) from reconciliation_mirror_lease where until > now())::int as count`,
    )
    if (open?.count === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
    await mirrorDue(host.container())
    await host.settled()
  }
  const rows = await host.sql("select document_id, amount, state, refusal, error from reconciliation_mirror")
  throw new Error(`the mirror never settles: ${JSON.stringify(rows)}`)
}

/** An order of the standard shop (168), and money of its customer that came without it. */
export class MirrorShop {
  private deposits = 0

  private constructor(
    private readonly host: Host,
    readonly flow: Flow,
  ) {}

  static async open(host: Host, shape: ShopShape = {}, bag?: Bag): Promise<MirrorShop> {
    return MirrorShop.of(host, await openFlow(host, shape, bag))
  }

  /** Of an order that was placed. */
  static async of(host: Host, flow: Flow): Promise<MirrorShop> {
    await upToDate(host, flow.orderId)
    return new MirrorShop(host, flow)
  }

  get orderId(): string {
    return this.flow.orderId
  }

  get ledger() {
    return ledgerOf(this.host.container())
  }

  async customer(): Promise<string> {
    return (await this.shownOf(this.orderId)).customer_id
  }

  /** Records money; @returns the item's id. */
  async record(amount: number | string): Promise<string> {
    this.deposits += 1
    const { payment } = await this.flow.store.act<{ payment: OpenItemView }>("reconciliation/payments", {
      customer_id: await this.customer(),
      currency_code: "usd",
      amount: typeof amount === "number" ? amount.toFixed(2) : amount,
      method: "cheque",
      reference: `cheque ${this.deposits}`,
    })
    return payment.id
  }

  /** Puts so much of money on an order in all, on its lines in their order; what it had there before is taken off. */
  async put(deposit: string, amount: number, orderId = this.orderId): Promise<void> {
    const account = await this.accountOf(orderId)
    const debits = await this.host.sql<{ id: string; open: string; own: string }>(
      `select i.id::text, (i.amount - i.allocated)::text as open,
              coalesce((select sum(a.amount) from reconciliation_live_allocation a
                         where a.debit_item_id = i.id and a.credit_item_id = ?), 0)::text as own
         from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
        where d.order_id = ? and i.side = 'debit' and i.account_id = d.account_id order by i.id`,
      [deposit, orderId],
    )
    let left = BigInt(Math.round(amount * 100))
    const cells = debits.map(({ id, open, own }) => {
      const most = BigInt(open) + BigInt(own)
      const taken = left < most ? left : most
      left -= taken
      const wanted = `${taken / 100n}.${String(taken % 100n).padStart(2, "0")}`
      return { creditItemId: deposit, debitItemId: id, amount: wanted }
    })
    if (left > 0n) throw new Error(`${orderId} has no room for ${amount}`)
    await this.ledger.edits.edit({
      accountId: account,
      expectedVersion: undefined as never,
      cells,
      context,
      idempotencyKey: undefined,
    })
  }

  /** Records money and puts it on the order; the store is told. */
  async pay(amount: number): Promise<string> {
    const deposit = await this.record(amount)
    await this.put(deposit, amount)
    await this.settle()
    return deposit
  }

  async settle(orderIds: readonly string[] = [this.orderId]): Promise<void> {
    await settleMirrors(this.host, orderIds)
  }

  /** The order as the store shows it. */
  async shown(orderId = this.orderId): Promise<Shown> {
    const { status, payment_status, total, summary, payment_collections: all } = await this.shownOf(orderId)
    const asks = all.filter((one) => ["not_paid", "awaiting"].includes(one.status) && one.amount > 0)
    const authorized = all.filter((one) => ["authorized", "partially_authorized"].includes(one.status))
    return [
      ...(status === "canceled" ? ["canceled"] : []),
      payment_status,
      `${round(summary.pending_difference)} due of ${round(total)}`,
      asks.length === 0
        ? "asks for nothing"
        : `asks for ${asks.map(({ amount }) => round(amount)).join(" and ")}`,
      ...(authorized.length > 0
        ? [`authorized ${authorized.map(({ amount }) => round(amount)).join()}`]
        : []),
    ].join(", ")
  }

  /** "recorded 100.00" for each row of the outbox of an order, oldest first. */
  async rows(orderId = this.orderId): Promise<string[]> {
    const rows = await this.host.sql<{ row: string }>(
      `select m.state || ' ' || round(m.amount / 100.0, 2) || coalesce(' ' || m.refusal, '') || coalesce(' ' || m.error, '') as row
         from reconciliation_mirror m join reconciliation_document d on d.id = m.document_id
        where d.order_id = ? order by m.number`,
      [orderId],
    )
    return rows.map(({ row }) => row)
  }

  /** What the order's answer says of its mirror. */
  async told(orderId = this.orderId): Promise<MirrorView[]> {
    return (await this.flow.store.order(orderId)).mirrors
  }

  /** What the ledger has open of an order: debits less credits of its own, less money on account that lies on it. */
  async openInLedger(orderId = this.orderId): Promise<number> {
    const [row] = await this.host.sql<{ open: string }>(
      `select coalesce(sum(case i.side when 'debit' then i.amount - i.allocated else i.allocated - i.amount end), 0)::text as open
         from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id where d.order_id = ?`,
      [orderId],
    )
    return Number(row?.open) / 100
  }

  async accountOf(orderId: string): Promise<string> {
    return (await this.flow.store.order(orderId)).account_id
  }

  async markPaid(orderId = this.orderId): Promise<void> {
    const { payment_collections: all } = await this.shownOf(orderId)
    const open = all.find(({ status }) => status === "not_paid")
    if (!open) throw new Error("nothing asks")
    await this.flow.store.act(`payment-collections/${open.id}/mark-as-paid`, { order_id: orderId })
  }

  async shownOf(orderId: string): Promise<HostShown> {
    const fields =
      "id,status,payment_status,total,summary,customer_id,*payment_collections,*payment_collections.payments"
    return (await this.flow.store.get<{ order: HostShown }>(`orders/${orderId}?fields=${fields}`)).order
  }
}

const round = (amount: number): number => Math.round(amount * 1000) / 1000

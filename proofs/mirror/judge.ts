import type { Host } from "../../integration-tests/setup/host"
import type { TestStore } from "../../integration-tests/setup/store"
import { violationsIn } from "../../integration-tests/setup/audit"

interface HostOrder {
  readonly status: string
  readonly total: number
  readonly items: { readonly total: number }[]
  readonly shipping_methods: { readonly total: number }[]
  readonly credit_lines: { readonly amount: number }[]
  readonly payment_collections: { readonly id: string; readonly status: string; readonly amount: number }[]
  readonly summary: { readonly pending_difference: number }
}

interface LedgerSide {
  /** Minor units: what the order owes by the ledger's own rows, credits of it that went elsewhere aside. */
  readonly open: string
  /** Of it, what the host refuses to count. */
  readonly refused: string
  readonly account: string
}

interface MirrorSide {
  readonly id: string
  readonly state: string
  readonly amount: string
  readonly captures: number
  readonly counted: string
}

/** What of an order must not be as it is, in words: judged by the host's tables and the ledger's, by no code of the mirror. */
export async function judge(host: Host, store: TestStore, orderId: string): Promise<string[]> {
  const fields =
    "id,status,total,summary,*items,*shipping_methods,*credit_lines,*payment_collections,items.total,shipping_methods.total"
  const { order } = await store.get<{ order: HostOrder }>(`orders/${orderId}?fields=${fields}`)
  const [ledger] = await host.sql<LedgerSide>(LEDGER, [orderId])
  const [transactions] = await host.sql<{ sum: string; repaid: string }>(TRANSACTIONS, [orderId, orderId])
  const mirrors = await host.sql<MirrorSide>(MIRRORS, [orderId])
  if (!ledger) return [`${orderId} is not in the ledger`]
  const isCancelled = order.status === "canceled"
  const hostOpen = cents(order.total) - cents(Number(transactions?.sum ?? 0))
  const lines = [...order.items, ...order.shipping_methods].reduce((sum, { total }) => sum + total, 0)
  const lowered = order.credit_lines.reduce((sum, { amount }) => sum + amount, 0)
  const asks = order.payment_collections.filter(({ status, amount }) => status === "not_paid" && amount > 0)
  const isAuthorized = order.payment_collections.some(({ status }) => status.endsWith("authorized"))
  const says = (what: string): string => `${orderId} (${order.status}): ${what}`
  const { problems } = await store.order(orderId)
  return [
    ...(!isCancelled && hostOpen !== Number(ledger.open) + Number(ledger.refused)
      ? [says(`the host says that ${hostOpen} is open, the ledger ${ledger.open}, refused ${ledger.refused}`)]
      : []),
    ...(!isCancelled && cents(order.summary.pending_difference) !== hostOpen
      ? [says(`the host's summary says ${order.summary.pending_difference}, its rows ${hostOpen}`)]
      : []),
    ...(cents(order.total) === cents(lines - lowered) ? [] : [says("its total is not its lines'")]),
    ...(isCancelled || lowered <= Number(transactions?.repaid ?? 0) + 0.001
      ? []
      : [says(`${lowered} was credited, ${transactions?.repaid} refunded by people`)]),
    ...asked(
      asks.map(({ amount }) => cents(amount)),
      { hostOpen, isAuthorized, isCancelled },
    ).map(says),
    ...mirrors.flatMap((row) => wrongOf(row, isCancelled)).map(says),
    ...problems.map(({ code, detail }) => says(`${code}: ${detail}`)),
    ...(await violationsIn(host, ledger.account)).map(says),
  ]
}

const cents = (amount: number): number => Math.round(amount * 100)

function asked(
  asks: readonly number[],
  { hostOpen, isAuthorized, isCancelled }: { hostOpen: number; isAuthorized: boolean; isCancelled: boolean },
): string[] {
  const sum = asks.reduce((total, amount) => total + amount, 0)
  if (isCancelled) return sum === 0 ? [] : [`a cancelled order asks for ${sum}`]
  if (isAuthorized) return sum <= Math.max(hostOpen, 0) ? [] : [`it asks for ${sum}, ${hostOpen} is open`]
  return sum === Math.max(hostOpen, 0) && asks.length <= 1
    ? []
    : [`it asks for ${asks.join(" and ") || "nothing"}, ${hostOpen} is open`]
}

/** A row that is recorded is counted once, one that is not is not counted at all. */
function wrongOf({ id, state, amount, captures, counted }: MirrorSide, isCancelled: boolean): string[] {
  const units = cents(Number(counted))
  switch (state) {
    case "recorded":
      // A cancelled order's was given back on paper.
      return captures === 1 && (units === Number(amount) || (isCancelled && units === 0))
        ? []
        : [`${id} of ${amount} is recorded, counted ${units} by ${captures} captures`]
    case "refused":
    case "withdrawn":
      return captures <= 1 && units === 0 ? [] : [`${id} is ${state} and counted ${units}`]
    default:
      return [`${id} is still ${state}`]
  }
}

const LEDGER = `
  select d.account_id::text as account,
    (coalesce((select sum(case i.side when 'debit' then i.amount else -i.amount end)
                 from reconciliation_open_item i where i.document_id = d.id), 0)
     - coalesce((select sum(a.amount) from reconciliation_live_allocation a
                   join reconciliation_open_item c on c.id = a.credit_item_id and c.kind = 'deposit'
                   join reconciliation_open_item x on x.id = a.debit_item_id and x.document_id = d.id), 0))::text as open,
    coalesce((select sum(m.amount) from reconciliation_mirror m
               where m.document_id = d.id and m.state = 'refused'), 0)::text as refused
    from reconciliation_document d where d.order_id = ?`

const TRANSACTIONS = `
  select coalesce(sum(t.amount), 0)::text as sum,
    (select coalesce(sum(r.amount), 0) from refund r join payment p on p.id = r.payment_id
       join order_payment_collection l on l.payment_collection_id = p.payment_collection_id
      where l.order_id = ? and r.deleted_at is null and r.metadata->'reconciliation_mirror' is null)::text as repaid
    from order_transaction t where t.order_id = ? and t.deleted_at is null`

const MIRRORS = `
  select m.id, m.state, m.amount::text,
    (select count(*)::int from capture c where c.payment_id = 'pay_R' || m.host_name and c.deleted_at is null) as captures,
    (select coalesce(sum(t.amount), 0) from order_transaction t
      where t.order_id = d.order_id and t.deleted_at is null
        and (t.id in ('ordtrx_R' || m.host_name, 'ordtrx_B' || m.host_name)
             or t.reference_id = 'pay_R' || m.host_name))::text as counted
    from reconciliation_mirror m join reconciliation_document d on d.id = m.document_id where d.order_id = ?`

import type { ErrorBody, OrderReconciliation, RefundView } from "../../src/types/http"
import type { Answer, Host } from "./host"
import type { TestStore } from "./store"

export interface Wanted {
  amount: string
  /** What each row gets back, by the row's title or, where it has none, its key. */
  lines: Record<string, string>
  /** The order's first payment when absent. */
  payment?: string
  /** The Idempotency-Key. */
  key?: string
}

export type RefundAnswer = Answer<ErrorBody & { order?: OrderReconciliation; refund?: RefundView }>

interface Place {
  store: TestStore
  orderId: string
}

/** The keys of an order's rows by their titles, of lines without their variant. */
async function rowKeys(host: Host, { store, orderId }: Place): Promise<Map<string, string>> {
  const known = await host.request<{ order?: OrderReconciliation }>(
    "get",
    `/admin/reconciliation/orders/${orderId}`,
    { headers: store.admin },
  )
  return new Map((known.body.order?.rows ?? []).map(({ key, title }) => [title.split(" – ")[0] ?? "", key]))
}

/** Asks for refunds of chosen rows, all of them at once; gives the plugin's answers, whatever they are. */
export async function refundAtOnce(
  host: Host,
  { store, orderId }: Place,
  wanted: readonly Wanted[],
): Promise<RefundAnswer[]> {
  const keys = await rowKeys(host, { store, orderId })
  const payment = await store.payment(orderId)
  return Promise.all(
    wanted.map(({ amount, lines, payment: other, key }) =>
      host.request<RefundAnswer["body"]>("post", `/admin/reconciliation/orders/${orderId}/refunds`, {
        body: {
          payment_id: other ?? payment.id,
          amount,
          lines: Object.entries(lines).map(([title, part]) => ({
            row: keys.get(title) ?? title,
            amount: part,
          })),
        },
        headers: { ...store.admin, ...(key !== undefined && { "idempotency-key": key }) },
      }),
    ),
  )
}

/** Asks for one refund of chosen rows. */
export async function refundRows(host: Host, place: Place, wanted: Wanted): Promise<RefundAnswer> {
  const [answer] = await refundAtOnce(host, place, [wanted])
  if (!answer) throw new Error("nothing was answered")
  return answer
}

/** "200", or the status and code of a refusal. */
export const outcome = ({ status, body }: RefundAnswer): string =>
  status === 200 ? "200" : `${status} ${body.code}`

/** The host's refunds of all orders, oldest first: amount, and whether it was made for chosen rows. */
export async function hostRefunds(host: Host): Promise<{ id: string; amount: string }[]> {
  return host.sql(
    "select id, amount::float8::text as amount from refund where deleted_at is null order by created_at",
  )
}

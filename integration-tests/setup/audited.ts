import type { AuditFinding, AuditPage } from "../../src/types/http"
import type { Host } from "./host"

export interface Audited {
  readonly orders: number
  readonly payments: number
  readonly total: number | null
  readonly findings: readonly AuditFinding[]
}

/** Reads the whole audit, page after page, as a browser does. */
export async function audited(host: Host, headers: Record<string, string>, limit = 500): Promise<Audited> {
  let after: string | null = null
  let found: Audited = { orders: 0, payments: 0, total: null, findings: [] }
  do {
    const query: string = `limit=${limit}${after === null ? "" : `&after=${encodeURIComponent(after)}`}`
    // oxlint-disable-next-line no-await-in-loop -- each page says where the next begins
    const { status, body } = await host.request<{ audit: AuditPage }>(
      "get",
      `/admin/reconciliation/audit?${query}`,
      { headers },
    )
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
    const { audit } = body
    found = {
      orders: found.orders + audit.orders_read,
      payments: found.payments + audit.payments_read,
      total: audit.orders_total ?? found.total,
      findings: [...found.findings, ...audit.findings],
    }
    after = audit.next
  } while (after !== null)
  return found
}

/** What was found of each order: its kinds. What no order has stands under the payment. */
export function kindsByOrder(findings: readonly AuditFinding[]): Record<string, string[]> {
  const kinds: Record<string, string[]> = {}
  for (const { order, payment_id: payment, kind } of findings) {
    const name = order?.id ?? payment ?? "nothing"
    kinds[name] = [...(kinds[name] ?? []), kind].toSorted()
  }
  return kinds
}

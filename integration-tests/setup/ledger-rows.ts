import type { Host } from "./host"

export interface Posted {
  key: string
  side: string
  amount: string
}

/** Everything posted for an order, in the order of posting. */
export async function itemsOf(host: Host, orderId: string): Promise<Posted[]> {
  return host.sql<Posted>(
    `select i.key, i.side, i.amount::text
       from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
      where d.order_id = ? order by i.id`,
    [orderId],
  )
}

/** Money in less money out, by what it came through: payments of the host, and stored value. */
export async function moneyOf(host: Host, orderId: string): Promise<{ payments: number; stored: number }> {
  const [row] = await host.sql<{ payments: string; stored: string }>(
    `select coalesce(sum(case i.side when 'credit' then i.amount else -i.amount end)
                     filter (where i.key like 'cap:%' or i.key like 'ref:%'), 0)::text as payments,
            coalesce(sum(case i.side when 'credit' then i.amount else -i.amount end)
                     filter (where i.key like 'value:%' or i.key like 'out:%'), 0)::text as stored
       from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
      where d.order_id = ?`,
    [orderId],
  )
  return { payments: Number(row?.payments) / 100, stored: Number(row?.stored) / 100 }
}

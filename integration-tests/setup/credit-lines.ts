import { createOrderCreditLinesWorkflow } from "@medusajs/medusa/core-flows"
import type { Host } from "./host"

/** The body of a credit line that an admin gives for goodwill. */
export const goodwill = (amount: number) => ({ amount, reference: "goodwill", reference_id: "sorry" })

/** Several credit lines in one change of the order, as a program would make them. */
export async function creditTogether(host: Host, orderId: string, amounts: number[]): Promise<void> {
  await createOrderCreditLinesWorkflow(host.container()).run({
    input: {
      id: orderId,
      credit_lines: amounts.map((amount) => ({ order_id: orderId, ...goodwill(amount) })),
    },
  })
}

/** The host forgets the newest of its credit lines, and nothing tells of it. */
export async function dropOneCreditLine(host: Host, orderId: string): Promise<void> {
  await host.sql(
    `delete from order_credit_line where id = (
       select id from order_credit_line where order_id = ? order by version desc, id desc limit 1)`,
    [orderId],
  )
}

/** Under which keys credit lines stand, without the order's id, and at what. */
export async function creditKeys(host: Host, orderId: string): Promise<string[]> {
  const rows = await host.sql<{ key: string; net: string }>(
    `select i.key, sum(case i.side when 'credit' then i.amount else -i.amount end)::text as net
       from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
      where d.order_id = ? and i.key like 'cl:%' group by i.key order by i.key`,
    [orderId],
  )
  return rows.map(({ key, net }) => `${key.replace(`${orderId}:`, "")} ${net}`)
}

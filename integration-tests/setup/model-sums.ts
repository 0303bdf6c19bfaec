import type { Ledger } from "./ledger"
import type { Count } from "./model-shop"

/** What an order's rows in the ledger add up to, in minor units. */
export interface Sums extends Count {
  readonly debits: bigint
  readonly credits: bigint
  readonly fromOutside: bigint
}
export const NOTHING: Sums = { owed: 0n, moneyIn: 0n, moneyOut: 0n, debits: 0n, credits: 0n, fromOutside: 0n }

/** Sums of each order's items, and what money from outside it pays on it, less what its own pays elsewhere. */
export async function sumsOfOrders(ledger: Ledger, accountId: string): Promise<Map<string, Sums>> {
  const rows = await ledger.sql<Record<keyof Sums | "order_id", string>>(
    `select d.order_id,
            coalesce(sum(case when i.kind in ('payment', 'stored_value', 'refund') then 0
                              when i.side = 'debit' then i.amount else -i.amount end), 0)::text as "owed",
            coalesce(sum(i.amount) filter (where i.kind in ('payment', 'stored_value')), 0)::text as "moneyIn",
            coalesce(sum(i.amount) filter (where i.kind = 'refund'), 0)::text as "moneyOut",
            coalesce(sum(i.amount - i.allocated) filter (where i.side = 'debit'), 0)::text as "debits",
            coalesce(sum(i.amount - i.allocated) filter (where i.side = 'credit'), 0)::text as "credits",
            (select coalesce(sum(case when t.document_id = d.id then a.amount else -a.amount end), 0)
               from reconciliation_live_allocation a
               join reconciliation_open_item f on f.id = a.credit_item_id
               join reconciliation_open_item t on t.id = a.debit_item_id
              where a.account_id = d.account_id and f.document_id is distinct from t.document_id
                and d.id in (f.document_id, t.document_id))::text as "fromOutside"
       from reconciliation_document d join reconciliation_open_item i on i.document_id = d.id
      where d.account_id = ? group by d.id`,
    [accountId],
  )
  return new Map(
    rows.map(({ order_id, ...sums }) => [
      order_id,
      Object.fromEntries(
        Object.entries(sums).map(([name, units]) => [name, BigInt(units)]),
      ) as unknown as Sums,
    ]),
  )
}

/** Fails, with both sides as text, when two things are not the same. */
export function same(what: string, found: unknown, wanted: unknown): void {
  const text = (value: unknown): string =>
    JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? one.toString() : one), 1)
  if (text(found) !== text(wanted)) throw new Error(`${what}: found ${text(found)}\nwanted ${text(wanted)}`)
}

import type { Ledger } from "./ledger"

/** Orders and deposits by the thousand, four of five settled, as rows of one change; and more of another account beside them. */
export async function fill(ledger: Ledger, accountId: string, orders: number): Promise<void> {
  const [other] = await ledger.sql<{ id: string }>(
    `insert into reconciliation_account (owner_type, owner_id, currency_code, digits)
     values ('customer', ?, 'eur', 2) returning id::text`,
    [`cus_beside_${accountId}`],
  )
  const at = `timestamptz '2026-01-01 09:00+00' + n * interval '20 minutes'`
  const settled = "case when n % 5 = 0 then 0 else 100 + n % 7 end"
  const statements = [
    [accountId, orders],
    [other?.id ?? "", 3 * orders],
  ].flatMap(([account, many]) => {
    const numbers = `generate_series(1, ${many}) n`
    const change = `(select max(id) from reconciliation_change where account_id = ${account} and kind = 'fill')`
    const named = (kind: string): string =>
      `(${kind === "charge" ? "'line:" : "'deposit:"}fill_${account}_' || n)`
    const item = (kind: string, document: string, rest: string): string => `
      insert into reconciliation_open_item (account_id, change_id, kind, key, document_id, side, sequence, line_key, position,
          title, reference, method, occurred_at, occurred_on, accounting_on, amount, allocated)
      select ${account}, ${change}, '${kind}', ${named(kind)}, ${document}, ${rest}, m.at, m.at::date, m.at::date,
             100 + n % 7, ${settled}
        from ${numbers} cross join lateral (select ${at}${kind === "charge" ? "" : " + interval '5 minutes'"} as at) m`
    return [
      `insert into reconciliation_change (account_id, kind, cause, actor_type) values (${account}, 'fill', 'test', 'system')`,
      `insert into reconciliation_document (account_id, order_id, display_id, placed_at, placed_on)
         select ${account}, 'order_fill_${account}_' || n, n, ${at}, (${at})::date from ${numbers}`,
      item("charge", "d.id", `'debit', 1, ${named("charge")}, 1, 'A lesson', '', null`).replace(
        `from ${numbers}`,
        `from ${numbers} join reconciliation_document d on d.order_id = 'order_fill_${account}_' || n`,
      ),
      item("deposit", "null", "'credit', 1, null, 0, 'Deposit', '', 'cash'"),
      `insert into reconciliation_allocation (account_id, change_id, credit_item_id, debit_item_id, amount, origin, rule, step,
           credit_open_before, debit_open_before, occurred_on, accounting_on)
         select ${account}, ${change}, c.id, d.id, d.amount, 'auto', 'line_order', 1, d.amount, d.amount, d.occurred_on, d.occurred_on
           from ${numbers} join reconciliation_open_item c on c.key = ${named("deposit")}
           join reconciliation_open_item d on d.key = ${named("charge")} where n % 5 <> 0`,
    ]
  })
  await ledger.together(...statements)
  await ledger.sql("vacuum analyze")
}

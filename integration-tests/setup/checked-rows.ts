/**
 * A ledger of so many accounts as rows, set-based and without triggers: ten orders an account of three lines with tax, eight of
 * them paid, one in part, one not, and an amount that was put and taken back. By the last digit of an account's number it also
 * has: 0 a plan of payments, 1 money told to the store, 2 a note, 3 an order that moved to the next account, 4 a credit note.
 * It knows nothing of the plugin's sources: who checks these rows is not to have made them.
 */
export const ALLOCATIONS_AN_ACCOUNT = 28

const ORDERS = `select a, k, (a - 1) * 10 + k as doc, timestamptz '2026-01-01 08:00Z' + a * interval '1 second' + k * interval '1 hour' as placed_at
  from generate_series(1, :accounts) a, generate_series(1, 10) k`
const MOVED = `generate_series(3, :accounts, 10) a`
/** Ids: eight changes an account; thirty lines, ten deposits and, of some, five more items. */
const change = (number: number): string => `(a - 1) * 8 + ${number}`
const line = (account: string, order: string, place: string): string =>
  `(${account} - 1) * 45 + (${order} - 1) * 3 + ${place}`
const deposit = (account: string, order: string): string => `(${account} - 1) * 45 + 30 + ${order}`
const more = (account: string, place: number): string => `(${account} - 1) * 45 + 40 + ${place}`
const movedDoc = `:accounts * 10 + a`

const PRICES = `(values (1, 1990), (2, 500), (3, 1200)) l (place, price)`
const PAID = `case when k <= 8 then l.price when k = 9 and l.place = 1 then 1990 when k = 9 and l.place = 2 then 10 else 0 end`
const TAXES = `case when l.place = 1 then '[{"code": "vat", "rate": "20", "amount": "332"}]'::jsonb end`
const typed = (n: string): string =>
  `'typed:' || encode(sha256(convert_to('salt' || 'CHQ ' || (${n}), 'UTF8')), 'hex')`

const CHANGE =
  "insert into reconciliation_change (id, account_id, document_id, kind, cause, actor_type, actor_id) overriding system value"
const ITEM = `insert into reconciliation_open_item (id, account_id, document_id, change_id, side, kind, key, sequence, line_key, position,
  title, reference, host_id, method, occurred_at, occurred_on, accounting_on, amount, allocated, taxes, taxes_allocated, origin_item_id)`
const ALLOCATION = `insert into reconciliation_allocation (id, account_id, change_id, credit_item_id, debit_item_id, amount, origin, rule, step,
  credit_open_before, debit_open_before, debit_taxes, instalment_id, releases, occurred_on, accounting_on)`

const STATEMENTS = [
  `insert into reconciliation_account (id, owner_type, owner_id, currency_code, digits, next_rank, version, owner_sort, named_at)
     overriding system value
   select a, 'customer', 'cus_' || a, (array['eur', 'usd', 'jpy', 'kwd'])[1 + a / 10 % 4], (array[2, 2, 0, 3])[1 + a / 10 % 4], 21,
          5 + case a % 10 when 0 then 1 when 3 then 1 when 4 then 1 else 0 end, 'name ' || a, now()
     from generate_series(1, :accounts) a`,
  `insert into reconciliation_document (id, account_id, order_id, display_id, placed_at, placed_on, version, plan)
     overriding system value
   select doc, a, 'order_' || doc, doc::text, placed_at, placed_at::date, 1, case when a % 10 = 0 and k = 9 then 1 else 0 end from (${ORDERS}) o
   union all
   select ${movedDoc}, a + 1, 'order_moved_' || a, 'M' || a, timestamptz '2026-01-03 08:00Z', '2026-01-03', 1, 0 from ${MOVED}`,
  `${CHANGE}
   select ${change(1)}, a, null::bigint, 'ingest', 'rows', 'system', null from generate_series(1, :accounts) a
   union all select ${change(2)}, a, null, 'deposit', 'rows', 'system', null from generate_series(1, :accounts) a
   union all select ${change(3)}, a, null, 'reconcile_account', 'rows', 'system', null from generate_series(1, :accounts) a
   union all select ${change(4)}, a, null, 'edit', 'rows', 'user', 'user_rows' from generate_series(1, :accounts) a
   union all select ${change(5)}, a, null, 'deletion', 'rows', 'user', 'user_rows' from generate_series(1, :accounts) a
   union all select ${change(6)}, a, (a - 1) * 10 + 9, 'plan', 'rows', 'user', 'user_rows' from generate_series(10, :accounts, 10) a
   union all select ${change(7)}, a, ${movedDoc}, 'transfer', 'rows', 'system', null from ${MOVED}
   union all select ${change(8)}, a + 1, ${movedDoc}, 'transfer', 'rows', 'system', null from ${MOVED}`,
  `${ITEM}
   select ${line("a", "k", "l.place")}, a, doc, ${change(1)}, 'debit', 'charge', 'line:' || doc || '.' || l.place, 1, 'line:' || doc || '.' || l.place,
          l.place, 'A lesson', 'ordli_' || doc || l.place, doc || '.' || l.place, null::text, placed_at, placed_at::date, placed_at::date,
          l.price, ${PAID}, ${TAXES}, case when l.place = 1 then array[case when k <= 9 then 332 else 0 end]::bigint[] end, null::bigint
     from (${ORDERS}) o, ${PRICES}
   union all
   select ${deposit("a", "k")}, a, null, ${change(2)}, 'credit', 'deposit', 'deposit:' || doc, 1, null, 0, 'Payment', ${typed("doc")}, null,
          'cheque', placed_at + interval '30 days', (placed_at + interval '30 days')::date, (placed_at + interval '30 days')::date,
          case k when 9 then 2000 when 10 then 100 else 3690 end, case k when 9 then 2000 when 10 then 0 else 3690 end, null, null, null
     from (${ORDERS}) o
   union all
   select ${more("a", 1)}, a, ${movedDoc}, ${change(1)}, 'debit', 'charge', 'line:moved' || a, 1, 'line:moved' || a, 1, 'A lesson', 'moved', 'moved' || a,
          null, '2026-01-03 08:00Z', '2026-01-03', '2026-01-03', 1000, 1000, null, null, null from ${MOVED}
   union all
   select ${more("a", 2)}, a, ${movedDoc}, ${change(7)}, 'credit', 'transfer', 'move:out:line:moved' || a || '#1', 1, 'line:moved' || a, 1, 'A lesson',
          'moved', 'moved', null, '2026-01-04 08:00Z', '2026-01-04', '2026-01-04', 1000, 1000, null, null, null from ${MOVED}
   union all
   select ${more("a", 3)}, a + 1, ${movedDoc}, ${change(8)}, 'debit', 'charge', 'move:in:line:moved' || a || '#1', 1, 'line:moved' || a, 1, 'A lesson',
          'moved', 'moved', null, '2026-01-04 08:00Z', '2026-01-04', '2026-01-04', 1000, 0, null, null, ${more("a", 1)} from ${MOVED}
   union all
   select ${more("a", 3)} + place, a, (a - 1) * 10 + 10, ${change(1)}, 'credit', 'adjustment', 'line:adjusted' || a || '.' || place, 1, 'line:adjusted' || a,
          place, 'Less', 'less', null, null, '2026-01-05 08:00Z', '2026-01-05', '2026-01-05', 10, 0, null, null, null
     from generate_series(4, :accounts, 10) a, generate_series(1, 2) place`,
  `insert into reconciliation_typed_text (name, account_id, salt, content)
   select ${typed("doc")}, a, 'salt', 'CHQ ' || doc from (${ORDERS}) o`,
  `insert into reconciliation_instalment (id, account_id, document_id, change_id, plan, number, due_on, amount, pins) overriding system value
   select (a - 1) * 2 + n, a, (a - 1) * 10 + 9, ${change(6)}, 1, n, '2026-03-01'::date + n, case n when 1 then 1990 else 1700 end,
          case n when 1 then jsonb_build_array(jsonb_build_object('line', 'line:' || ((a - 1) * 10 + 9) || '.1', 'amount', '1990')) else '[]' end
     from generate_series(10, :accounts, 10) a, generate_series(1, 2) n`,
  `${ALLOCATION}
   select (a - 1) * 32 + (k - 1) * 3 + l.place, a, ${change(3)}, ${deposit("a", "k")}, ${line("a", "k", "l.place")}, l.price, 'auto', 'oldest_first',
          (k - 1) * 3 + l.place, case l.place when 1 then 3690 when 2 then 1700 else 1200 end, l.price,
          case when l.place = 1 then array[332]::bigint[] end, null::bigint, null::bigint,
          (placed_at + interval '30 days')::date, (placed_at + interval '30 days')::date
     from (${ORDERS}) o, ${PRICES} where k <= 8
   union all
   select (a - 1) * 32 + 24 + l.place, a, ${change(3)}, ${deposit("a", "9")}, ${line("a", "9", "l.place")}, ${PAID}, 'auto', 'oldest_first', 24 + l.place,
          case l.place when 1 then 2000 else 10 end, l.price, case when l.place = 1 then array[332]::bigint[] end,
          case when a % 10 = 0 and l.place = 1 then (a - 1) * 2 + 1 end, null,
          (placed_at + interval '30 days')::date, (placed_at + interval '30 days')::date
     from (${ORDERS}) o, ${PRICES} where k = 9 and l.place <= 2
   union all
   select (a - 1) * 32 + 27 + n, a, case n when 0 then ${change(4)} else ${change(5)} end, ${deposit("a", "10")}, ${line("a", "10", "1")}, 100, 'manual',
          'by_hand', 1, 100 - n * 100, 1990 - n * 100, array[17]::bigint[], null, case n when 1 then (a - 1) * 32 + 27 end,
          (placed_at + interval '31 days')::date, (placed_at + interval '31 days')::date
     from (${ORDERS}) o, generate_series(0, 1) n where k = 10
   union all
   select (a - 1) * 32 + 29, a, ${change(7)}, ${more("a", 2)}, ${more("a", 1)}, 1000, 'auto', 'transferred', 1, 1000, 1000, null, null, null,
          '2026-01-04', '2026-01-04' from ${MOVED}`,
  `insert into reconciliation_matching_sequence (id, account_id, change_id, rank, document_id, open_item_id) overriding system value
   select (a - 1) * 20 + 2 * k - 1, a, case when k <= 9 then ${change(3)} else ${change(4)} end, 2 * k - 1, doc, null::bigint from (${ORDERS}) o
   union all
   select (a - 1) * 20 + 2 * k, a, case when k <= 9 then ${change(3)} else ${change(4)} end, 2 * k, null, ${deposit("a", "k")} from (${ORDERS}) o`,
  `insert into reconciliation_receipt (open_item_id, series, year, number, leads)
   select ${deposit("a", "k")}, 'R', 2026, doc, true from (${ORDERS}) o
   union all
   select ${more("a", 3)} + place, 'C', 2026, (a + 6) / 10, place = 1 from generate_series(4, :accounts, 10) a, generate_series(1, 2) place`,
  `update reconciliation_receipt_mark set numbered_to = :accounts * 45`,
  `insert into reconciliation_mirror (id, host_name, document_id, credit_item_id, amount, state, wanted_by)
   select 'mir_' || a, upper(substr(encode(sha256(convert_to('mir_' || a, 'UTF8')), 'hex'), 1, 26)), (a - 1) * 10 + 1, ${deposit("a", "1")}, 3690, 'recorded',
          ${change(3)} from generate_series(1, :accounts, 10) a`,
  `insert into reconciliation_note (document_id, kind, text, to_check, cause, actor_type)
   select (a - 1) * 10 + 1, 'note', 'Look at it', true, 'rows', 'user' from generate_series(2, :accounts, 10) a`,
  `insert into reconciliation_due_date (open_item_id, change_id, due_on)
   select ${line("a", "10", "1")}, ${change(1)}, '2026-02-01' from generate_series(1, :accounts) a`,
  `insert into reconciliation_membership (member_type, member_id, of_type, of_id, cause, actor_type)
   select 'order', 'guest_' || a, 'customer', 'cus_' || a, 'rows', 'user' from generate_series(5, :accounts, 10) a`,
  `insert into reconciliation_transaction (account_id, happened_at, name, kind, document_id, item_id, happened_on, currency_code, owner_sort,
     sales_channel_id, due_on, open_debit, open_credit, contradicts, amount)
   select d.*, 0 from reconciliation_derived_transaction d order by happened_at, name`,
  `update reconciliation_transaction t set contradicts = coalesce(contradicts, false), amount = x.amount
     from (select i.account_id, case when f.is_folded then p.placed_at else i.occurred_at end as happened_at,
                  reconciliation_transaction_name(f.is_folded, i.document_id, i.kind, i.id, i.key) as name, sum(i.amount) as amount
             from reconciliation_open_item i left join reconciliation_document p on p.id = i.document_id
            cross join lateral (select reconciliation_is_folded(i.document_id, i.kind, i.side) as is_folded) f group by 1, 2, 3) x
    where t.account_id = x.account_id and t.happened_at = x.happened_at and t.name = x.name`,
  `update reconciliation_transaction t set order_state = s.order_state, planned_until = s.planned_until, plan_unsure = coalesce(s.plan_unsure, false)
     from reconciliation_transaction o cross join lateral reconciliation_state_of(o.document_id, o.account_id) s
    where o.kind = 'order' and t.id = o.id`,
  `update reconciliation_transaction t set notes = 1, to_check = true
     from reconciliation_note n where n.document_id = t.document_id and t.kind = 'order'`,
]

/** Ids that were given by hand are not given again. */
const SEQUENCES = "account document change open_item allocation matching_sequence instalment"
  .split(" ")
  .map(
    (table) =>
      `select setval(pg_get_serial_sequence('reconciliation_${table}', 'id'), max(id)) from reconciliation_${table}`,
  )

/** What makes so many accounts (a multiple of ten); run in one transaction whose triggers are off. */
export const checkedRows = (accounts: number): string[] =>
  [...STATEMENTS, ...SEQUENCES].map((statement) => statement.replaceAll(":accounts", accounts.toString()))

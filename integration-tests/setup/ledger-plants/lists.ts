import { CHARGE, item, lastNumber, MONEY, MOVED, NOWHERE, row, YEAR, type Plant } from "./words"

export const listsPlants: readonly Plant[] = [
  // Rows of the lists
  {
    name: "list-open-amount-off",
    does: "A row of the lists shows one minor unit more open than its items have.",
    breaks: "rows of the lists follow their items (lists.md: derived_transaction)",
    sql: (a) =>
      `update reconciliation_transaction set open_debit = open_debit + 1 where id = ${row(a, "t.kind = 'order'")}`,
  },
  {
    name: "list-row-lost",
    does: "An order that is still open has no row in the lists.",
    breaks: "every transaction is listed (lists.md)",
    sql: (a) =>
      `delete from reconciliation_transaction where id = ${row(a, "t.kind = 'order' and t.open_debit > 0")}`,
  },
  {
    name: "list-row-of-nothing",
    does: "The lists have a refund of which there is no item.",
    breaks: "every row of the lists has its items (lists.md)",
    sql: (a) => `insert into reconciliation_transaction
        (account_id, happened_at, name, kind, document_id, item_id, happened_on, currency_code, owner_sort, sales_channel_id, open_debit,
         open_credit, contradicts, amount)
      select t.account_id, t.happened_at, '4:000${NOWHERE}', 'refund', null, ${NOWHERE}, t.happened_on, t.currency_code, t.owner_sort,
             t.sales_channel_id, 500, 0, false, 500
        from reconciliation_transaction t where t.id = ${row(a)}`,
  },
  {
    name: "list-state-wrong",
    does: "An order that still owes is listed as wholly paid, with the green tick.",
    breaks: "state by the decision table; a green tick is a guarantee (F7, F8, status.md)",
    sql: (a) => `update reconciliation_transaction set order_state = 'full'
      where id = ${row(a, "t.kind = 'order' and t.open_debit > 0 and t.order_state is distinct from 'full'")}`,
  },
  {
    name: "list-contradiction-without-problem",
    does: "A row of the lists marks an order as contradicting itself that has no problem, or does not mark one that has.",
    breaks: "contradicts says what the order's problems say (lists.md)",
    sql: (a) =>
      `update reconciliation_transaction set contradicts = not contradicts where id = ${row(a, "t.kind = 'order'")}`,
  },
  {
    name: "list-due-day-wrong",
    does: "A row of the lists falls due 500 days later than anything of its order.",
    breaks: "due_on is the first day on which something open falls due (lists.md)",
    sql: (a) =>
      `update reconciliation_transaction set due_on = coalesce(due_on, happened_on) + 500 where id = ${row(a, "t.kind = 'order'")}`,
  },
  {
    name: "list-notes-miscounted",
    does: "A row of the lists counts a note, and a mark to check, that nobody wrote.",
    breaks: "rows count their notes and say whether they are marked (notes.md)",
    sql: (a) =>
      `update reconciliation_transaction set notes = notes + 1, to_check = true where id = ${row(a, "not t.to_check")}`,
  },
  {
    name: "list-owner-forgotten",
    does: "A row of the lists is sorted by a name that the account's owner does not have.",
    breaks: "rows copy what their owner is sorted by (lists.md: an owner is named)",
    sql: (a) => `update reconciliation_transaction set owner_sort = 'zzz planted' where id = ${row(a)}`,
  },
  {
    name: "list-amount-off",
    does: "A payment's row in the lists says that one minor unit more came than its item says.",
    breaks: "amount of a row is the sum of its items' (lists.md: state by what is open of that)",
    sql: (a) =>
      `update reconciliation_transaction set amount = amount + 1 where id = ${row(a, "t.kind in ('payment', 'deposit')")}`,
  },
  {
    name: "list-planned-without-plan",
    does: "A row of the lists is covered by planned payments for ever, and nothing is planned.",
    breaks: "planned_until follows the plan (lists.md, reconciliation_planned_until)",
    sql: (a) => `update reconciliation_transaction set planned_until = 'infinity'::date
      where id = ${row(a, "t.kind = 'order' and t.planned_until is null")}`,
  },
  {
    name: "list-gl-account-invented",
    does: "A row of the lists stands on a GL account that none of its items has.",
    breaks: "gl_account of a row is its items' (lists.md)",
    sql: (a) =>
      `update reconciliation_transaction set gl_account = 'planted' where id = ${row(a, "t.gl_account is null")}`,
  },

  // Receipts
  {
    name: "receipt-gap",
    does: "A payment's receipt has a number five above the last one of its series and year.",
    breaks: "receipt numbers have no gaps (F30, decision 0024)",
    sql: (a) => `insert into reconciliation_receipt (open_item_id, series, year, number, leads)
      select i.id, 'R', ${YEAR}, ${lastNumber(YEAR)} + 5, true from reconciliation_open_item i
       where i.id = ${item(a, `${MONEY} and i.origin_item_id is null`)}
      on conflict (open_item_id) do update set series = excluded.series, year = excluded.year, number = excluded.number, leads = true`,
  },
  {
    name: "receipt-double",
    does: "Two payments share one receipt number; the second says that it follows the first.",
    breaks: "a receipt number is of one payment (decision 0024: only lines of one credit note share)",
    sql: (a) => `with money as (
        select i.id, ${YEAR} as year, row_number() over (order by i.id) as n from reconciliation_open_item i
         where i.account_id = ${a} and ${MONEY} and i.origin_item_id is null order by i.id limit 2
      ), named as (
        select coalesce(r.series, 'R') as series, coalesce(r.year, m.year) as year,
               coalesce(r.number, ${lastNumber("m.year")} + 1) as number
          from money m left join reconciliation_receipt r on r.open_item_id = m.id where m.n = 1)
      insert into reconciliation_receipt (open_item_id, series, year, number, leads)
      select m.id, named.series, named.year, named.number, m.n = 1 from money m, named
      on conflict (open_item_id) do update set series = excluded.series, year = excluded.year, number = excluded.number, leads = excluded.leads`,
  },
  {
    name: "receipt-of-a-charge",
    does: "A charge has a receipt number, the next of the series.",
    breaks: "money and credit notes have numbers, charges have none (F30, decision 0024)",
    sql: (a) => `insert into reconciliation_receipt (open_item_id, series, year, number, leads)
      select i.id, 'R', ${YEAR}, ${lastNumber(YEAR)} + 1, true from reconciliation_open_item i where i.id = ${item(a, CHARGE)}`,
  },
  {
    name: "receipt-of-another-year",
    does: "A payment's receipt is of a year three years before the payment.",
    breaks: "the year of a number is that of the accounting day (decision 0024)",
    sql: (a) => `insert into reconciliation_receipt (open_item_id, series, year, number, leads)
      select i.id, 'R', ${YEAR} - 3, ${lastNumber(`${YEAR} - 3`)} + 1, true from reconciliation_open_item i
       where i.id = ${item(a, `${MONEY} and i.origin_item_id is null`)}
      on conflict (open_item_id) do update set series = excluded.series, year = excluded.year, number = excluded.number, leads = true`,
  },
  {
    name: "receipt-that-nobody-leads",
    does: "A payment's receipt number follows another one of that number, which is not there.",
    breaks: "each number has one item that leads (reconciliation_receipt_once)",
    sql: (a) => `insert into reconciliation_receipt (open_item_id, series, year, number, leads)
      select i.id, 'R', ${YEAR}, ${lastNumber(YEAR)} + 1, false from reconciliation_open_item i
       where i.id = ${item(a, `${MONEY} and i.origin_item_id is null`)}
      on conflict (open_item_id) do update set leads = false`,
  },

  // Moves
  {
    name: "move-out-of-balance",
    does: "One half of a move is one minor unit larger than the other.",
    breaks: "the pair is balanced (transfers.md, moved-money.md, decision 0010)",
    sql: (a) => `update reconciliation_open_item set amount = amount + 1 where id = ${item(a, MOVED)}`,
  },
  {
    name: "move-without-its-other-half",
    does: "One half of a move goes by a name under which there is no other half.",
    breaks: "each move:out / give:out has its move:in / give:in (decision 0010)",
    sql: (a) => `update reconciliation_open_item set key = key || '99' where id = ${item(a, MOVED)}`,
  },
  {
    name: "move-on-two-days",
    does: "One half of a move happened, and is booked, three days after the other.",
    breaks: "closing and reopening are dated the day of the move, both (columns.md)",
    sql: (a) => `update reconciliation_open_item
        set occurred_at = occurred_at + interval '3 days', occurred_on = occurred_on + 3, accounting_on = accounting_on + 3
      where id = ${item(a, MOVED)}`,
  },
  {
    name: "move-with-other-tax",
    does: "One half of a move contains a tax that the other has not.",
    breaks: "tax in the rest moves with it, rate by rate (transfers.md)",
    sql: (a) => `update reconciliation_open_item
        set taxes = '[{"code": "planted", "rate": "7", "amount": "1"}]'::jsonb where id = ${item(a, MOVED)}`,
  },
]

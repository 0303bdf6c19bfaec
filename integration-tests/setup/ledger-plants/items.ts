import { CHARGE, INSTALMENT, item, lastChange, MONEY, NOWHERE, order, src, type Plant } from "./words"

export const itemsPlants: readonly Plant[] = [
  // Items
  {
    name: "sequence-jumps",
    does: "The postings under one key jump from nothing to number 1001 and above.",
    breaks: "postings of a key are numbered 1, 2, 3 (posting.md)",
    sql: (a) =>
      `update reconciliation_open_item set sequence = sequence + 1000 where id = ${item(a, CHARGE)}`,
  },
  {
    name: "payment-that-is-owed",
    does: "A payment stands on the debit side.",
    breaks: "side follows from kind: money in is a credit (F2, posting.md)",
    sql: (a) =>
      `update reconciliation_open_item set side = 'debit' where id = ${item(a, MONEY, "i.allocated, i.id")}`,
  },
  {
    name: "line-called-refund",
    does: "What a line costs is called a refund, under the line's own key.",
    breaks: "kind follows from the key (posting.md: What should stand)",
    sql: (a) => `update reconciliation_open_item set kind = 'refund' where id = ${item(a, CHARGE)}`,
  },
  {
    name: "key-that-names-nothing",
    does: "An item stands under a key of no known kind.",
    breaks: "keys name what an item stands for (posting.md; key_unknown)",
    sql: (a) => `update reconciliation_open_item set key = 'planted:' || id where id = ${item(a, CHARGE)}`,
  },
  {
    name: "charge-without-line",
    does: "A charge speaks of no line of its order.",
    breaks: "a charge has its line (posting.md: line, itself)",
    sql: (a) => `update reconciliation_open_item set line_key = null where id = ${item(a, CHARGE)}`,
  },
  {
    name: "charge-of-no-order",
    does: "What a line costs belongs to no order.",
    breaks: "lines are of orders; only opening balances and money stand without (opening-balances.md)",
    sql: (a) => `update reconciliation_open_item set document_id = null where id = ${item(a, CHARGE)}`,
  },
  {
    name: "row-of-another-host-id",
    does: "An item names another row of the host than its key does.",
    breaks: "host_id is the row that the key names (columns.md)",
    sql: (a) =>
      `update reconciliation_open_item set host_id = 'planted' where id = ${item(a, "i.key ~ '^(line|cap|ref|ship):'")}`,
  },
  {
    name: "payment-that-was-written-off",
    does: "A payment says that it is a kept surplus.",
    breaks: "write_off_kind is of write-offs and cash discounts (columns.md)",
    sql: (a) => `update reconciliation_open_item set write_off_kind = 'surplus' where id = ${item(a, MONEY)}`,
  },
  {
    name: "charge-that-was-charged-back",
    does: "A charge says that it is a chargeback, of itself.",
    breaks: "reversal_kind and reverses_item_id are of reversals of money (columns.md)",
    sql: (a) =>
      `update reconciliation_open_item set reversal_kind = 'chargeback', reverses_item_id = id where id = ${item(a, CHARGE)}`,
  },
  {
    name: "item-that-is-its-own-origin",
    does: "An item says that it goes on from itself.",
    breaks: "origin_item_id is an item of another account, of a key move:in or give:in (columns.md)",
    sql: (a) => `update reconciliation_open_item set origin_item_id = id where id = ${item(a, CHARGE)}`,
  },
  {
    name: "capture-posted-twice",
    does: "One capture of the host is posted under a second key; the lists have it too, so all sums agree.",
    breaks: "one host row has one key for good (posting.md; unique source, flows.md section 2)",
    sql: (a) => `with again as (
        insert into reconciliation_open_item (account_id, document_id, change_id, side, kind, key, sequence, line_key, position, title, reference,
            method, host_id, payment_id, provider_id, occurred_at, occurred_on, accounting_on, recorded_at, amount)
        select i.account_id, i.document_id, i.change_id, i.side, i.kind, i.key || '_AGAIN', 1, i.line_key, i.position, i.title, i.reference,
               i.method, i.host_id, i.payment_id, i.provider_id, i.occurred_at, i.occurred_on, i.accounting_on, i.recorded_at, i.amount
          from reconciliation_open_item i where i.id = ${item(a, `${MONEY} and i.origin_item_id is null`, "i.host_id is null, i.id")}
        returning *)
      insert into reconciliation_transaction (account_id, happened_at, name, kind, document_id, item_id, happened_on, currency_code, owner_sort,
          sales_channel_id, open_debit, open_credit, contradicts, amount)
      select n.account_id, n.occurred_at, '3:' || lpad(n.id::text, 19, '0'), n.kind, n.document_id, n.id, n.occurred_on, b.currency_code,
             b.owner_sort, o.sales_channel_id, 0, n.amount, false, n.amount
        from again n join reconciliation_account b on b.id = n.account_id left join reconciliation_document o on o.id = n.document_id`,
  },
  {
    name: "text-that-was-never-kept",
    does: "A payment's reference is a typed text that is not there, not even as an erased one.",
    breaks: "the row holds the name of a text that stands in reconciliation_typed_text (columns.md)",
    sql: (a) =>
      `update reconciliation_open_item set reference = 'typed:' || repeat('0', 64) where id = ${item(a, MONEY)}`,
  },

  // Planned payments
  {
    name: "instalment-of-no-plan",
    does: "An order has a planned payment of a plan that it was never under.",
    breaks: "plans are numbered, and the order's is the last one (planned-payments.md; document.plan)",
    sql: (a) => `${INSTALMENT}
      select ${a}, o.id, ${lastChange(a)}, o.plan + 5, 1, current_date + 30, 100, '[]'::jsonb from reconciliation_document o where o.id = ${order(a)}`,
  },
  {
    name: "instalment-paid-beyond-its-amount",
    does: "A planned payment of one minor unit is fulfilled by all of a larger allocation.",
    breaks: "what an instalment has received is never more than it asks (planned-payments.md)",
    sql: (a) => `with ${src(a)}, planned as (
        ${INSTALMENT} select ${a}, src.doc, src.change_id, src.doc_plan + 1, 1, current_date + 30, 1, '[]'::jsonb from src returning id
      ), raised as (update reconciliation_document o set plan = o.plan + 1 from src where o.id = src.doc)
      update reconciliation_allocation x set instalment_id = planned.id from src, planned where x.id = src.id`,
  },
  {
    name: "instalment-of-another-order",
    does: "Money on one order fulfils a planned payment of another order.",
    breaks: "an instalment is fulfilled by what settles its own order (F12, planned-payments.md)",
    sql: (a) => `with ${src(a)}, other as (
        select o.id, o.plan from reconciliation_document o, src where o.account_id = ${a} and o.id <> src.doc order by o.id limit 1
      ), planned as (
        ${INSTALMENT} select ${a}, other.id, src.change_id, other.plan + 1, 1, current_date + 30, src.amount, '[]'::jsonb from src, other returning id
      ), raised as (update reconciliation_document o set plan = o.plan + 1 from other where o.id = other.id)
      update reconciliation_allocation x set instalment_id = planned.id from src, planned where x.id = src.id`,
  },
  {
    name: "pins-above-the-instalment",
    does: "A planned payment of 1.00 pins 2.50 to a line that its order does not have.",
    breaks:
      "items of an instalment are rows of the order, and at most its amount (plan_row_unknown, pins_above_instalment)",
    sql: (a) => `with raised as (
        update reconciliation_document o set plan = o.plan + 1 where o.id = ${order(a)} returning o.id, o.plan)
      ${INSTALMENT}
      select ${a}, raised.id, ${lastChange(a)}, raised.plan, 1, current_date + 30, 100, '[{"line": "line:ordli_PLANTED", "amount": "250"}]'::jsonb
        from raised`,
  },
  {
    name: "failure-of-no-instalment",
    does: "A planned payment has failed that was never planned.",
    breaks: "foreign key of instalment_id; an event is of an instalment that stands",
    sql: (a) =>
      `insert into reconciliation_instalment_event (instalment_id, change_id, kind) values (${NOWHERE}, ${lastChange(a)}, 'failed')`,
  },

  // The outbox of the mirror, and what was told
  {
    name: "mirror-of-money-of-the-store",
    does: "The outbox says that the store was told of a payment that is the store's own, or of a line's credit.",
    breaks: "only recorded money is mirrored, as much as is applied (mirror.md: What is wanted)",
    sql: (
      a,
    ) => `insert into reconciliation_mirror (id, host_name, document_id, credit_item_id, amount, state, wanted_by)
      select 'mir_planted_' || i.id, upper(substr(encode(sha256(convert_to('mir_planted_' || i.id, 'UTF8')), 'hex'), 1, 26)),
             coalesce(i.document_id, ${order(a)}), i.id, i.amount, 'recorded', i.change_id
        from reconciliation_open_item i
       where i.id = ${item(a, "i.side = 'credit' and i.kind not in ('deposit', 'opening_balance', 'transfer')")}`,
  },
  {
    name: "mirror-under-a-wrong-name",
    does: "A withdrawn row of the outbox goes by a name that its key does not give, so its rows in the store would be taken for news.",
    breaks: "host_name is made of the key's SHA-256 (mirror.md)",
    sql: (
      a,
    ) => `insert into reconciliation_mirror (id, host_name, document_id, credit_item_id, amount, state, wanted_by, withdrawn_by)
      select 'mir_misnamed_' || i.id, 'PLANTED' || i.id, coalesce(i.document_id, ${order(a)}), i.id, 1, 'withdrawn', i.change_id, i.change_id
        from reconciliation_open_item i where i.id = ${item(a, MONEY, "i.kind <> 'deposit', i.id")}`,
  },
  {
    name: "told-of-a-version-to-come",
    does: "How an order stands was told as of a version that it has not reached, so its next changes are not told.",
    breaks: "told_state.version <= version of the order (events.md)",
    sql: (a) => `insert into reconciliation_told_state (document_id, version, state, rank, closed)
      select o.id, (o.version + 1000)::integer, 'none', null, false from reconciliation_document o where o.id = ${order(a)}
      on conflict (document_id) do update set version = excluded.version`,
  },
  {
    name: "told-in-capitals-while-open",
    does: "An order that still owes counts as told at its present version: full, with its code in capitals.",
    breaks: "code in capitals only while the state is full (F33, matching-codes.md: case; events.md)",
    sql: (a) => `insert into reconciliation_told_state (document_id, version, state, rank, closed)
      select o.id, o.version::integer, 'full', 1, true from reconciliation_document o
       where o.id = ${order(a, "exists (select from reconciliation_open_item i where i.document_id = o.id and i.account_id = o.account_id and i.side = 'debit' and i.allocated < i.amount)")}
      on conflict (document_id) do update set version = excluded.version, state = 'full', closed = true`,
  },
]

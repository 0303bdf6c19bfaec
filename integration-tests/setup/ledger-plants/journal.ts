import { allocation, CHARGE, item, lastChange, NOWHERE, order, otherAccount, type Plant } from "./words"

export const journalPlants: readonly Plant[] = [
  // The journal
  {
    name: "allocation-without-entry",
    does: "An allocation names a journal entry that is not there.",
    breaks: "every row has its journal entry (F25)",
    sql: (a) => `update reconciliation_allocation set change_id = ${NOWHERE} where id = ${allocation(a)}`,
  },
  {
    name: "entry-deleted",
    does: "The journal entry that posted the account's newest item is deleted.",
    breaks: "every item has its journal entry; the journal is append-only (F25)",
    sql: (a) => `delete from reconciliation_change
      where id = (select i.change_id from reconciliation_open_item i where i.account_id = ${a} order by i.id desc limit 1)`,
  },
  {
    name: "entry-of-another-account",
    does: "A journal entry is filed under another account than the items that it posted.",
    breaks: "a change is of one account, as its rows are (decision 0003)",
    sql: (a) => `update reconciliation_change set account_id = ${otherAccount(a)}
      where id = (select i.change_id from reconciliation_open_item i where i.account_id = ${a} order by i.id limit 1)`,
  },
  {
    name: "entry-of-an-unknown-order",
    does: "A journal entry is of an order that the ledger does not have.",
    breaks: "foreign key of document_id",
    sql: (a) => `update reconciliation_change set document_id = ${NOWHERE} where id = ${lastChange(a)}`,
  },
  {
    name: "undone-twice",
    does: "The account's two newest journal entries say that they undo one and the same change.",
    breaks: "a change that is undone is not undone again (editing.md: change_undone)",
    sql: (a) => `update reconciliation_change set kind = 'undo',
        undoes_change_id = (select min(j.id) from reconciliation_change j where j.account_id = ${a})
      where id in (select j.id from reconciliation_change j where j.account_id = ${a} order by j.id desc limit 2)`,
  },
  {
    name: "undoes-itself",
    does: "A journal entry says that it undoes itself.",
    breaks: "implied: only an earlier change is undone",
    sql: (a) =>
      `update reconciliation_change set kind = 'undo', undoes_change_id = id where id = ${lastChange(a)}`,
  },
  {
    name: "nobody-did-it",
    does: "A journal entry was made by a kind of actor that does not exist.",
    breaks: "who did it is kept: system, user or api-key (F25)",
    sql: (a) =>
      `update reconciliation_change set actor_type = 'nobody', actor_id = null where id = ${lastChange(a)}`,
  },

  // Matching codes
  {
    name: "next-code-given-already",
    does: "The account would give rank 1 next, which it has given already.",
    breaks: "ranks are never reused: next_rank is above all that were given (F35)",
    sql: (a) => `update reconciliation_account set next_rank = 1 where id = ${a}`,
  },
  {
    name: "gap-in-the-codes",
    does: "The account's last code jumps seven ranks ahead, and the account counts on from there.",
    breaks: "ranks have no gaps (matching-codes.md; with scope `account`)",
    sql: (a) => `with last as (
        select s.id, s.rank from reconciliation_matching_sequence s where s.account_id = ${a} order by s.rank desc limit 1
      ), counted as (
        update reconciliation_account b set next_rank = greatest(b.next_rank, last.rank + 8) from last where b.id = ${a})
      update reconciliation_matching_sequence s set rank = last.rank + 7 from last where s.id = last.id`,
  },
  {
    name: "code-of-a-charge",
    does: "A charge has a matching code of its own; the account has counted it.",
    breaks: "codes are of orders and of credits (F33, F34)",
    sql: (a) => `with code as (
        insert into reconciliation_matching_sequence (account_id, change_id, rank, open_item_id)
        select i.account_id, i.change_id, b.next_rank, i.id
          from reconciliation_open_item i join reconciliation_account b on b.id = i.account_id where i.id = ${item(a, CHARGE)})
      update reconciliation_account set next_rank = next_rank + 1 where id = ${a}`,
  },
  {
    name: "code-lost",
    does: "An order that something was applied to has lost its matching code.",
    breaks: "an order has a code once something was applied to it, for good (status.md)",
    sql: (a) => `delete from reconciliation_matching_sequence where id = (
        select s.id from reconciliation_matching_sequence s where s.account_id = ${a} and s.document_id is not null order by s.rank limit 1)`,
  },
  {
    name: "code-of-an-order-elsewhere",
    does: "A code of the account names an order that has no item in the account.",
    breaks: "a code of an order is of an account in which something was applied to it (F33, transfers.md)",
    sql: (a) => `update reconciliation_matching_sequence set document_id = coalesce((
          select o.id from reconciliation_document o where o.account_id <> ${a}
             and not exists (select from reconciliation_open_item i where i.document_id = o.id and i.account_id = ${a})
           order by o.id limit 1), ${NOWHERE})
      where id = (select s.id from reconciliation_matching_sequence s
                   where s.account_id = ${a} and s.document_id is not null order by s.rank desc limit 1)`,
  },
  {
    name: "code-that-nothing-opened",
    does: "A matching code names a journal entry that is not there.",
    breaks: "a code is opened in the change of the allocation that opened it (matching-codes.md)",
    sql: (a) => `update reconciliation_matching_sequence set change_id = ${NOWHERE} where id = (
        select s.id from reconciliation_matching_sequence s where s.account_id = ${a} order by s.rank limit 1)`,
  },

  // The account and its orders
  {
    name: "account-in-another-currency",
    does: "The account says that it is in a currency that its orders and lists do not have.",
    breaks: "an account is an owner in one currency (F67); rows of the lists carry the account's",
    sql: (a) => `update reconciliation_account set currency_code = 'xts' where id = ${a}`,
  },
  {
    name: "account-with-other-digits",
    does: "The account counts in another number of decimals than its currency has: all its amounts are ten times off.",
    breaks: "digits come from the host's currency table (architecture: Money)",
    sql: (a) =>
      `update reconciliation_account set digits = case when digits < 6 then digits + 1 else 5 end where id = ${a}`,
  },
  {
    name: "account-of-one-order-with-many",
    does: "The account says that it is that of one order without a customer, and several orders are in it.",
    breaks:
      "owner of an account: a customer, or the one order that nobody has a name for (transfers.md, owners.md)",
    sql: (a) => `update reconciliation_account set owner_type = 'order',
        owner_id = (select o.order_id from reconciliation_document o where o.account_id = ${a} order by o.id limit 1)
      where id = ${a}`,
  },
  {
    name: "account-version-behind",
    does: "The account's version is back at 0, though its journal has entries.",
    breaks: "implied: each change raises the version; an edit on a moved base is refused by it (F23)",
    sql: (a) => `update reconciliation_account set version = 0 where id = ${a}`,
  },
  {
    name: "order-version-behind",
    does: "An order's version is back at 0, though changes have touched it.",
    breaks: "implied: each change that touches an order raises its version (F23, version_stale)",
    sql: (a) => `update reconciliation_document set version = 0 where id = ${order(a, "o.version > 0")}`,
  },
  {
    name: "order-given-away-with-its-debts",
    does: "An order belongs to another account, while what it has open stays in this one.",
    breaks: "an order that moves takes every open rest along, by a balanced pair (transfers.md)",
    sql: (a) => `update reconciliation_document set account_id = ${otherAccount(a)}
      where id = ${order(a, "exists (select from reconciliation_open_item i where i.document_id = o.id and i.side = 'debit' and i.allocated < i.amount)")}`,
  },
  {
    name: "order-frozen",
    does: "The last state that the ledger holds of an order lies ten years ahead, so every later one is passed over.",
    breaks: "state_at is a moment that has been (posting.md: Replay)",
    sql: (a) =>
      `update reconciliation_document set state_at = now() + interval '10 years' where id = ${order(a)}`,
  },
  {
    name: "order-read-in-the-future",
    does: "An order was read ten years ahead, so every later read is superseded.",
    breaks: "read_at is a moment that has been (posting.md: Which read counts)",
    sql: (a) =>
      `update reconciliation_document set read_at = now() + interval '10 years' where id = ${order(a)}`,
  },
  {
    name: "plan-that-is-not-there",
    does: "An order is under a plan of payments of which there is no planned payment.",
    breaks: "the plan in force has 1 to 120 instalments (planned-payments.md)",
    sql: (a) => `update reconciliation_document set plan = plan + 7 where id = ${order(a)}`,
  },
  {
    name: "awaits-a-line-it-never-had",
    does: "An order expects a return of minus five minor units on a line that it does not have.",
    breaks: "expected returns are of lines of the order, and above zero (flows.md R6, F2)",
    sql: (a) =>
      `update reconciliation_document set expected = '[{"line": "line:ordli_PLANTED", "amount": "-5"}]'::jsonb where id = ${order(a)}`,
  },
  {
    name: "placed-on-another-day",
    does: "An order was placed on a day 30 days before the moment at which it was placed.",
    breaks: "placed_on is the day of placed_at (F55)",
    sql: (a) => `update reconciliation_document set placed_on = placed_on - 30 where id = ${order(a)}`,
  },
  {
    name: "order-of-a-member-who-is-none",
    does: "An order names an owner of its own whom no membership joins to the account's.",
    breaks:
      "a document keeps its own owner only where that one is a member of the account's (owners.md, decision 0028)",
    sql: (a) =>
      `update reconciliation_document set owner_type = 'customer', owner_id = 'cus_PLANTED' where id = ${order(a)}`,
  },
  {
    name: "member-with-an-account-of-their-own",
    does: "The account's owner is a member of a company, and what is open has stayed in the account.",
    breaks: "whoever is a member has nothing open in an account of their own (owners.md: Joining)",
    sql: (
      a,
    ) => `insert into reconciliation_membership (member_type, member_id, of_type, of_id, of_name, cause, actor_type)
      select case b.owner_type when 'order' then 'order' else 'customer' end, b.owner_id, 'company', 'planted_company', 'Planted', 'planted', 'system'
        from reconciliation_account b where b.id = ${a}`,
  },
  {
    name: "membership-ended-before-it-began",
    does: "A membership of the account's owner ended ten days before it began.",
    breaks: "implied: a membership is ended after it has begun (owners.md: Leaving)",
    sql: (a) => `insert into reconciliation_membership
        (member_type, member_id, of_type, of_id, of_name, since, cause, actor_type, ended_at, ended_cause, ended_by_type)
      select case b.owner_type when 'order' then 'order' else 'customer' end, b.owner_id, 'company', 'planted_company', 'Planted',
             now(), 'planted', 'system', now() - interval '10 days', 'planted', 'system'
        from reconciliation_account b where b.id = ${a}`,
  },
]

import { fault, SIGNED, type Invariant, type Of } from "./invariant.sql"

const CODE = { table: "matching_sequence", id: "s.id", account: "s.account_id", document: "s.document_id" }

/** Orders and credits that something gives a code to, as docs/spec/matching-codes.md says. */
const lettered = (of: Of): string => `
    select distinct d.document_id, null::bigint as open_item_id, a.account_id
      from reconciliation_allocation a
      join reconciliation_open_item d on d.id = a.debit_item_id
      join reconciliation_open_item c on c.id = a.credit_item_id
     where d.document_id is not null and d.kind <> 'transfer' and c.kind in ('payment', 'deposit', 'stored_value') and ${of("a.account_id")}
     union
    select null, c.id, a.account_id
      from reconciliation_open_item c
      join reconciliation_live_allocation a on a.credit_item_id = c.id
      join reconciliation_open_item d on d.id = a.debit_item_id
     where c.kind in ('deposit', 'stored_value') and d.kind <> 'transfer' and ${of("a.account_id")}`

export const CODES: readonly Invariant[] = [
  {
    name: "code_balance",
    means:
      "What a code's debits count as settled is what credits of the account have put on them, and the other way round.",
    cause: "past_the_ledger",
    cure: "correct",
    text: (of) => `with given as (
        select a.item_id, sum(signed) as amount from (
          select a.debit_item_id as item_id, a.credit_item_id as other, 'credit' as of_side, a.account_id, ${SIGNED} as signed
            from reconciliation_allocation a where ${of("a.account_id")}
           union all
          select a.credit_item_id, a.debit_item_id, 'debit', a.account_id, ${SIGNED} from reconciliation_allocation a
           where ${of("a.account_id")} and a.credit_item_id in (select open_item_id from reconciliation_matching_sequence)) a
          join reconciliation_open_item o on o.id = a.other and o.side = a.of_side and o.account_id = a.account_id
         group by 1)
      select ${fault({
        ...CODE,
        id: "min(s.id)",
        account: "min(s.account_id)",
        document: "min(s.document_id)",
        kind: "'code ' || min(s.rank)",
        stored: "sum(i.allocated)",
        expected: "coalesce(sum(g.amount), 0)",
      })}
        from reconciliation_matching_sequence s
        join reconciliation_open_item i on i.account_id = s.account_id
         and i.document_id = s.document_id and i.side = 'debit'
        left join given g on g.item_id = i.id
       where s.document_id is not null and ${of("s.account_id")}
       group by s.id having sum(i.allocated) <> coalesce(sum(g.amount), 0)
       union all
      select ${fault({ ...CODE, kind: "'code ' || s.rank", stored: "i.allocated", expected: "coalesce(g.amount, 0)" })}
        from reconciliation_matching_sequence s
        join reconciliation_open_item i on i.id = s.open_item_id
        left join given g on g.item_id = i.id
       where i.allocated <> coalesce(g.amount, 0) and ${of("s.account_id")}`,
  },
  {
    name: "code_next",
    means:
      "The next rank of an account follows the last one that was given, so that none is given twice or left out.",
    cause: "past_the_ledger",
    cure: "recount",
    text: (of) => `
      select ${fault({ table: "account", id: "a.id", account: "a.id", stored: "a.next_rank", expected: "s.last + 1" })}
        from reconciliation_account a
        join (select account_id, max(rank) as last from reconciliation_matching_sequence s where ${of("s.account_id")} group by 1) s
          on s.account_id = a.id
       where a.next_rank <> s.last + 1 and ${of("a.id")}`,
  },
  {
    name: "code_order",
    means:
      "Ranks are given in order: a code that was opened later has the higher rank, and where each account counts for itself none is left out.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `with given as (
        select s.*, lag(s.rank) over (partition by s.account_id order by s.id) as before,
               not exists (select from reconciliation_code_sequence) as is_dense
          from reconciliation_matching_sequence s where ${of("s.account_id")})
      select ${fault({ ...CODE, kind: "'code ' || s.rank", stored: "s.rank", expected: "case when s.is_dense then (s.before + 1)::text else 'above ' || s.before end" })}
        from given s where s.rank <= s.before or s.is_dense and s.rank <> s.before + 1`,
  },
  {
    name: "code_store_next",
    means: "Where all accounts share one sequence, its next rank is above every rank that it gave.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({
        table: "code_sequence",
        id: "q.scope",
        account: "null",
        stored: "q.next_rank",
        expected: "s.rank + 1",
      })}
        from reconciliation_code_sequence q
       cross join lateral (select s.rank from reconciliation_matching_sequence s order by s.id desc limit 1) s
       where :scope = 'store' and q.next_rank <= s.rank and ${of("null::bigint")}`,
  },
  {
    name: "code_account",
    means: "A code is of an order that has items in its account, or of a credit of its account.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ ...CODE, kind: "'code ' || s.rank", stored: "s.account_id", expected: "i.account_id" })}
        from reconciliation_matching_sequence s join reconciliation_open_item i on i.id = s.open_item_id
       where i.account_id <> s.account_id and ${of("s.account_id")}
       union all
      select ${fault({ ...CODE, kind: "'code ' || s.rank", stored: "s.account_id", expected: "d.account_id" })}
        from reconciliation_matching_sequence s join reconciliation_document d on d.id = s.document_id
       where not exists (select from reconciliation_open_item i where i.document_id = s.document_id and i.account_id = s.account_id)
         and ${of("s.account_id")}`,
  },
  {
    name: "code_opened",
    means: "A code was opened by an allocation of its own change.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ ...CODE, kind: "'code ' || s.rank", stored: "'change ' || s.change_id", expected: "'a change that allocates'" })}
        from reconciliation_matching_sequence s
       where ${of("s.account_id")}
         and not exists (select from reconciliation_allocation a where a.change_id = s.change_id)`,
  },
  {
    name: "code_missing",
    means: "What money settles has a code, unless codes were off: a rank that was given and is gone was its.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `with lost as (
        select a.id as account_id
          from reconciliation_account a
          left join reconciliation_matching_sequence s on s.account_id = a.id
         where not exists (select from reconciliation_code_sequence) and ${of("a.id")}
         group by a.id having a.next_rank - count(s.id) > least(:first::int, coalesce(min(s.rank), :first::int)))
      select ${fault({
        table: "document",
        id: "coalesce(l.document_id, l.open_item_id)",
        kind: "case when l.document_id is null then 'open_item' else 'document' end",
        account: "l.account_id",
        document: "l.document_id",
        stored: "'no code'",
        expected: "'a code'",
      })}
        from (${lettered(of)}) l
       where l.account_id in (select account_id from lost)
         and not exists (select from reconciliation_matching_sequence s
                          where s.account_id = l.account_id and (s.document_id = l.document_id or s.open_item_id = l.open_item_id))`,
  },
]

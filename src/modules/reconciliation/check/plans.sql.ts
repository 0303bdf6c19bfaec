import { fault, SIGNED, type Invariant, type Of } from "./invariant.sql"

const INSTALMENT = {
  table: "instalment",
  id: "p.id",
  account: "p.account_id",
  document: "p.document_id",
  kind: "'plan ' || p.plan || ', ' || p.number",
}

/** What live allocations name each planned payment, and what was taken back of the order's money since. */
const bound = (of: Of): string => `bound as (
    select a.instalment_id, sum(${SIGNED.replaceAll("releases", "a.releases").replaceAll("amount", "a.amount")}) as amount,
           bool_or(d.document_id is distinct from p.document_id) as elsewhere
      from reconciliation_allocation a
      join reconciliation_instalment p on p.id = a.instalment_id
      left join reconciliation_open_item d on d.id = a.debit_item_id
     where ${of("a.account_id")} group by 1
  ), taken_back as (
    select t.document_id, sum(t.amount) as amount from reconciliation_open_item t
     where t.side = 'debit' and t.kind in ('void', 'reversal') and t.document_id is not null group by 1
  )`

export const PLANS: readonly Invariant[] = [
  {
    name: "plan_bound",
    means:
      "What fulfils a planned payment is on its own order, and no more than its amount and what was taken back since.",
    cause: "past_the_ledger",
    cure: "correct",
    text: (of) => `with ${bound(of)}
      select ${fault({
        ...INSTALMENT,
        stored: "b.amount || case when b.elsewhere then ', on another order' else '' end",
        expected: "'0 to ' || p.amount + coalesce(t.amount, 0)",
      })}
        from bound b join reconciliation_instalment p on p.id = b.instalment_id
        left join taken_back t on t.document_id = p.document_id
       where b.elsewhere or b.amount not between 0 and p.amount + coalesce(t.amount, 0)`,
  },
  {
    name: "plan_released",
    means:
      "What fulfils a planned payment is taken back by a plan alone, or when its order moves to another account.",
    cause: "past_the_ledger",
    cure: "correct",
    text: (of) => `
      select ${fault({ table: "allocation", id: "a.id", account: "a.account_id", document: "k.document_id", kind: "a.rule", stored: "k.kind", expected: "'plan'" })}
        from reconciliation_allocation a join reconciliation_change k on k.id = a.change_id
       where a.releases is not null and a.instalment_id is not null and k.kind not in ('plan', 'transfer') and ${of("a.account_id")}`,
  },
  {
    name: "plan_pins",
    means: "What a planned payment keeps for single lines is no more than its amount.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ ...INSTALMENT, id: "p.id", stored: "x.amount", expected: "'at most ' || p.amount" })}
        from reconciliation_instalment p
       cross join lateral (select sum((pin ->> 'amount')::bigint) as amount from jsonb_array_elements(p.pins) pin) x
       where p.pins <> '[]' and x.amount > p.amount and ${of("p.account_id")}`,
  },
  {
    name: "plan_numbers",
    means: "The payments of a plan are numbered 1, 2, 3 and on: none of them is missing.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({
        table: "document",
        id: "p.document_id",
        account: "min(p.account_id)",
        document: "p.document_id",
        kind: "'plan ' || p.plan",
        stored: "string_agg(p.number::text, ', ' order by p.number)",
        expected: "'1 to ' || max(p.number)",
      })}
        from reconciliation_instalment p where ${of("p.account_id")}
       group by p.document_id, p.plan having max(p.number) <> count(*)`,
  },
  {
    name: "plan_in_force",
    means: "The plan that an order has is the last one that was made of it.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ table: "document", id: "d.id", account: "d.account_id", document: "d.id", stored: "d.plan", expected: "coalesce(p.last, 0)" })}
        from reconciliation_document d
        left join (select document_id, max(plan) as last from reconciliation_instalment group by 1) p on p.document_id = d.id
       where d.plan <> coalesce(p.last, 0) and ${of("d.account_id")}`,
  },
]

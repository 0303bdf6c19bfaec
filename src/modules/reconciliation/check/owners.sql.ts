import { fault, type Invariant } from "./invariant.sql"

/** Each living member, and whom the chain of memberships ends with; a circle ends at its seventh turn and says so. */
const CHAIN = `with recursive chain as (
        select m.id, m.member_type, m.member_id, m.of_type, m.of_id, 1 as length
          from reconciliation_membership m where m.ended_at is null
         union all
        select c.id, c.member_type, c.member_id, m.of_type, m.of_id, c.length + 1
          from chain c join reconciliation_membership m
            on m.member_type = c.of_type and m.member_id = c.of_id and m.ended_at is null
         where c.length < 50)`

export const OWNERS: readonly Invariant[] = [
  {
    name: "membership_circle",
    means: "Memberships end with somebody who is nobody's member.",
    cause: "past_the_ledger",
    cure: "correct",
    text: (of) => `${CHAIN}
      select ${fault({ table: "membership", id: "c.id", account: "null", kind: "c.member_type", stored: "'a circle'", expected: "'an owner'" })}
        from chain c where c.length = 50 and ${of("null::bigint")}`,
  },
  {
    name: "membership_account",
    means: "An order that has something open belongs to the account of whom its owner is a member of.",
    cause: "past_the_ledger",
    cure: "rebuild",
    text: (of) => `${CHAIN}, root as (
        select distinct on (member_type, member_id) member_type, member_id, of_type, of_id from chain
         order by member_type, member_id, length desc)
      select ${fault({
        table: "document",
        id: "d.id",
        account: "d.account_id",
        document: "d.id",
        kind: "r.member_type",
        stored: "a.owner_type || ' ' || a.owner_id",
        expected: "r.of_type || ' ' || r.of_id",
      })}
        from reconciliation_document d
        join reconciliation_account a on a.id = d.account_id
        join root r on r.member_type = coalesce(d.owner_type, a.owner_type) and r.member_id = coalesce(d.owner_id, a.owner_id)
       where (a.owner_type, a.owner_id) <> (r.of_type, r.of_id) and ${of("d.account_id")}
         and exists (select from reconciliation_open_item i
                      where i.document_id = d.id and i.account_id = d.account_id and i.allocated < i.amount)`,
  },
]

import { fault, type Invariant } from "./invariant.sql"

const ORDER = { table: "document", id: "d.id", account: "d.account_id", document: "d.id" }

/** What an order says of itself, and who its owner is. */
export const ORDERS: readonly Invariant[] = [
  {
    name: "order_version",
    means: "An order that something was posted of has a version, and was read at a moment that has been.",
    cause: "past_the_ledger",
    cure: "rebuild",
    text: (of) => `
      select ${fault({
        ...ORDER,
        stored: "d.version || ', ' || coalesce(greatest(d.state_at, d.read_at)::text, 'never')",
        expected: "'a version above 0, and a moment before ' || now()",
      })}
        from reconciliation_document d
       where ${of("d.account_id")}
         and (greatest(d.state_at, d.read_at) > now() + interval '1 day'
           or d.version < 1 and exists (select from reconciliation_open_item i where i.document_id = d.id))`,
  },
  {
    name: "order_day",
    means: "An order was placed on the day of its moment, in whatever time zone the store's books are.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ ...ORDER, stored: "d.placed_on", expected: "(d.placed_at at time zone 'UTC')::date" })}
        from reconciliation_document d
       where abs(d.placed_on - (d.placed_at at time zone 'UTC')::date) > 1 and ${of("d.account_id")}`,
  },
  {
    name: "order_expected",
    means: "What an order expects back is of its lines, and above zero.",
    cause: "past_the_ledger",
    cure: "rebuild",
    text: (of) => `
      select ${fault({ ...ORDER, stored: "x.amount || ' of ' || x.line", expected: "'a line of the order'" })}
        from reconciliation_document d cross join lateral jsonb_to_recordset(d.expected) as x (line text, amount bigint)
       where d.expected <> '[]' and ${of("d.account_id")}
         and (x.amount <= 0
           or not exists (select from reconciliation_open_item i where i.document_id = d.id and i.line_key = x.line))`,
  },
  {
    name: "order_owner",
    means:
      "An order stands in its owner's account, or in that of whom its owner is or was a member of; that of an order without a customer has no other.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({
        ...ORDER,
        kind: "a.owner_type",
        stored: "coalesce(d.owner_type || ' ' || d.owner_id, 'order ' || d.order_id)",
        expected: "a.owner_type || ' ' || a.owner_id",
      })}
        from reconciliation_document d join reconciliation_account a on a.id = d.account_id
       where ${of("d.account_id")}
         and (d.owner_id is not null and not exists (
               select from reconciliation_membership m where m.member_type = d.owner_type and m.member_id = d.owner_id)
           or d.owner_id is null and a.owner_type = 'order' and a.owner_id <> d.order_id)`,
  },
  {
    name: "membership_time",
    means: "A membership ends after it began.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ table: "membership", id: "m.id", account: "null", kind: "m.member_type", stored: "m.ended_at", expected: "'after ' || m.since" })}
        from reconciliation_membership m where m.ended_at < m.since and ${of("null::bigint")}`,
  },
  {
    name: "told_state",
    means:
      "What other programs were told of an order is of a version that it has reached, and of the present one that it is paid only if it is.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ ...ORDER, kind: "t.state", stored: "t.state || ', version ' || t.version", expected: "'version ' || d.version" })}
        from reconciliation_told_state t join reconciliation_document d on d.id = t.document_id
       where ${of("d.account_id")}
         and (t.version > d.version
           or t.version = d.version and t.state = 'full' and exists (
                select from reconciliation_open_item i
                 where i.document_id = d.id and i.account_id = d.account_id and i.side = 'debit' and i.allocated < i.amount))`,
  },
]

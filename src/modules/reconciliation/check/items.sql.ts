import { fault, type Invariant } from "./invariant.sql"

const ITEM = {
  table: "open_item",
  id: "i.id",
  account: "i.account_id",
  document: "i.document_id",
  kind: "i.kind",
}
const ALLOCATION = { table: "allocation", id: "a.id", account: "a.account_id", kind: "a.rule" }

/** The names of domain/key.ts. */
const NAMED =
  "^(line|ship|round|cancel|cl|value|out|cap|ref|deposit|woff|disc|rev|move:out|move:in|give:out|give:in|payback|opening):"
/** Keys whose name is that of one row of the host. */
const OF_ONE_ROW = "^(line|ship|cap|ref):"

/** What an item and an allocation say of themselves, beside their amounts. */
export const ITEMS: readonly Invariant[] = [
  {
    name: "item_names",
    means:
      "A key names what an item stands for, and the row of the store that it names is the one it came of; what a line costs speaks of its line and its order.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({
        ...ITEM,
        stored:
          "i.key || ', ' || coalesce(i.host_id, 'no row') || ', ' || coalesce(i.line_key, 'no line') || ', ' || coalesce(i.document_id::text, 'no order')",
        expected:
          "case when i.kind = 'charge' and (i.line_key is null or i.document_id is null) then 'a line of an order' else 'the row that its key names' end",
      })}
        from reconciliation_open_item i
       where ${of("i.account_id")}
         and (i.key !~ '${NAMED}'
           or i.key ~ '${OF_ONE_ROW}' and i.host_id is not null and i.host_id <> substr(i.key, strpos(i.key, ':') + 1)
           or i.kind = 'charge' and (i.line_key is null or i.document_id is null))`,
  },
  {
    name: "item_write_off",
    means: "Of write-offs and of cash discounts alone it is said what was written off.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ ...ITEM, stored: "i.write_off_kind", expected: "'nothing'" })}
        from reconciliation_open_item i
       where i.write_off_kind is not null and i.kind not in ('write_off', 'cash_discount') and ${of("i.account_id")}`,
  },
  {
    name: "item_day",
    means: "An item happened on the day of its moment, in whatever time zone the store's books are.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ ...ITEM, stored: "i.occurred_on", expected: "(i.occurred_at at time zone 'UTC')::date" })}
        from reconciliation_open_item i
       where abs(i.occurred_on - (i.occurred_at at time zone 'UTC')::date) > 1 and ${of("i.account_id")}`,
  },
  {
    name: "item_recorded",
    means: "An item was recorded at the moment of its journal entry.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ ...ITEM, stored: "i.recorded_at", expected: "k.recorded_at" })}
        from reconciliation_open_item i join reconciliation_change k on k.id = i.change_id
       where i.recorded_at <> k.recorded_at and ${of("i.account_id")}`,
  },
  {
    name: "allocation_recorded",
    means: "An allocation was recorded at the moment of its journal entry, and so never before its items.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ ...ALLOCATION, stored: "a.recorded_at", expected: "k.recorded_at" })}
        from reconciliation_allocation a join reconciliation_change k on k.id = a.change_id
       where a.recorded_at <> k.recorded_at and ${of("a.account_id")}`,
  },
  {
    name: "allocation_rule",
    means: "An allocation says by which rule it was made, and of a back-fill by which run.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({
        ...ALLOCATION,
        stored:
          "a.origin || ', ' || coalesce(nullif(a.rule, ''), 'no rule') || ', ' || coalesce('run ' || a.run_id, 'no run')",
        expected: "case when a.rule = '' then 'a rule' else 'a run' end",
      })}
        from reconciliation_allocation a
       where (a.rule = '' or a.origin = 'backfill' and a.run_id is null) and ${of("a.account_id")}`,
  },
]

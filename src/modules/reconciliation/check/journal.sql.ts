import { fault, type Invariant, type Of } from "./invariant.sql"

/** Every reference between the ledger's tables: a test holds the list against the foreign keys.. */
export const REFERENCES: readonly (readonly [table: string, column: string, target: string])[] = [
  ["allocation", "account_id", "account"],
  ["allocation", "change_id", "change"],
  ["allocation", "credit_item_id", "open_item"],
  ["allocation", "debit_item_id", "open_item"],
  ["allocation", "instalment_id", "instalment"],
  ["allocation", "releases", "allocation"],
  ["attachment", "document_id", "document"],
  ["attachment", "of_attachment", "attachment"],
  ["attachment", "open_item_id", "open_item"],
  ["change", "account_id", "account"],
  ["change", "document_id", "document"],
  ["change", "undoes_change_id", "change"],
  ["document", "account_id", "account"],
  ["document_number", "document_id", "document"],
  ["document_number", "open_item_id", "open_item"],
  ["due_date", "change_id", "change"],
  ["due_date", "open_item_id", "open_item"],
  ["instalment", "account_id", "account"],
  ["instalment", "change_id", "change"],
  ["instalment", "document_id", "document"],
  ["instalment_event", "change_id", "change"],
  ["instalment_event", "instalment_id", "instalment"],
  ["matching_sequence", "account_id", "account"],
  ["matching_sequence", "change_id", "change"],
  ["matching_sequence", "document_id", "document"],
  ["matching_sequence", "open_item_id", "open_item"],
  ["mirror", "credit_item_id", "open_item"],
  ["mirror", "document_id", "document"],
  ["mirror", "wanted_by", "change"],
  ["mirror", "withdrawn_by", "change"],
  ["note", "document_id", "document"],
  ["note", "of_note", "note"],
  ["note", "open_item_id", "open_item"],
  ["open_item", "account_id", "account"],
  ["open_item", "change_id", "change"],
  ["open_item", "document_id", "document"],
  ["open_item", "origin_item_id", "open_item"],
  ["open_item", "reverses_item_id", "open_item"],
  ["receipt", "open_item_id", "open_item"],
  ["run", "undoes_run_id", "run"],
  ["run_chunk", "run_id", "run"],
  ["supply", "document_id", "document"],
  ["terms", "change_id", "change"],
  ["terms", "document_id", "document"],
  ["told_state", "document_id", "document"],
  ["typed_text", "account_id", "account"],
  ["write_off_decision", "change_id", "change"],
  ["write_off_decision", "request_id", "write_off_request"],
  ["write_off_request", "account_id", "account"],
  ["write_off_request", "document_id", "document"],
  ["write_off_request", "open_item_id", "open_item"],
]

const WITH_ACCOUNT: ReadonlySet<string> = new Set(
  "allocation change document instalment matching_sequence open_item typed_text write_off_request".split(" "),
)
const WITH_DOCUMENT: ReadonlySet<string> = new Set(
  REFERENCES.flatMap(([table, column]) => (column === "document_id" ? [table] : [])),
)
/** Tables whose rows have another name than an id. */
const KEYS: Readonly<Record<string, string>> = {
  receipt: "x.open_item_id",
  told_state: "x.document_id",
  typed_text: "x.name",
}

function lost(of: Of): string {
  return REFERENCES.map(([table, column, target]) => {
    const account = WITH_ACCOUNT.has(table) ? "x.account_id" : "null"
    return `
      select ${fault({
        table,
        id: KEYS[table] ?? "x.id",
        account,
        document: WITH_DOCUMENT.has(table) ? "x.document_id" : "null",
        kind: `'${column}'`,
        stored: `x.${column}`,
        expected: `'a row of ${target}'`,
      })}
        from reconciliation_${table} x
       where x.${column} is not null and ${WITH_ACCOUNT.has(table) ? of("x.account_id") : of("null::bigint")}
         and not exists (select from reconciliation_${target} y where y.id = x.${column})`
  }).join("\n       union all")
}

/** Kinds of changes that may leave nothing but the journal entry. */
const BARE = "'plan', 'instalment', 'transfer', 'terms', 'confirmation', 'repair'"
/** Tables whose rows say by which change they came. */
const OF_CHANGE = [
  "open_item",
  "allocation",
  "matching_sequence",
  "instalment",
  "instalment_event",
  "due_date",
  "terms",
]

export const JOURNAL: readonly Invariant[] = [
  {
    name: "reference",
    means: "A row that names another one names one that is there.",
    cause: "past_the_ledger",
    cure: "restore",
    text: lost,
  },
  {
    name: "journal_account",
    means: "Items, allocations, codes and planned payments are of the account of their journal entry.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) =>
      ["open_item", "allocation", "matching_sequence", "instalment"]
        .map(
          (table) => `
      select ${fault({
        table,
        id: "r.id",
        account: "r.account_id",
        document: table === "allocation" ? "null" : "r.document_id",
        kind: "k.kind",
        stored: "r.account_id",
        expected: "k.account_id",
      })}
        from reconciliation_${table} r join reconciliation_change k on k.id = r.change_id
       where k.account_id <> r.account_id and ${of("r.account_id")}`,
        )
        .join("\n       union all"),
  },
  {
    name: "journal_actor",
    means: "A journal entry says who made it: a person, a key or the system.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({ table: "change", id: "k.id", account: "k.account_id", document: "k.document_id", kind: "k.kind", stored: "k.actor_type", expected: "'user, api-key or system'" })}
        from reconciliation_change k
       where (k.actor_type not in ('user', 'api-key', 'system') or k.actor_type <> 'system' and k.actor_id is null) and ${of("k.account_id")}`,
  },
  {
    name: "journal_empty",
    means: "A journal entry has what it says: items, allocations, codes, plans, days or terms.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({
        table: "change",
        id: "k.id",
        account: "k.account_id",
        document: "k.document_id",
        kind: "k.kind",
        stored: "'nothing'",
        expected: "'rows of ' || k.kind",
      })}
        from reconciliation_change k
       where k.kind not in (${BARE}) and ${of("k.account_id")}
         ${OF_CHANGE.map((table) => `and not exists (select from reconciliation_${table} r where r.change_id = k.id)`).join("\n         ")}`,
  },
  {
    name: "journal_undo",
    means: "A change that undoes another one came after it, in the same account, and no other undoes it too.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({
        table: "change",
        id: "k.id",
        account: "k.account_id",
        document: "k.document_id",
        kind: "k.kind",
        stored: "concat_ws(' ', 'undoes', u.id, 'of account', u.account_id)",
        expected: "concat_ws(' ', 'an earlier change of account', k.account_id, 'that stood')",
      })}
        from reconciliation_change k join reconciliation_change u on u.id = k.undoes_change_id
       where (u.id >= k.id or u.account_id <> k.account_id
           or exists (select from reconciliation_change o where o.undoes_change_id = u.id and o.id < k.id))
         and ${of("k.account_id")}`,
  },
  {
    name: "account_version",
    means: "The version of an account is the number of its changes.",
    cause: "past_the_ledger",
    cure: "recount",
    text: (of) => `
      select ${fault({ table: "account", id: "a.id", account: "a.id", stored: "a.version", expected: "coalesce(k.changes, 0)" })}
        from reconciliation_account a
        left join (select account_id, count(*) as changes from reconciliation_change k where ${of("k.account_id")} group by 1) k
          on k.account_id = a.id
       where a.version <> coalesce(k.changes, 0) and ${of("a.id")}`,
  },
  {
    name: "typed_text",
    means: "What a person typed is as it was typed, unless it was erased: its name is made of it.",
    cause: "past_the_ledger",
    cure: "restore",
    text: (of) => `
      select ${fault({
        table: "typed_text",
        id: "t.name",
        account: "t.account_id",
        stored: "'another text'",
        expected: "'the text of its name'",
      })}
        from reconciliation_typed_text t
       where t.content is not null and ${of("t.account_id")}
         and t.name <> 'typed:' || encode(sha256(convert_to(t.salt || t.content, 'UTF8')), 'hex')
       union all
      select ${fault({ table: "open_item", id: "i.id", account: "i.account_id", document: "i.document_id", kind: "i.kind", stored: "i.reference", expected: "'a typed text of that name'" })}
        from reconciliation_open_item i
       where i.reference like 'typed:%' and ${of("i.account_id")}
         and not exists (select from reconciliation_typed_text t where t.name = i.reference)
       union all
      select ${fault({ table: "change", id: "k.id", account: "k.account_id", document: "k.document_id", kind: "k.kind", stored: "k.reason", expected: "'a typed text of that name'" })}
        from reconciliation_change k
       where k.reason like 'typed:%' and ${of("k.account_id")}
         and not exists (select from reconciliation_typed_text t where t.name = k.reason)`,
  },
]

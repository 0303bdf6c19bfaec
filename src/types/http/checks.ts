/** One check of every rule of the ledger. */
export interface CheckView {
  id: string
  recorded_at: string
  actor: { type: "system" | "user" | "api-key"; id: string | null; name: string | null }
  /** What set it off: a route, the nightly job, the command. */
  cause: string
  milliseconds: number
  /** How many rules were asked. */
  invariants: number
  /** Rows that break a rule, all of them. */
  faults: number
  /** Those that are named and that the check before did not name. */
  fresh: number
  /** The rules that are broken, by how many rows. */
  counts: { invariant: string; count: number }[]
}

/** A row that breaks a rule: of each rule a check names a hundred at most. */
export interface FindingView {
  id: string
  /** The name of the rule, and what it says. */
  invariant: string
  means: string
  /** The ledger's table without its prefix, and the row's id or name in it. */
  row: { table: string; id: string; kind: string | null }
  account_id: string | null
  document_id: string | null
  order_id: string | null
  display_id: string | null
  /** What stands there, and what should: ids, words and minor units. */
  stored: string
  expected: string
  cause: "past_the_ledger" | "triggers_off" | "host_moved_on"
  cause_says: string
  cure: "recount" | "render" | "rebuild" | "restore" | "correct" | "report"
  cure_says: string
  /** What a repair would do; null where the rows do not say what was there, or it was done. */
  repair: "recount" | "render" | "rebuild" | null
  /** The check before did not name it. */
  is_new: boolean
  repaired: { change_id: string; at: string } | null
}

/** What a repair does, or would do. */
export interface RepairView {
  repair: "recount" | "render" | "rebuild"
  stored: string
  expected: string
  /** Its journal entry; null of a preview. */
  change_id: string | null
}

/** What an order looks like to whoever supports the store: ids, kinds, amounts, days and versions; no names, emails or texts. */
export interface OrderDiagnosis {
  plugin: string
  order_id: string
  document_id: string
  account_id: string
  currency_code: string
  digits: number
  versions: { document: number; account: number; host: number }
  plan: number
  read_at: string | null
  /** Codes of what is wrong with the store's own rows. */
  problems: string[]
  items: {
    id: string
    account_id: string
    change_id: string
    side: string
    kind: string
    sequence: number
    host_id: string | null
    payment_id: string | null
    occurred_on: string
    amount: string
    allocated: string
  }[]
  allocations: {
    id: string
    change_id: string
    credit_item_id: string
    debit_item_id: string
    amount: string
    rule: string
    origin: string
    instalment_id: string | null
    releases: string | null
  }[]
  instalments: { id: string; plan: number; number: number; due_on: string; amount: string }[]
  changes: { id: string; kind: string; actor_type: string; recorded_at: string }[]
  findings: {
    invariant: string
    table: string
    row_id: string
    stored: string
    expected: string
  }[]
}

/** What rebuilding an order does: takes back what is posted of it, and posts anew what the store shows. */
export interface RebuildView {
  order_id: string
  /** Allocations taken back, and items posted to take its own back. */
  released: number
  taken_back: number
  /** Items that stand afterwards and the state that follows. */
  posted: number
  problems: string[]
}

/** Narrows an alias of a table that has an account to some of them, or says `true` of all. */
export type Of = (accountOfAlias: string) => string

/** How a fault comes about; a word for each in docs/spec/self-check.md and in the admin. */
export type Cause =
  /** Rows were written, changed or deleted past the plugin: by hand, by a script, by a restore of a part. */
  | "past_the_ledger"
  /** What triggers keep was not kept while they were off. */
  | "triggers_off"
  /** The store changed and the ledger did not hear of it, or its rows were changed by hand. */
  | "host_moved_on"

/** What is to be done; the first three are proposed and done by one button. */
export type Cure = "recount" | "render" | "rebuild" | "restore" | "correct" | "report"

/** A rule that the ledger's rows keep at any time, and the one statement that finds what breaks it. */
export interface Invariant {
  readonly name: string
  /** In a sentence, for who reads the answer of a route or the log. */
  readonly means: string
  readonly cause: Cause
  readonly cure: Cure
  /** Whether it reads the host's tables, which a ledger without a host does not have. */
  readonly ofHost?: true
  /** Whether it asks a function of a few rows one by one, which finds what it needs by indexes. */
  readonly byIndex?: true
  /** A query of FAULT's columns, a row for each fault: empty when all is right. */
  readonly text: (of: Of) => string
}

/** The columns of each query: which row is at fault, what stands there, and what should. */
export const fault = (row: {
  readonly table: string
  readonly id: string
  readonly account: string
  readonly document?: string
  readonly kind?: string
  readonly stored: string
  readonly expected: string
}): string =>
  `'${row.table}' as row_table, (${row.id})::text as row_id, (${row.account})::bigint as account_id,
   (${row.document ?? "null"})::bigint as document_id, (${row.kind ?? "null"})::text as kind,
   (${row.stored})::text as stored, (${row.expected})::text as expected`

/** An allocation as it counts: what takes another back is below zero. */
export const SIGNED = "case when releases is null then amount else -amount end"

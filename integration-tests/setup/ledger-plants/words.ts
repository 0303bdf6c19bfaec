/**
 * Damages of the plugin's own ledger, planted by somebody who has not seen its check. Each is one statement, to be run with
 * triggers and foreign keys off (`set session_replication_role = replica`), on an account with several orders paid partly and
 * fully, codes, credits, refunds and a move. The tables' CHECK and UNIQUE constraints still hold, and no statement breaks one.
 *
 * - Rows of the given account alone are written (`sides-of-two-currencies` opens an empty account besides); rows of another
 *   account are only pointed to.
 * - Where a table may be empty for the account (receipts, planned payments, mirrors, runs, notes …), the damaged row is put in.
 * - Where it can be done, counters are moved along with rows, so that the named rule is what is left. Rows of the lists do not
 *   follow while triggers are off, so list rules mostly break too.
 * - No statement contains a question mark, so knex's `raw(statement)` takes them as they are.
 */
export interface Plant {
  readonly name: string
  readonly does: string
  /** The rule that no longer holds, and where it is said; "implied" where the schema or the only writer makes it so. */
  readonly breaks: string
  /** @param a the account's id */
  readonly sql: (a: string) => string
}

/** An id that no table has. */
export const NOWHERE = "9000000000000000"

/** An item `i` of the account. */
export const item = (a: string, where: string, order = "i.id"): string =>
  `(select i.id from reconciliation_open_item i where i.account_id = ${a} and ${where} order by ${order} limit 1)`

export const CHARGE = "i.kind = 'charge' and i.document_id is not null"
export const MONEY = "i.kind in ('payment', 'deposit')"
export const MOVED = "i.key ~ '^(move|give):(in|out):'"

/** A live allocation `x` between `c` and `d`, both of the account. */
export const LIVE = `reconciliation_live_allocation x
       join reconciliation_open_item c on c.id = x.credit_item_id
       join reconciliation_open_item d on d.id = x.debit_item_id`
export const allocation = (a: string, where = "true"): string =>
  `(select x.id from ${LIVE} where x.account_id = ${a} and c.account_id = ${a} and d.account_id = ${a} and ${where} order by x.id limit 1)`

/** The same as a row `src`, with the order `doc` that its debit is of; more than one minor unit, bound to nothing, and no transfer's or plan's. */
export const src = (a: string, where = "true"): string =>
  `src as materialized (
     select x.*, o.id as doc, o.plan as doc_plan from ${LIVE}
       join reconciliation_document o on o.id = d.document_id and o.account_id = ${a}
       join reconciliation_change j on j.id = x.change_id and j.kind not in ('plan', 'transfer', 'move')
      where x.account_id = ${a} and c.account_id = ${a} and d.account_id = ${a} and x.instalment_id is null and x.amount > 1 and ${where}
      order by x.id limit 1)`

/** An order `o` that is in the account now. */
export const order = (a: string, where = "true"): string =>
  `(select o.id from reconciliation_document o where o.account_id = ${a} and ${where} order by o.id limit 1)`

/** A row of the lists. */
export const row = (a: string, where = "true"): string =>
  `(select t.id from reconciliation_transaction t where t.account_id = ${a} and ${where} order by t.id limit 1)`

export const otherAccount = (a: string): string =>
  `coalesce((select b.id from reconciliation_account b where b.id <> ${a} order by b.id limit 1), ${NOWHERE})`

export const lastChange = (a: string): string =>
  `(select j.id from reconciliation_change j where j.account_id = ${a} order by j.id desc limit 1)`

export const ALLOCATION =
  "account_id, change_id, credit_item_id, debit_item_id, amount, origin, rule, step, credit_open_before, debit_open_before, credit_taxes, debit_taxes, instalment_id, releases, run_id, occurred_on, accounting_on"
/** Another allocation like `src`, with some values of its own. */
export const likeSrc = (own: Record<string, string>, from = "src"): string =>
  `insert into reconciliation_allocation (${ALLOCATION})
     select ${ALLOCATION.split(", ")
       .map((column) => own[column] ?? `src.${column}`)
       .join(", ")} from ${from}`

export const INSTALMENT =
  "insert into reconciliation_instalment (account_id, document_id, change_id, plan, number, due_on, amount, pins)"

/** A payment's last number in series R of a year, 0 where there is none. */
export const lastNumber = (year: string): string =>
  `coalesce((select max(r.number) from reconciliation_receipt r where r.series = 'R' and r.year = ${year}), 0)`
export const YEAR = "extract(year from i.accounting_on)::int"

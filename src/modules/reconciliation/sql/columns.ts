/** The columns of an open item as the domain reads them; days and moments as text, never as local dates. */
export const OPEN_ITEM_COLUMNS = `
  i.id, i.document_id, i.side, i.kind, i.key, i.sequence, i.line_key, i.position, i.title, i.reference, i.method,
  to_char(i.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as occurred_at,
  i.occurred_on::text, i.due_on::text, i.amount, i.allocated, i.taxes, i.taxes_allocated, i.gl_account`

/** The columns of an allocation as the domain reads them. */
export const ALLOCATION_COLUMNS = `
  a.id, a.credit_item_id, a.debit_item_id, a.amount, a.origin, a.rule, a.step, a.credit_open_before,
  a.debit_open_before, a.credit_taxes, a.debit_taxes, a.instalment_id, a.releases,
  to_char(a.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at`

/** Moments as ISO text in UTC. */
export const isoOf = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

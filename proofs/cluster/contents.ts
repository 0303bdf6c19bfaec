import type { OwnDatabase } from "../../bench/lib/database"
import { send } from "../../bench/lib/database"

/**
 * What a ledger says in the end, a line each: its items with what is placed of them, its amounts, its codes. Ids and moments
 * that the host makes up anew each time are left out, so that two stores that were copies of one can be compared.
 */
export async function contentsOf({ knex }: OwnDatabase): Promise<string[]> {
  const rows = await send<{ line: string }>(knex, CONTENTS)
  return rows.map(({ line }) => line).toSorted()
}

/** Lines that only one of two has, a few of them with a sign. */
export function differences(one: readonly string[], other: readonly string[]): string[] {
  const count = new Map<string, number>()
  for (const line of one) count.set(line, (count.get(line) ?? 0) + 1)
  for (const line of other) count.set(line, (count.get(line) ?? 0) - 1)
  return [...count].filter(([, many]) => many !== 0).map(([line, many]) => `${many > 0 ? "-" : "+"} ${line}`)
}

/** "cap:capt_01J…" without the host's id. */
const named = (key: string): string => `regexp_replace(${key}, '_[0-9A-HJKMNP-TV-Z]{26}', '')`

const CONTENTS = `
  select concat_ws(' ', 'item', a.owner_id, d.order_id, i.side, i.kind, ${named("i.key")}, i.sequence, i.amount, i.allocated,
           i.occurred_on) as line
    from reconciliation_open_item i join reconciliation_account a on a.id = i.account_id
    left join reconciliation_document d on d.id = i.document_id
  union all
  select concat_ws(' ', 'amount', a.owner_id, d.order_id, ${named("c.key")}, c.amount, '→', ${named("b.key")}, l.amount, l.origin, l.rule)
    from reconciliation_live_allocation l join reconciliation_account a on a.id = l.account_id
    join reconciliation_open_item c on c.id = l.credit_item_id
    join reconciliation_open_item b on b.id = l.debit_item_id
    left join reconciliation_document d on d.id = b.document_id
  union all
  select concat_ws(' ', 'code', a.owner_id, s.rank, d.order_id)
    from reconciliation_matching_sequence s join reconciliation_account a on a.id = s.account_id
    left join reconciliation_document d on d.id = s.document_id`

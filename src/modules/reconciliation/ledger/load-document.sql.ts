import { ALLOCATION_COLUMNS, isoOf, OPEN_ITEM_COLUMNS } from "./columns"
import type { Statement } from "./statement"

const DOCUMENT_COLUMNS = `
  d.id as doc_id, d.account_id, d.order_id, d.display_id, ${isoOf("d.placed_at")} as placed_at, d.placed_on::text,
  d.sales_channel_id, d.host_version, ${isoOf("d.state_at")} as state_at, d.read_at > $2::timestamptz as superseded, d.problems, d.expected, d.plan, d.version, s.rank,
  d.owner_type, d.owner_id, t.terms`

/**
 * An order with every item posted for it, in the order of posting. Unique index on order_id, then
 * index on document_id; as many rows as the order has items, at least one.
 */
export const loadDocument: Statement = {
  name: "load_document",
  prepared: true,
  text: `select ${DOCUMENT_COLUMNS}, ${OPEN_ITEM_COLUMNS}
    from reconciliation_document d
    left join reconciliation_matching_sequence s on s.document_id = d.id and s.account_id = d.account_id
    left join lateral (
      select json_build_object('kind', g.kind, 'days', g.days, 'dayOfNextMonth', g.day_of_next_month, 'source', g.source) as terms
        from reconciliation_terms g where g.document_id = d.id order by g.id desc limit 1) t on true
    left join reconciliation_open_item i on i.document_id = d.id
   where d.order_id = $1
   order by i.id`,
}

/** What the ledger knows of some orders, with the database's clock and the newest change of the settings. Unique index, indexes on document; one row each. */
export const loadMarks: Statement = {
  name: "load_marks",
  text: `select o.order_id, d.host_version, ${isoOf("clock_timestamp()")} as now,
      (select coalesce(max(s.id), 0)::text from reconciliation_setting s) as settings,
      exists (select 1 from reconciliation_open_item i
               where i.document_id = d.id and i.kind in ('charge', 'shipping')) as charged,
      (select g.kind = 'on_delivery' from reconciliation_terms g
        where g.document_id = d.id order by g.id desc limit 1) is true as due_by_delivery
    from unnest($1::text[]) o (order_id)
    left join reconciliation_document d on d.order_id = o.order_id`,
}

/** Opens a document for an order seen for the first time. */
export const openDocument: Statement = {
  name: "open_document",
  text: `insert into reconciliation_document (account_id, order_id, display_id, placed_at, placed_on, sales_channel_id, owner_type, owner_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
}

/** Gives an order to another account, and names its own owner where that is another one; what is posted stays where it is. Primary key; one row. */
export const moveDocument: Statement = {
  name: "move_document",
  text: `update reconciliation_document set account_id = $2, owner_type = $3, owner_id = $4, version = version + 1
    where id = $1`,
}

/**
 * Live allocations that touch an order, oldest first: those on its debits, and those of every credit
 * that is its own or pays it (for "of 300, 2 other orders"). Indexes on both item columns.
 */
export const loadAllocations: Statement = {
  name: "load_allocations",
  text: `with own as (select id, side from reconciliation_open_item where document_id = $1),
    credits as (
      select id from own where side = 'credit'
      union
      select credit_item_id from reconciliation_allocation
       where debit_item_id in (select id from own where side = 'debit')
    )
    select ${ALLOCATION_COLUMNS}, a.account_id
      from reconciliation_live_allocation a
     where a.credit_item_id in (select id from credits)
     order by a.id`,
}

/** Items by id. Primary key; one row each. */
export const loadItems: Statement = {
  name: "load_items",
  text: `select ${OPEN_ITEM_COLUMNS} from reconciliation_open_item i where i.id = any($1::bigint[]) order by i.id`,
}

/** Those of some items whose order has gone to another account since. Primary keys. */
export const listMovedAway: Statement = {
  name: "list_moved_away",
  text: `select i.id from reconciliation_open_item i join reconciliation_document d on d.id = i.document_id
   where i.id = any($1::bigint[]) and d.account_id <> i.account_id`,
}

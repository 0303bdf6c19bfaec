/** An exact text as the host keeps it. */
export const raw = (amount: number | string): string => `'{"value": "${amount}", "precision": 20}'`

/** The payments of an order. */
export const OF_ORDER = `(select p.id from payment p join order_payment_collection k on k.payment_collection_id = p.payment_collection_id
  where k.order_id = ?)`

/** A fault, and what writes it into the host's tables of an order that was captured in full: 168.00. */
export const FAULTS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "a payment that was never captured": [
    "transaction_without_capture",
    `insert into order_transaction (id, order_id, version, amount, raw_amount, currency_code, reference, reference_id)
       select 'ordtrx_phantom', id, version, 50, ${raw(50)}, currency_code, 'capture', 'capt_gone' from "order" where id = ?`,
  ],
  "a capture that was deleted": [
    "transaction_without_capture",
    `update capture set deleted_at = now() where payment_id in ${OF_ORDER}`,
  ],
  "a refund that was never made": [
    "transaction_without_refund",
    `insert into order_transaction (id, order_id, version, amount, raw_amount, currency_code, reference, reference_id)
       select 'ordtrx_phantom_refund', id, version, -30, ${raw(-30)}, currency_code, 'refund', 'ref_gone' from "order" where id = ?`,
  ],
  "a capture that the order does not count": [
    "capture_without_transaction",
    `delete from order_transaction where order_id = ?`,
  ],
  "a refund that the order does not count": [
    "refund_without_transaction",
    `insert into refund (id, amount, raw_amount, payment_id) select 'ref_orphan', 20, ${raw(20)}, p.id from ${OF_ORDER} p`,
  ],
  "a capture that is counted at another amount": [
    "transaction_amount_differs",
    `update order_transaction set amount = 100, raw_amount = ${raw(100)} where order_id = ?`,
  ],
  "a capture that is counted twice": [
    "transaction_twice",
    `insert into order_transaction (id, order_id, version, amount, raw_amount, currency_code, reference, reference_id)
       select 'ordtrx_again', order_id, version, amount, raw_amount, currency_code, reference, reference_id
         from order_transaction where order_id = ?`,
  ],
  "a sum of what was paid that nothing says": [
    "balance_disagrees",
    `update order_summary set totals = totals || '{"transaction_total": 100, "raw_transaction_total": {"value": "100", "precision": 20}}'
      where order_id = ?`,
  ],
  "a balance that nothing says": [
    "balance_disagrees",
    `update order_summary set totals = totals || '{"pending_difference": 17, "raw_pending_difference": {"value": "17", "precision": 20}}'
      where order_id = ?`,
  ],
  "an order without a balance": [
    "balance_disagrees",
    `update order_summary set deleted_at = now() where order_id = ?`,
  ],
  "a payment of no order": [
    "payment_of_no_order",
    `update order_payment_collection set deleted_at = now() where order_id = ?`,
  ],
  "a payment whose order was deleted": [
    "payment_of_no_order",
    `update "order" set deleted_at = now() where id = ?`,
  ],
  "a payment whose collection was deleted": [
    "payment_without_collection",
    `update payment_collection set deleted_at = now() where id in
       (select payment_collection_id from order_payment_collection where order_id = ?)`,
  ],
  "a capture whose payment was deleted": [
    "capture_without_payment",
    `update payment set deleted_at = now() where id in ${OF_ORDER}`,
  ],
  "money kept of a cancelled order": [
    "cancelled_order_captured",
    `update "order" set status = 'canceled', canceled_at = now() where id = ?`,
  ],
  "more captured than the payment was of": [
    "captured_more_than_payment",
    `update payment set amount = 100, raw_amount = ${raw(100)} where id in ${OF_ORDER}`,
  ],
  "a payment marked as captured without a capture": [
    "payment_says_otherwise",
    `update payment_collection set captured_amount = 100, raw_captured_amount = ${raw(100)} where id in
       (select payment_collection_id from order_payment_collection where order_id = ?)`,
  ],
  "a payment in another currency": [
    "currency_differs",
    `update payment set currency_code = 'eur' where id in ${OF_ORDER}`,
  ],
  "a transaction in another currency": [
    "currency_differs",
    `update order_transaction set currency_code = 'eur' where order_id = ?`,
  ],
  "a line below zero": [
    "negative_total",
    `update order_line_item set unit_price = -50, raw_unit_price = ${raw(-50)} where title = 'B' and id in
       (select item_id from order_item where order_id = ?)`,
  ],
  "a total of fractions": [
    "unrounded_total",
    `update order_line_item set unit_price = 31.0037, raw_unit_price = ${raw("31.0037")} where title = 'B' and id in
       (select item_id from order_item where order_id = ?)`,
  ],
  "credit lines above the total": [
    "credits_exceed_total",
    `insert into order_credit_line (id, order_id, version, amount, raw_amount, reference)
       select 'ordcl_large', id, version, 500, ${raw(500)}, 'goodwill' from "order" where id = ?`,
  ],
  "a row of two amounts": [
    "amount_written_twice",
    `update order_transaction set amount = 100 where order_id = ?`,
  ],
  "an order that cannot be added up": [
    "order_unreadable",
    `update order_shipping_method set raw_amount = '{"value": "twenty", "precision": 20}' where id in
       (select shipping_method_id from order_shipping where order_id = ?)`,
  ],
}

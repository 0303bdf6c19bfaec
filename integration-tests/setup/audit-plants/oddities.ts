import {
  aged,
  AT,
  cancelled,
  captureOf,
  collectionOf,
  counted,
  LATER,
  literal,
  newCapture,
  newId,
  newRefund,
  newTransaction,
  nextVersion,
  paid,
  part,
  paymentOf,
  type Plant,
  raw,
  setTotals,
  was,
} from "./rows"

export const oddities: readonly Plant[] = [
  {
    name: "draft-without-collection",
    kind: "oddity",
    why: "A draft order owes nothing yet and has neither collection, payment nor transaction; that its summary says all of it is pending is how the host writes a draft.",
    told: "Nothing. A careless audit says: unpaid, or no payment collection.",
    sql: (orderId) => {
      const o = literal(orderId)
      const collections = `(select l.payment_collection_id from order_payment_collection l where l.order_id = ${o})`
      return [
        ...aged(o),
        `delete from cart_payment_collection where payment_collection_id in ${collections}`,
        `delete from payment_collection where id in ${collections}`,
        `delete from order_payment_collection where order_id = ${o}`,
        `delete from order_transaction where order_id = ${o}`,
        setTotals(o, {
          paid_total: "0::numeric",
          refunded_total: "0::numeric",
          transaction_total: "0::numeric",
          pending_difference: was("current_order_total"),
        }),
        `update "order" set status = 'draft', is_draft_order = true where id = ${o}`,
      ]
    },
  },
  {
    name: "cancelled-and-refunded-by-the-host",
    kind: "oddity",
    why: "The host's own cancellation of a paid order: refund row, credit line of the whole amount in the next version, total 0, and a transaction that names the payment and not the refund, which is how that flow of the host names it.",
    told: "Nothing. A careless audit pairs transactions with refunds by id, and says: orphan refund and phantom refund, or money on a cancelled order.",
    sql: (orderId) => {
      const o = literal(orderId)
      return [
        ...aged(o),
        newRefund(o, { id: newId("ref", orderId, "cancelled"), amount: paid(o) }),
        newTransaction(o, {
          id: newId("ordtrx", orderId, "cancelled"),
          amount: `(- ${paid(o)})`,
          reference: "refund",
          referenceId: paymentOf(o),
        }),
        counted(o, paid(o), "refunded"),
        ...nextVersion(o, orderId, paid(o)),
        `update payment_collection
            set refunded_amount = ${paid(o)}, raw_refunded_amount = ${raw(paid(o))}, status = 'canceled', updated_at = ${AT}
          where id = ${collectionOf(o)}`,
        cancelled(o),
      ]
    },
  },
  {
    name: "authorisation-abandoned",
    kind: "oddity",
    why: "Before the payment there was another one, authorised and never captured, which an edit of the order cancelled; the host leaves its collection (canceled), its session (authorized) and its payment (canceled_at) beside the living ones.",
    told: "Nothing. A careless audit adds up collections or authorisations and says: twice the order's total, or a payment without a capture.",
    sql: (orderId) => {
      const o = literal(orderId)
      const [collection, session, payment] = [
        newId("pay_col", orderId, "abandoned"),
        newId("payses", orderId, "abandoned"),
        newId("pay", orderId, "abandoned"),
      ]
      const before = "now() - interval '11 days'"
      return [
        ...aged(o),
        `insert into payment_collection (id, currency_code, amount, raw_amount, authorized_amount, raw_authorized_amount,
             captured_amount, raw_captured_amount, refunded_amount, raw_refunded_amount, status, created_at, updated_at)
         select ${collection}, c.currency_code, c.amount, c.raw_amount, c.amount, c.raw_amount,
                0, ${raw("0::numeric")}, 0, ${raw("0::numeric")}, 'canceled', ${before}, ${before}
           from payment_collection c where c.id = ${collectionOf(o)}`,
        `insert into payment_session (id, currency_code, amount, raw_amount, provider_id, data, status, authorized_at, payment_collection_id,
             created_at, updated_at)
         select ${session}, p.currency_code, p.amount, p.raw_amount, p.provider_id, '{}'::jsonb, 'authorized', ${before}, ${collection},
                ${before}, ${before}
           from payment p where p.id = ${paymentOf(o)}`,
        `insert into payment (id, amount, raw_amount, currency_code, provider_id, data, canceled_at, payment_collection_id, payment_session_id,
             created_at, updated_at)
         select ${payment}, p.amount, p.raw_amount, p.currency_code, p.provider_id, '{}'::jsonb, ${before}, ${collection}, ${session},
                ${before}, ${before}
           from payment p where p.id = ${paymentOf(o)}`,
        `insert into order_payment_collection (id, order_id, payment_collection_id, created_at, updated_at)
         values (${newId("ordpay", orderId, "abandoned")}, ${o}, ${collection}, ${before}, ${before})`,
      ]
    },
  },
  {
    name: "rows-deleted-softly",
    kind: "oddity",
    why: "A second capture, a refund, the transactions of both and a credit line were taken back by the host's soft deletion; rows with `deleted_at` are no rows for the host, and what is left agrees.",
    told: "Nothing. A careless audit reads deleted rows and says: captured twice, refunded, and a credit line on top.",
    sql: (orderId) => {
      const o = literal(orderId)
      const [capture, refund] = [newId("capt", orderId, "deleted"), newId("ref", orderId, "deleted")]
      const [counting, refunding] = [
        newId("ordtrx", orderId, "deleted capture"),
        newId("ordtrx", orderId, "deleted refund"),
      ]
      const credit = newId("ordcl", orderId, "deleted")
      return [
        ...aged(o),
        newCapture(o, { id: capture, amount: paid(o) }),
        newRefund(o, { id: refund, amount: part(o) }),
        newTransaction(o, {
          id: counting,
          amount: paid(o),
          reference: "capture",
          referenceId: capture,
        }),
        newTransaction(o, {
          id: refunding,
          amount: `(- ${part(o)})`,
          reference: "refund",
          referenceId: refund,
        }),
        `insert into order_credit_line (id, order_id, version, reference, reference_id, amount, raw_amount, metadata, created_at, updated_at)
         select ${credit}, o.id, o.version, 'goodwill', 'sorry', ${part(o)}, ${raw(part(o))}, null, ${AT}, ${AT}
           from "order" o where o.id = ${o}`,
        `update capture set deleted_at = ${LATER} where id = ${capture}`,
        `update refund set deleted_at = ${LATER} where id = ${refund}`,
        `update order_transaction set deleted_at = ${LATER} where id in (${counting}, ${refunding})`,
        `update order_credit_line set deleted_at = ${LATER} where id = ${credit}`,
      ]
    },
  },
  {
    name: "exact-amounts-with-zeros-behind",
    kind: "oddity",
    why: "An import wrote the exact amounts as texts with ten decimals (`168.0000000000`): the same amounts, so nothing differs but the spelling.",
    told: "Nothing. A careless audit compares texts, and says: the capture differs from its transaction, or has more digits than the currency.",
    sql: (orderId) => {
      const o = literal(orderId)
      const spelled = (column: string): string =>
        `${column} = ${column} || jsonb_build_object('value', round((${column} ->> 'value')::numeric, 10)::text)`
      return [
        ...aged(o),
        `update order_item set ${spelled("raw_unit_price")} where order_id = ${o} and raw_unit_price is not null`,
        `update order_line_item set ${spelled("raw_unit_price")} where id in (select i.item_id from order_item i where i.order_id = ${o})`,
        `update order_shipping_method set ${spelled("raw_amount")}
          where id in (select i.shipping_method_id from order_shipping i where i.order_id = ${o})`,
        `update payment_collection set ${spelled("raw_amount")}, ${spelled("raw_captured_amount")} where id = ${collectionOf(o)}`,
        `update payment set ${spelled("raw_amount")} where id = ${paymentOf(o)}`,
        `update capture set ${spelled("raw_amount")} where id = ${captureOf(o)}`,
      ]
    },
  },
]

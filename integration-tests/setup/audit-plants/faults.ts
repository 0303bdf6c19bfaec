import {
  aged,
  AT,
  cancelled,
  captureOf,
  collectionOf,
  counted,
  currencyOf,
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

export const faults: readonly Plant[] = [
  {
    name: "phantom-refund-on-cancel",
    kind: "fault",
    why: "The order was cancelled, the payment provider refused the refund, and the host counts the refund all the same: a transaction of minus the amount under the payment's id, and no refund row.",
    told: "Order cancelled: your shop counts a refund of the whole amount that was never made. The customer has not got the money back; refund it at the payment service.",
    sql: (orderId) => {
      const o = literal(orderId)
      return [
        ...aged(o),
        newTransaction(o, {
          id: newId("ordtrx", orderId, "phantom"),
          amount: `(- ${paid(o)})`,
          reference: "refund",
          referenceId: paymentOf(o),
        }),
        counted(o, paid(o), "refunded"),
        ...nextVersion(o, orderId, "0::numeric"),
        `update payment_collection set status = 'canceled', updated_at = ${AT} where id = ${collectionOf(o)}`,
        cancelled(o),
      ]
    },
  },
  {
    name: "orphan-refund",
    kind: "fault",
    why: "About a quarter was refunded while the order was being edited: the provider paid, the refund row and the collection's refunded amount stayed, and the host broke off before it wrote transaction and credit line.",
    told: "A refund was paid out that the order does not count: its balance says settled, and the customer has that much back. Record it, or ask for it again.",
    sql: (orderId) => {
      const o = literal(orderId)
      return [
        ...aged(o),
        newRefund(o, { id: newId("ref", orderId, "orphan"), amount: part(o) }),
        `update payment_collection set refunded_amount = ${part(o)}, raw_refunded_amount = ${raw(part(o))}, updated_at = ${AT}
          where id = ${collectionOf(o)}`,
      ]
    },
  },
  {
    name: "capture-not-counted",
    kind: "fault",
    why: "The payment was captured and its row stands, but the order has no transaction of it (an integration that captured past the workflow, or a process that ended in between).",
    told: "The money is here and the order still asks for all of it: do not charge the customer again.",
    sql: (orderId) => {
      const o = literal(orderId)
      return [
        ...aged(o),
        setTotals(o, {
          paid_total: `(${was("paid_total")} - ${paid(o)})`,
          transaction_total: `(${was("transaction_total")} - ${paid(o)})`,
          pending_difference: `(${was("pending_difference")} + ${paid(o)})`,
        }),
        `delete from order_transaction where order_id = ${o} and reference = 'capture' and reference_id = ${captureOf(o)}`,
      ]
    },
  },
  {
    name: "captured-beyond-payment",
    kind: "fault",
    why: "The authorised amount was captured twice: two whole captures under one payment, both counted, so transactions and captures agree with each other and are twice what the payment is of.",
    told: "Twice the payment's amount was captured: the customer was charged twice, and is owed one of the two.",
    sql: (orderId) => {
      const o = literal(orderId)
      const id = newId("capt", orderId, "again")
      return [
        ...aged(o),
        newCapture(o, { id, amount: paid(o) }),
        newTransaction(o, {
          id: newId("ordtrx", orderId, "again"),
          amount: paid(o),
          reference: "capture",
          referenceId: id,
        }),
        counted(o, paid(o), "paid"),
        `update payment_collection set captured_amount = ${paid(o)} * 2, raw_captured_amount = ${raw(`(${paid(o)} * 2)`)}, updated_at = ${AT}
          where id = ${collectionOf(o)}`,
      ]
    },
  },
  {
    name: "refunded-beyond-captured",
    kind: "fault",
    why: "The whole payment was refunded in the right way, and once more by a second click at the provider: both refund rows are counted, so transactions and rows agree, and more went out than ever came in.",
    told: "Twice as much was refunded as was captured: one refund went out too much, ask the customer or the payment service for it.",
    sql: (orderId) => {
      const o = literal(orderId)
      const [first, second] = [newId("ref", orderId, "first"), newId("ref", orderId, "second")]
      return [
        ...aged(o),
        newRefund(o, { id: first, amount: paid(o) }),
        newTransaction(o, {
          id: newId("ordtrx", orderId, "first"),
          amount: `(- ${paid(o)})`,
          reference: "refund",
          referenceId: first,
        }),
        counted(o, paid(o), "refunded"),
        ...nextVersion(o, orderId, paid(o)),
        newRefund(o, { id: second, amount: paid(o), at: LATER }),
        newTransaction(o, {
          id: newId("ordtrx", orderId, "second"),
          amount: `(- ${paid(o)})`,
          at: LATER,
          reference: "refund",
          referenceId: second,
        }),
        counted(o, paid(o), "refunded"),
        `update payment_collection set refunded_amount = ${paid(o)} * 2, raw_refunded_amount = ${raw(`(${paid(o)} * 2)`)}, updated_at = ${LATER}
          where id = ${collectionOf(o)}`,
      ]
    },
  },
  {
    name: "paid-in-another-currency",
    kind: "fault",
    why: "The customer changed the region after the payment was begun: collection, session, payment and transaction are in another currency than the order, and the figures are equal only as figures.",
    told: "This order is in one currency and was paid in another: the amounts cannot be compared, so what is open of it is unknown.",
    sql: (orderId) => {
      const o = literal(orderId)
      const other = `case when ${currencyOf(o)} = 'usd' then 'gbp' else 'usd' end`
      return [
        ...aged(o),
        `update payment_session set currency_code = ${other} where payment_collection_id = ${collectionOf(o)}`,
        `update payment_collection set currency_code = ${other} where id = ${collectionOf(o)}`,
        `update payment set currency_code = ${other} where id = ${paymentOf(o)}`,
        `update order_transaction set currency_code = ${other} where order_id = ${o}`,
      ]
    },
  },
  {
    name: "summary-lost-an-update",
    kind: "fault",
    why: "Two parts were captured at the same moment and the host's summary kept one of the two additions: captures and transactions agree, the order's pending difference does not.",
    told: "The order's balance shows a quarter as unpaid, although its captures pay all of it: it is the balance that is wrong.",
    sql: (orderId) => {
      const o = literal(orderId)
      const id = newId("capt", orderId, "second part")
      const rest = `(${paid(o)} - ${part(o)})`
      return [
        ...aged(o),
        newCapture(o, { id, amount: part(o) }),
        `update capture set amount = ${rest}, raw_amount = ${raw(rest)} where id = ${captureOf(o)}`,
        `update order_transaction set amount = ${rest}, raw_amount = ${raw(rest)}
          where order_id = ${o} and reference = 'capture' and reference_id = ${captureOf(o)}`,
        newTransaction(o, {
          id: newId("ordtrx", orderId, "second part"),
          amount: part(o),
          reference: "capture",
          referenceId: id,
        }),
        setTotals(o, {
          paid_total: `(${was("paid_total")} - ${part(o)})`,
          transaction_total: `(${was("transaction_total")} - ${part(o)})`,
          pending_difference: `(${was("pending_difference")} + ${part(o)})`,
        }),
      ]
    },
  },
  {
    name: "payment-without-order",
    kind: "fault",
    why: "The link between the order and its payment collection is gone (a link dismissed by a script): a captured payment that belongs to no order, and an order that counts a capture it cannot show.",
    told: "A captured payment belongs to no order, and an order counts a payment that it does not have: they are each other's; link them again.",
    sql: (orderId) => {
      const o = literal(orderId)
      return [...aged(o), `delete from order_payment_collection where order_id = ${o}`]
    },
  },
  {
    name: "cancelled-order-keeps-money",
    kind: "fault",
    why: "The order was set to cancelled by a program that does not pass the host's workflow: nothing was refunded and nothing counted as refunded, so all sums agree and the shop holds the money of a sale that is off.",
    told: "A cancelled order still holds all that was paid for it: refund it, or say why it is kept.",
    sql: (orderId) => {
      const o = literal(orderId)
      return [...aged(o), cancelled(o)]
    },
  },
  {
    name: "capture-number-and-exact-amount-differ",
    kind: "fault",
    why: "Somebody mended the capture's number by SQL and left the exact amount beside it, which is the one that the host reads: column and `raw_amount` differ by about a quarter.",
    told: "A capture says two amounts at once, and the one that counts is less than what the order was credited with: look up at the payment service which is right.",
    sql: (orderId) => {
      const o = literal(orderId)
      const wrong = `(${paid(o)} - ${part(o)})`
      return [
        ...aged(o),
        `update capture set raw_amount = raw_amount || jsonb_build_object('value', trim_scale(${wrong})::text) where id = ${captureOf(o)}`,
      ]
    },
  },
]

import { model } from "@medusajs/framework/utils"

/**
 * What `query.graph` reads of the ledger, over views that the migrations make: amounts are decimal strings with the
 * digits of their currency, as the routes answer them, days are ISO dates in the accounting time zone. They are all in
 * one file because each names others that name it. Names begin with "Reconciliation" because the host keeps entities
 * of all modules by name.
 */

/** What one customer, or one order without a customer, owes and has paid in one currency. Read only. */
export const ReconciliationAccount = model.define(
  { name: "ReconciliationAccount", tableName: "reconciliation_entity_account" },
  {
    id: model.text().primaryKey(),
    owner_type: model.text(),
    owner_id: model.text(),
    /** Null where the owner is an order. */
    customer_id: model.text().nullable(),
    currency_code: model.text(),
    digits: model.number(),
    version: model.number(),
    documents: model.hasMany(() => ReconciliationDocument, { mappedBy: "account" }),
    open_items: model.hasMany(() => ReconciliationOpenItem, { mappedBy: "account" }),
    /** By which it is paid: one. */
    payment_references: model.hasMany(() => ReconciliationPaymentReference, { mappedBy: "account" }),
  },
)

/** An order as the ledger holds it. Read only. */
export const ReconciliationDocument = model.define(
  { name: "ReconciliationDocument", tableName: "reconciliation_entity_document" },
  {
    id: model.text().primaryKey(),
    order_id: model.text(),
    display_id: model.text(),
    sales_channel_id: model.text().nullable(),
    /** The day in the accounting time zone. */
    placed_on: model.text(),
    version: model.number(),
    account: model.belongsTo(() => ReconciliationAccount, { mappedBy: "documents" }),
    open_items: model.hasMany(() => ReconciliationOpenItem, { mappedBy: "document" }),
    /** What pays its lines, and what its credits pay elsewhere. */
    allocations: model.hasMany(() => ReconciliationAllocation, { mappedBy: "document" }),
    planned_payments: model.hasMany(() => ReconciliationPlannedPayment, { mappedBy: "document" }),
    matching_sequences: model.hasMany(() => ReconciliationMatchingSequence, { mappedBy: "document" }),
    /** By which it is paid: one. */
    payment_references: model.hasMany(() => ReconciliationPaymentReference, { mappedBy: "document" }),
  },
)

/**
 * A charge, money, a credit or money paid back: a side and an amount above zero, of which a part is allocated.
 * Read only.
 */
export const ReconciliationOpenItem = model.define(
  { name: "ReconciliationOpenItem", tableName: "reconciliation_entity_open_item" },
  {
    id: model.text().primaryKey(),
    side: model.text(),
    kind: model.text(),
    /** The row of its order's matrix, for example "line:ordli_…". */
    row: model.text().nullable(),
    title: model.text(),
    reference: model.text(),
    method: model.text().nullable(),
    provider_id: model.text().nullable(),
    /** The kind of a reversal or of a write-off. */
    detail: model.text().nullable(),
    /** The host's payment that it came by. */
    payment_id: model.text().nullable(),
    /** The host's row that it stands for: a line, a capture, a refund … */
    host_id: model.text().nullable(),
    customer_id: model.text().nullable(),
    order_id: model.text().nullable(),
    currency_code: model.text(),
    gl_account: model.text().nullable(),
    occurred_on: model.text(),
    accounting_on: model.text(),
    due_on: model.text().nullable(),
    amount: model.text(),
    allocated: model.text(),
    open: model.text(),
    account: model.belongsTo(() => ReconciliationAccount, { mappedBy: "open_items" }),
    /** Null for money on account. */
    document: model.belongsTo(() => ReconciliationDocument, { mappedBy: "open_items" }).nullable(),
    /** Its number, of money and of credit notes: one or none. */
    receipts: model.hasMany(() => ReconciliationReceipt, { mappedBy: "open_item" }),
    /** Of a credit: what it pays. */
    allocations_made: model.hasMany(() => ReconciliationAllocation, { mappedBy: "credit_item" }),
    /** Of a debit: what pays it. */
    allocations_received: model.hasMany(() => ReconciliationAllocation, { mappedBy: "debit_item" }),
  },
)

/** The number of money that came or was paid back, or of a credit note. Read only. */
export const ReconciliationReceipt = model.define(
  { name: "ReconciliationReceipt", tableName: "reconciliation_entity_receipt" },
  {
    id: model.text().primaryKey(),
    /** "R-2026-0042" */
    number: model.text(),
    open_item: model.belongsTo(() => ReconciliationOpenItem, { mappedBy: "receipts" }),
  },
)

/**
 * A part of a credit that pays a part of a debit, as it stands; what was taken back is not among them.  Read only.
 */
export const ReconciliationAllocation = model.define(
  { name: "ReconciliationAllocation", tableName: "reconciliation_entity_allocation" },
  {
    id: model.text().primaryKey(),
    amount: model.text(),
    currency_code: model.text(),
    origin: model.text(),
    rule: model.text(),
    /** The planned payment that it fulfils. */
    planned_payment_id: model.text().nullable(),
    occurred_on: model.text(),
    accounting_on: model.text(),
    account_id: model.text(),
    /** The order of the debit, or of the credit where the debit is on account. */
    document: model.belongsTo(() => ReconciliationDocument, { mappedBy: "allocations" }).nullable(),
    credit_item: model.belongsTo(() => ReconciliationOpenItem, { mappedBy: "allocations_made" }),
    debit_item: model.belongsTo(() => ReconciliationOpenItem, { mappedBy: "allocations_received" }),
  },
)

/** The letters that say what belongs together: of an order, or of money that lies on account. Read only. */
export const ReconciliationMatchingSequence = model.define(
  { name: "ReconciliationMatchingSequence", tableName: "reconciliation_entity_matching_sequence" },
  {
    id: model.text().primaryKey(),
    /** Position in the account, from 1. Sort by this, never by the letters. */
    rank: model.number(),
    /** "a" while something is open, "A" once nothing is. */
    code: model.text(),
    closed: model.boolean(),
    account_id: model.text(),
    open_item_id: model.text().nullable(),
    document: model.belongsTo(() => ReconciliationDocument, { mappedBy: "matching_sequences" }).nullable(),
  },
)

/** A planned payment of an order. Read only. */
export const ReconciliationPlannedPayment = model.define(
  { name: "ReconciliationPlannedPayment", tableName: "reconciliation_entity_planned_payment" },
  {
    id: model.text().primaryKey(),
    /** The plan it belongs to; a new plan takes the place of what is left of the one before. */
    plan: model.number(),
    number: model.number(),
    /** As last postponed. */
    due_on: model.text(),
    amount: model.text(),
    /** What money put on the order in fulfilment of it. */
    paid: model.text(),
    currency_code: model.text(),
    method: model.text().nullable(),
    reference: model.text().nullable(),
    cancelled: model.boolean(),
    account_id: model.text(),
    document: model.belongsTo(() => ReconciliationDocument, { mappedBy: "planned_payments" }),
  },
)

/** The creditor reference (ISO 11649) by which an order or an account is paid. Read only. */
export const ReconciliationPaymentReference = model.define(
  { name: "ReconciliationPaymentReference", tableName: "reconciliation_entity_payment_reference" },
  {
    id: model.text().primaryKey(),
    /** "RF18539007547034" */
    reference: model.text(),
    /** Null of an account's. */
    document: model.belongsTo(() => ReconciliationDocument, { mappedBy: "payment_references" }).nullable(),
    /** Null of an order's. */
    account: model.belongsTo(() => ReconciliationAccount, { mappedBy: "payment_references" }).nullable(),
  },
)

/** Each key is its entity's name, as the host wants it. */
export const ENTITIES = {
  ReconciliationAccount,
  ReconciliationDocument,
  ReconciliationOpenItem,
  ReconciliationReceipt,
  ReconciliationAllocation,
  ReconciliationMatchingSequence,
  ReconciliationPlannedPayment,
  ReconciliationPaymentReference,
}

import { line, deposit, doc, item, type Damage } from "./damage"

/** Damages to rows of the lists, to numbers of receipts and to what the store is told. */
export const LIST_DAMAGES: readonly Damage[] = [
  {
    does: "a row of the lists says another open amount",
    invariant: "list_row",
    sql: (a) =>
      `update reconciliation_transaction set open_debit = open_debit + 1 where account_id = ${a} and name = '0:${doc(a, 10)}'`,
    row: (a) => `transaction 0:${doc(a, 10)}`,
  },
  {
    does: "a row of the lists is gone",
    invariant: "list_row",
    sql: (a) => `delete from reconciliation_transaction where account_id = ${a} and name = '0:${doc(a, 2)}'`,
    row: (a) => `transaction 0:${doc(a, 2)}`,
    stored: () => "no row",
  },
  {
    does: "a row of the lists says another day",
    invariant: "list_row",
    sql: (a) =>
      `update reconciliation_transaction set due_on = '2030-01-01' where account_id = ${a} and name = '0:${doc(a, 10)}'`,
    row: (a) => `transaction 0:${doc(a, 10)}`,
    expected: () => "due_on 2026-02-01",
  },
  {
    does: "an item is worth more than when it was listed",
    invariant: "list_row",
    sql: (a) => item("amount = amount + 50", line(a, 10, 2)),
    row: (a) => `transaction 0:${doc(a, 10)}`,
  },
  {
    does: "the lists say that a paid order is not",
    invariant: "list_state",
    sql: (a) =>
      `update reconciliation_transaction set order_state = 'none' where account_id = ${a} and name = '0:${doc(a, 6)}'`,
    row: (a) => `transaction 0:${doc(a, 6)}`,
    stored: () => "none",
    expected: () => "full",
  },
  {
    does: "the lists forget how long an order is planned",
    invariant: "list_plan",
    of: 0,
    sql: (a) =>
      `update reconciliation_transaction set planned_until = null where account_id = ${a} and name = '0:${doc(a, 9)}'`,
    row: (a) => `transaction 0:${doc(a, 9)}`,
  },
  {
    does: "a note is not counted",
    invariant: "list_note",
    of: 2,
    sql: (a) =>
      `update reconciliation_transaction set notes = 0, to_check = false where account_id = ${a} and name = '0:${doc(a, 1)}'`,
    row: (a) => `transaction 0:${doc(a, 1)}`,
  },
  {
    does: "a note is counted that nobody wrote",
    invariant: "list_note",
    of: 1,
    sql: (a) =>
      `update reconciliation_transaction set notes = 3 where account_id = ${a} and name = '0:${doc(a, 1)}'`,
    row: (a) => `transaction 0:${doc(a, 1)}`,
  },
  {
    does: "a receipt is deleted",
    invariant: "receipt_gap",
    sql: (a) => `delete from reconciliation_receipt where open_item_id = ${deposit(a, 5)}`,
    row: (a) => `receipt R-2026-${doc(a, 5)}`,
  },
  {
    does: "money has no number",
    invariant: "receipt_missing",
    sql: (a) => `delete from reconciliation_receipt where open_item_id = ${deposit(a, 6)}`,
    row: (a) => `receipt ${deposit(a, 6)}`,
  },
  {
    does: "a number stands on two receipts",
    invariant: "receipt_shared",
    sql: (a) =>
      `update reconciliation_receipt set leads = false, number = ${doc(a, 1)} where open_item_id = ${deposit(a, 2)}`,
    row: (a) => `receipt ${deposit(a, 2)}`,
  },
  {
    does: "a number is of another year",
    invariant: "receipt_item",
    sql: (a) =>
      `update reconciliation_receipt set year = 2020, number = 1, series = 'Z' || ${a} where open_item_id = ${deposit(a, 3)}`,
    row: (a) => `receipt ${deposit(a, 3)}`,
  },
  {
    does: "money told to the store has another name",
    invariant: "mirror_name",
    of: 1,
    sql: (a) => `update reconciliation_mirror set host_name = 'X${a}' where id = 'mir_${a}'`,
    row: (a) => `mirror mir_${a}`,
  },
  {
    does: "the store is told of more than was applied",
    invariant: "mirror_sum",
    of: 1,
    sql: (a) => `update reconciliation_mirror set amount = 4000 where id = 'mir_${a}'`,
    row: (a) => `mirror ${deposit(a, 1)}`,
    stored: () => "4000",
  },
]

import { line, deposit, doc, change, allocation, allocated, type Damage } from "./damage"

/** Damages to the journal, to what rows name, to plans and memberships. */
export const JOURNAL_DAMAGES: readonly Damage[] = [
  {
    does: "a journal entry is deleted",
    invariant: "reference",
    sql: (a) => `delete from reconciliation_change where id = ${change(a, 2)}`,
    row: (a) => `open_item ${deposit(a, 4)}`,
  },
  {
    does: "an item that is paid is deleted",
    invariant: "reference",
    sql: (a) => `delete from reconciliation_open_item where id = ${line(a, 5, 1)}`,
    row: (a) => `allocation ${allocation(a, 13)}`,
  },
  {
    does: "an order is deleted",
    invariant: "reference",
    sql: (a) => `delete from reconciliation_document where id = ${doc(a, 10)}`,
    row: (a) => `open_item ${line(a, 10, 1)}`,
  },
  {
    does: "a journal entry is another account's",
    invariant: "journal_account",
    sql: (a) => `update reconciliation_change set account_id = ${a + 1} where id = ${change(a, 5)}`,
    row: (a) => `allocation ${allocation(a, 28)}`,
  },
  {
    does: "what a journal entry tells of is gone",
    invariant: "journal_empty",
    sql: (a) => `delete from reconciliation_allocation where id = ${allocation(a, 28)}`,
    row: (a) => `change ${change(a, 5)}`,
  },
  {
    does: "a change undoes a later one",
    invariant: "journal_undo",
    sql: (a) =>
      `update reconciliation_change set undoes_change_id = ${change(a, 5)} where id = ${change(a, 4)}`,
    row: (a) => `change ${change(a, 4)}`,
  },
  {
    does: "a journal entry that nothing names is deleted",
    invariant: "account_version",
    sql: (a) => `update reconciliation_account set version = version + 3 where id = ${a}`,
    row: (a) => `account ${a}`,
  },
  {
    does: "a typed text is changed",
    invariant: "typed_text",
    sql: (a) => `update reconciliation_typed_text set content = 'another' where content = 'CHQ ${doc(a, 2)}'`,
    row: () => "typed_text typed:",
  },
  {
    does: "a planned payment is fulfilled by more than it is",
    invariant: "plan_bound",
    of: 0,
    sql: (a) =>
      `update reconciliation_instalment set amount = 1900, pins = '[]' where id = ${(a - 1) * 2 + 1}`,
    row: (a) => `instalment ${(a - 1) * 2 + 1}`,
    stored: () => "1990",
  },
  {
    does: "a planned payment is fulfilled on another order",
    invariant: "plan_bound",
    of: 0,
    sql: (a) => allocated(`instalment_id = ${(a - 1) * 2 + 2}`, allocation(a, 4)),
    row: (a) => `instalment ${(a - 1) * 2 + 2}`,
  },
  {
    does: "what fulfils a planned payment is taken back by hand",
    invariant: "plan_released",
    of: 0,
    sql: (a) => allocated(`instalment_id = ${(a - 1) * 2 + 2}`, allocation(a, 28)),
    row: (a) => `allocation ${allocation(a, 28)}`,
  },
  {
    does: "a planned payment keeps more for a line than it is",
    invariant: "plan_pins",
    of: 0,
    sql: (a) =>
      `update reconciliation_instalment set pins = jsonb_build_array(jsonb_build_object('line', 'x', 'amount', '1991')) where id = ${(a - 1) * 2 + 1}`,
    row: (a) => `instalment ${(a - 1) * 2 + 1}`,
  },
  {
    does: "a planned payment is deleted",
    invariant: "plan_numbers",
    of: 0,
    sql: (a) => `update reconciliation_instalment set number = 3 where id = ${(a - 1) * 2 + 2}`,
    row: (a) => `document ${doc(a, 9)}`,
  },
  {
    does: "an order forgets its plan",
    invariant: "plan_in_force",
    of: 0,
    sql: (a) => `update reconciliation_document set plan = 0 where id = ${doc(a, 9)}`,
    row: (a) => `document ${doc(a, 9)}`,
  },
  {
    does: "two guests are members of each other",
    invariant: "membership_circle",
    sql: (
      a,
    ) => `insert into reconciliation_membership (id, member_type, member_id, of_type, of_id, cause, actor_type) overriding system value
      values (${900_000 + a}, 'customer', 'one_${a}', 'customer', 'two_${a}', 'x', 'user'), (${1_900_000 + a}, 'customer', 'two_${a}', 'customer', 'one_${a}', 'x', 'user')`,
    row: (a) => `membership ${900_000 + a}`,
  },
  {
    does: "a customer is a member of another one, and their orders stayed",
    invariant: "membership_account",
    sql: (
      a,
    ) => `insert into reconciliation_membership (id, member_type, member_id, of_type, of_id, cause, actor_type) overriding system value
      values (${900_000 + a}, 'customer', 'cus_${a}', 'company', 'com_${a}', 'x', 'user')`,
    row: (a) => `document ${doc(a, 10)}`,
  },
]

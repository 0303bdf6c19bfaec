import { openLedger, type Ledger } from "../setup/ledger"

const item = (values: Partial<Record<string, string | number>> = {}): string => {
  const row = {
    account_id: 1,
    document_id: 1,
    change_id: "currval('reconciliation_change_id_seq')",
    side: "'debit'",
    kind: "'charge'",
    key: "'line:new'",
    sequence: 1,
    position: 1,
    title: "'A'",
    reference: "'a'",
    occurred_at: "now()",
    occurred_on: "current_date",
    accounting_on: "current_date",
    amount: 100,
    ...values,
  }
  return `insert into reconciliation_open_item (${Object.keys(row).join(", ")}) values (${Object.values(row).join(", ")})`
}

const allocation = (values: Partial<Record<string, string | number>> = {}): string => {
  const row = {
    account_id: 1,
    change_id: "currval('reconciliation_change_id_seq')",
    credit_item_id: 2,
    debit_item_id: 1,
    amount: 10,
    origin: "'auto'",
    rule: "'line_order'",
    step: 1,
    credit_open_before: 10,
    debit_open_before: 10,
    occurred_on: "current_date",
    accounting_on: "current_date",
    ...values,
  }
  return `insert into reconciliation_allocation (${Object.keys(row).join(", ")}) values (${Object.values(row).join(", ")})`
}

const change = `insert into reconciliation_change (account_id, kind, cause, actor_type) values (1, 'ingest', 'test', 'system')`
const count = (id: number, amount: number): string =>
  `update reconciliation_open_item set allocated = allocated + ${amount} where id = ${id}`

/**
 * Item 1 is a charge of 100, item 2 a payment of 80, 30 of it on the charge (allocation 1); item 3 belongs
 * to another account. The database itself refuses what must never be, whoever writes it.
 */
describe("The database refuses", () => {
  let ledger: Ledger

  beforeAll(async () => {
    ledger = await openLedger("refusals")
    await ledger.together(
      `insert into reconciliation_account (owner_type, owner_id, currency_code, digits)
       values ('customer', 'cus_1', 'eur', 2), ('customer', 'cus_2', 'eur', 2)`,
      `insert into reconciliation_document (account_id, order_id, display_id, placed_at, placed_on)
       values (1, 'order_1', '1', now(), current_date)`,
      change,
      item({ key: "'line:1'", allocated: 30 }),
      item({ key: "'cap:1'", side: "'credit'", kind: "'payment'", amount: 80, allocated: 30 }),
      `insert into reconciliation_change (account_id, kind, cause, actor_type) values (2, 'ingest', 'test', 'system')`,
      item({ key: "'line:3'", account_id: 2, document_id: "null" }),
      allocation({ amount: 30 }),
      `insert into reconciliation_matching_sequence (account_id, change_id, rank, document_id) values (1, 1, 1, 1)`,
    )
  })

  afterAll(async () => {
    await ledger.close()
  })

  const appendOnly = (table: string, operation: string): string =>
    `reconciliation: reconciliation_${table} is append-only, ${operation} refused`
  const apart = /reconciliation: allocation \d+ joins items that do not belong together/
  const journal = (table: string): string =>
    `reconciliation: a row of reconciliation_${table} names a journal entry of another transaction`

  it.each<[string, string[], string | RegExp]>([
    [
      "more allocated on a charge than it is worth",
      [change, count(1, 71)],
      "reconciliation_never_over_allocated",
    ],
    [
      "more allocated from a payment than it is worth",
      [change, count(2, 51)],
      "reconciliation_never_over_allocated",
    ],
    ["a counter below zero", [change, count(1, -31)], "reconciliation_never_over_allocated"],
    [
      "a counter moved without an allocation",
      [change, count(1, 10)],
      "reconciliation: item 1 counts 40 allocated, its rows add up to 30",
    ],
    [
      "a new item that counts what nothing allocates",
      [change, item({ allocated: 10 })],
      /item \d+ counts 10 allocated, its rows add up to 0/,
    ],
    [
      "an allocation without its counters",
      [change, allocation()],
      /the counter of item [12] was not moved with its allocations/,
    ],
    [
      "an allocation that moved only one counter",
      [change, count(1, 10), allocation()],
      "the counter of item 2 was not moved with its allocations",
    ],
    [
      "counters that moved by another amount",
      [change, count(1, 9), count(2, 9), allocation()],
      /the counter of item [12] was not moved/,
    ],
    [
      "an allocation of nothing",
      [change, allocation({ amount: 0 })],
      "reconciliation_allocation_amount_check",
    ],
    [
      "an allocation below zero",
      [change, allocation({ amount: -1 })],
      "reconciliation_allocation_amount_check",
    ],
    [
      "an allocation with its sides swapped",
      [change, count(1, 10), count(2, 10), allocation({ credit_item_id: 1, debit_item_id: 2 })],
      apart,
    ],
    [
      "an allocation across accounts",
      [change, count(2, 10), count(3, 10), allocation({ debit_item_id: 3 })],
      apart,
    ],
    [
      "an allocation booked on another account than its items'",
      [change, count(1, 10), count(2, 10), allocation({ account_id: 2 })],
      apart,
    ],
    [
      "a release of another amount",
      [change, count(1, -10), count(2, -10), allocation({ amount: 10, releases: 1 })],
      apart,
    ],
    [
      "a release of a release",
      [
        change,
        count(1, -30),
        count(2, -30),
        allocation({ amount: 30, releases: 1, id: 900 }),
        count(1, -30),
        count(2, -30),
        allocation({ amount: 30, releases: 900 }),
      ],
      /reconciliation_never_over_allocated|joins items/,
    ],
    [
      "a second release of the same allocation",
      [
        change,
        count(1, -30),
        count(2, -30),
        allocation({ amount: 30, releases: 1 }),
        allocation({ amount: 30, releases: 1 }),
      ],
      "reconciliation_released_once",
    ],
    [
      "a changed amount",
      ["update reconciliation_open_item set amount = 1000 where id = 1"],
      appendOnly("open_item", "update"),
    ],
    [
      "a changed date",
      ["update reconciliation_open_item set occurred_on = current_date - 1 where id = 1"],
      appendOnly("open_item", "update"),
    ],
    [
      "a removed item",
      ["delete from reconciliation_open_item where id = 3"],
      appendOnly("open_item", "delete"),
    ],
    ["emptied items", ["truncate reconciliation_open_item cascade"], /is append-only, truncate refused/],
    [
      "a changed allocation",
      ["update reconciliation_allocation set amount = 1"],
      appendOnly("allocation", "update"),
    ],
    ["a removed allocation", ["delete from reconciliation_allocation"], appendOnly("allocation", "delete")],
    [
      "emptied allocations",
      ["truncate reconciliation_allocation cascade"],
      appendOnly("allocation", "truncate"),
    ],
    ["a changed journal", ["update reconciliation_change set reason = 'x'"], appendOnly("change", "update")],
    ["a removed journal entry", ["delete from reconciliation_change"], appendOnly("change", "delete")],
    ["an emptied journal", ["truncate reconciliation_change cascade"], /is append-only, truncate refused/],
    [
      "a changed code",
      ["update reconciliation_matching_sequence set rank = 2"],
      appendOnly("matching_sequence", "update"),
    ],
    [
      "a removed code",
      ["delete from reconciliation_matching_sequence"],
      appendOnly("matching_sequence", "delete"),
    ],
    ["an item on a journal entry of another transaction", [item({ change_id: 1 })], journal("open_item")],
    [
      "an allocation on a journal entry of another transaction",
      [count(1, 10), count(2, 10), allocation({ change_id: 1 })],
      journal("allocation"),
    ],
    [
      "an item without a journal entry",
      [item({ change_id: 999 })],
      /violates foreign key constraint|names a journal entry/,
    ],
    ["the same posting twice", [change, item({ key: "'line:1'" })], "reconciliation_item_posted_once"],
    ["an item of nothing", [change, item({ amount: 0 })], "reconciliation_open_item_amount_check"],
    [
      "an item below zero",
      [change, item({ amount: -1 })],
      /reconciliation_open_item_amount_check|reconciliation_never_over_allocated/,
    ],
    [
      "an item above 10^15 minor units",
      [change, item({ amount: "1000000000000001" })],
      "reconciliation_open_item_amount_check",
    ],
    ["a side that is neither", [change, item({ side: "'both'" })], "reconciliation_open_item_side_check"],
    ["a kind that is unknown", [change, item({ kind: "'gift'" })], "reconciliation_open_item_kind_check"],
    [
      "a rank used before",
      [
        change,
        `insert into reconciliation_matching_sequence (account_id, change_id, rank, open_item_id) values (1, 1, 1, 2)`,
      ],
      "reconciliation_code_never_reused",
    ],
    [
      "a second code of one order in one account",
      [
        change,
        `insert into reconciliation_matching_sequence (account_id, change_id, rank, document_id) values (1, 1, 2, 1)`,
      ],
      "reconciliation_one_code",
    ],
    [
      "a code of nothing",
      [change, `insert into reconciliation_matching_sequence (account_id, change_id, rank) values (1, 1, 2)`],
      "reconciliation_matching_sequence_check",
    ],
    [
      "a second account of one owner in one currency",
      [
        `insert into reconciliation_account (owner_type, owner_id, currency_code, digits) values ('customer', 'cus_1', 'eur', 2)`,
      ],
      "reconciliation_account_owner_type_owner_id_currency_code_key",
    ],
  ])("%s", async (_, statements, reason) => {
    await expect(ledger.together(...statements)).rejects.toThrow(reason)
  })

  it("none of it by mistake: an allocation with its journal entry and its counters is taken", async () => {
    await ledger.together(change, count(1, 10), count(2, 10), allocation({ id: 500 }))
    await ledger.together(change, count(1, -10), count(2, -10), allocation({ releases: 500, id: 501 }))
    const [row] = await ledger.sql<{ allocated: string }>(
      "select allocated from reconciliation_open_item where id = 1",
    )
    expect(row?.allocated).toBe("30")
  })
})

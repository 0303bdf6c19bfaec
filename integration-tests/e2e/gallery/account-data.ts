import type { AccountTransactionView, AccountView, MatchingCode } from "../../../src/types/http"

/** Accounts to look at, by name: what the plugin would answer of them. */

export const code = (rank: number, letter: string): MatchingCode => ({
  rank,
  code: letter,
  closed: letter === letter.toUpperCase(),
})

export const order = (number: number) => ({ id: `order_${number}`, display_id: String(number) })

const none = { method: null, provider_id: null, detail: null }
const transfer = { method: "transfer", provider_id: null, detail: null }

export const LONG =
  "Violoncello-Unterrichtsgebührenvorauszahlung für das zweite Halbjahr, Gruppe 14, mittwochs um siebzehn Uhr"

export const transaction = (
  id: string,
  kind: AccountTransactionView["kind"],
  more: Partial<AccountTransactionView>,
): AccountTransactionView => ({
  id,
  kind,
  occurred_on: "2026-11-25",
  order: null,
  item_id: kind === "order" ? null : id,
  title: null,
  lines: 0,
  reference: "",
  receipt_number: null,
  document_number: null,
  ...none,
  state: "full",
  codes: [],
  charges: "0.00",
  payments: "0.00",
  balance: "0.00",
  open: "0.00",
  side: "debit",
  other_account: null,
  undo: null,
  ...more,
})

/** Newest first: each balance is the one before it, and what it adds or takes. */
export const TRANSACTIONS: AccountTransactionView[] = [
  transaction("12", "deposit", {
    ...transfer,
    receipt_number: "R-2026-0129",
    reference: "ALDER CREEK PTA",
    state: "none",
    payments: "600.00",
    balance: "1300.95",
    open: "600.00",
    side: "credit",
  }),
  transaction("order_47", "order", {
    occurred_on: "2026-11-20",
    order: order(47),
    title: "Folding music stand",
    lines: 1,
    state: "none",
    charges: "84.00",
    balance: "1900.95",
    open: "84.00",
  }),
  transaction("11", "credit", {
    occurred_on: "2026-11-12",
    order: order(29),
    title: "Dented case",
    lines: 1,
    state: "none",
    payments: "24.00",
    balance: "1816.95",
    open: "24.00",
    side: "credit",
  }),
  transaction("10", "refund", {
    occurred_on: "2026-10-20",
    order: order(41),
    method: "card",
    codes: [code(6, "F")],
    charges: "49.98",
    balance: "1840.95",
  }),
  transaction("13", "payment", {
    ...transfer,
    occurred_on: "2026-10-08",
    order: order(41),
    codes: [code(4, "d")],
    payments: "4429.58",
    balance: "1790.97",
  }),
  transaction("3", "refund", {
    ...transfer,
    occurred_on: "2026-10-02",
    reference: "RETURNED",
    charges: "5.00",
    balance: "6220.55",
    undo: { act: "pay_back", pay_back_id: "p1" },
  }),
  transaction("4", "transfer", {
    ...none,
    occurred_on: "2026-09-28",
    reference: "3.1",
    charges: "15.00",
    balance: "6215.55",
    undo: { act: "move", move_id: "3.1" },
  }),
  transaction("6", "reversal", {
    occurred_on: "2026-09-25",
    detail: "bounced_cheque",
    charges: "90.00",
    balance: "6200.55",
    undo: { act: "reversal", payment_id: "8", number: 1 },
  }),
  transaction("5", "write_off", {
    occurred_on: "2026-09-22",
    detail: "short_payment",
    order: order(12),
    payments: "0.40",
    balance: "6110.55",
  }),
  transaction("9", "stored_value", {
    occurred_on: "2026-09-18",
    reference: "GIFT-7F2K",
    codes: [code(4, "d")],
    payments: "250.00",
    balance: "6110.95",
  }),
  transaction("8", "deposit", {
    occurred_on: "2026-09-18",
    method: "cheque",
    reference: "CHQ 1077",
    codes: [code(3, "C"), code(4, "d")],
    payments: "410.00",
    balance: "6360.95",
  }),
  transaction("7", "payment", {
    occurred_on: "2026-09-04",
    order: order(41),
    method: "card",
    codes: [code(4, "d")],
    payments: "1500.00",
    balance: "6770.95",
  }),
  transaction("order_41", "order", {
    occurred_on: "2026-09-04",
    order: order(41),
    title: LONG,
    lines: 1,
    state: "partial",
    codes: [code(4, "d")],
    charges: "6770.95",
    balance: "8270.95",
    open: "1840.95",
  }),
]

/** A row each of a thousand orders. */
export const THOUSAND: AccountTransactionView[] = Array.from({ length: 1_000 }, (_, place) =>
  transaction(`order_${place}`, "order", {
    order: order(place),
    title: "Trial lesson",
    lines: 1,
    charges: "42.50",
    balance: `${(1_000 - place) * 42}.00`,
  }),
)

export const idle: AccountView["unapplied"][number] = {
  id: "12",
  account_id: "1",
  customer_id: "cus_1",
  order_id: null,
  receipt_number: "R-2026-0129",
  side: "credit",
  kind: "deposit",
  title: "Deposit",
  reference: "ALDER CREEK PTA",
  ...transfer,
  currency_code: "usd",
  occurred_on: "2026-11-25",
  due_on: null,
  awaits_delivery: false,
  amount: "600.00",
  allocated: "0.00",
  open: "600.00",
  state: "none",
  order: null,
  row: null,
  fits: [],
}

const planned = (
  id: string,
  dueOn: string,
  state: "scheduled" | "failed",
): AccountView["planned_payments"][number] => ({
  id,
  plan: 1,
  number: Number(id),
  due_on: dueOn,
  amount: "500.00",
  paid: "0.00",
  reserved: [{ row: "line:1", amount: "500.00" }],
  pins: [],
  shrunk_by: "0.00",
  state,
  method: null,
  reference: null,
  order_id: "order_41",
  display_id: "41",
  account_id: "1",
  customer_id: "cus_1",
  currency_code: "usd",
  titles: ["Course of six lessons"],
  kept: "500.00",
  order_version: 3,
})

export const ACCOUNT: AccountView = {
  opening_balances: [],
  id: "full",
  owner_type: "customer",
  owner_id: "cus_1",
  owner: {
    id: "cus_1",
    name: "Grace Whitaker",
    company: "Alder Creek Primary School",
    email: "grace.whitaker@example.com",
  },
  currency_code: "usd",
  digits: 2,
  version: 9,
  payment_reference: "RF49A5",
  state: "partial",
  totals: {
    owed: "0.00",
    paid: "0.00",
    open: "1924.95",
    unallocated: "624.00",
    balance: "1300.95",
    planned: "1000.00",
  },
  counts: { open_orders: 2, transactions: 15, open_transactions: 4 },
  orders: [
    {
      ...order(41),
      placed_at: "2026-09-04T10:00:00.000Z",
      owed: "6440.97",
      open: "1840.95",
      state: "partial",
      code: code(4, "d"),
    },
    {
      ...order(47),
      placed_at: "2026-11-20T10:00:00.000Z",
      owed: "84.00",
      open: "84.00",
      state: "none",
      code: null,
    },
  ],
  deposits: [],
  unapplied: [
    idle,
    {
      ...idle,
      id: "11",
      kind: "credit_line",
      row: "line:9",
      title: "Dented case",
      reference: "",
      ...none,
      occurred_on: "2026-11-12",
      order: order(29),
      amount: "24.00",
      open: "24.00",
      fits: [],
    },
  ],
  planned_payments: [planned("1", "2026-12-15", "scheduled"), planned("2", "2026-11-15", "failed")],
  other_accounts: [{ id: "2", currency_code: "eur", digits: 2, version: 1 }],
  members: [],
  member_of: null,
}

import type {
  AccountTransactionView,
  AccountView,
  ListedAccountView,
  MembershipOwnerView,
  MembershipView,
} from "../../../src/types/http"
import { ACCOUNT, code, idle, LONG, order, transaction } from "./account-data"

/** The account of money that nobody has claimed yet. */
export const SUSPENSE: AccountView = {
  ...ACCOUNT,
  id: "suspense",
  owner_type: "suspense",
  owner_id: "suspense",
  owner: null,
  state: "none",
  totals: {
    owed: "0.00",
    paid: "600.00",
    open: "0.00",
    unallocated: "600.00",
    balance: "-600.00",
    planned: "0.00",
  },
  counts: { open_orders: 0, transactions: 1, open_transactions: 1 },
  orders: [],
  unapplied: [{ ...idle, customer_id: null }],
  planned_payments: [],
  other_accounts: [],
  members: [],
  member_of: null,
}

/** An account on which nothing has happened, of a customer with a long name. */
export const EMPTY: AccountView = {
  ...ACCOUNT,
  id: "empty",
  owner: { id: "cus_2", name: LONG, company: LONG, email: `${"violoncello".repeat(6)}@example.com` },
  state: "full",
  totals: { owed: "0.00", paid: "0.00", open: "0.00", unallocated: "0.00", balance: "0.00", planned: "0.00" },
  counts: { open_orders: 0, transactions: 0, open_transactions: 0 },
  orders: [],
  unapplied: [],
  planned_payments: [],
  other_accounts: [],
  members: [],
  member_of: null,
}

const membership = (id: string, member: MembershipOwnerView, of: MembershipOwnerView): MembershipView => ({
  id,
  member,
  of,
  since: "2026-11-20T10:00:00.000Z",
  ended_at: null,
  reason: null,
})

const company: MembershipOwnerView = { type: "company", id: "comp_1", name: LONG, account_id: "4" }
const guest: MembershipOwnerView = {
  type: "customer",
  id: "cus_9",
  name: `${"violoncello".repeat(6)}@example.com`,
  account_id: "9",
}

/** The account of a company with a customer, a deleted one, and an order of nobody's. */
export const COMPANY: AccountView = {
  ...ACCOUNT,
  id: "company",
  owner_type: "company",
  owner_id: company.id,
  owner: { id: company.id, name: "Guitars & Sons", company: "Guitars & Sons", email: null },
  members: [
    membership("1", guest, company),
    membership("2", { type: "customer", id: "cus_8", name: null, account_id: null }, company),
    membership("3", { type: "order", id: "order_41", name: null, account_id: "8" }, company),
  ],
}

/** An account whose owner belongs to a company by now. */
export const MEMBER: AccountView = {
  ...EMPTY,
  id: "member",
  owner: ACCOUNT.owner,
  counts: { open_orders: 0, transactions: 4, open_transactions: 0 },
  member_of: membership(
    "4",
    { type: "customer", id: "cus_1", name: "Grace Whitaker", account_id: "1" },
    company,
  ),
}

/** What was settled before its owner joined another account; what was open went there. */
export const SETTLED: AccountTransactionView[] = [
  transaction("15", "payment", {
    occurred_on: "2026-09-18",
    order: order(17),
    method: "card",
    codes: [code(2, "B")],
    payments: "132.00",
  }),
  transaction("order_17", "order", {
    occurred_on: "2026-08-24",
    order: order(17),
    title: "Folding music stand",
    lines: 1,
    codes: [code(2, "B")],
    charges: "132.00",
    balance: "132.00",
  }),
  transaction("14", "payment", {
    occurred_on: "2026-08-22",
    order: order(16),
    method: "card",
    codes: [code(1, "A")],
    payments: "320.00",
  }),
  transaction("order_16", "order", {
    occurred_on: "2026-08-21",
    order: order(16),
    title: "Course of six lessons",
    lines: 1,
    codes: [code(1, "A")],
    charges: "320.00",
    balance: "320.00",
  }),
]

export const LISTED: ListedAccountView[] = [
  {
    id: "1",
    currency_code: "usd",
    digits: 2,
    version: 9,
    owner_type: "customer",
    owner_id: "cus_1",
    owner: ACCOUNT.owner,
    order: null,
    totals: { open: "1924.95", unallocated: "624.00", balance: "1300.95" },
  },
  {
    id: "2",
    currency_code: "jpy",
    digits: 0,
    version: 1,
    owner_type: "order",
    owner_id: "order_9",
    owner: null,
    order: order(9),
    totals: { open: "0", unallocated: "4880", balance: "-4880" },
  },
  {
    id: "3",
    currency_code: "kwd",
    digits: 3,
    version: 1,
    owner_type: "customer",
    owner_id: "cus_3",
    owner: EMPTY.owner,
    order: null,
    totals: { open: "0.000", unallocated: "0.000", balance: "0.000" },
  },
]

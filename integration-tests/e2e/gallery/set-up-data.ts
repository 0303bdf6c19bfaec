import type { RunPreview, SetUpExamples, SetUpStep, SetUpView } from "../../../src/types/http"
import { LONG } from "./account-data"
import { PREVIEWS } from "./run-data"
import { owner } from "./run-left-data"

/** A set-up to look at: what the plugin would answer of one under way on November 27, 2026. */

const NO_DAY = { due_on: "", on: "", number: "" } as const

/** Left at a step, with every one before it answered. */
export const setUpAt = (step: SetUpStep): SetUpView => ({
  id: "1",
  version: 4,
  step,
  draft: {
    start: { goLive: "2026-12-01", timeZone: "America/New_York", firstReceipts: { "R-2026": 200 } },
    opening: {
      answer: "rows",
      rows: [
        {
          ...NO_DAY,
          id: "1",
          customer_id: "cus_1",
          email: "",
          currency_code: "usd",
          amount: "120.00",
          side: "owes",
          due_on: "2026-12-15",
          number: "INV-88",
        },
        {
          ...NO_DAY,
          id: "2",
          customer_id: "cus_2",
          email: "",
          currency_code: "eur",
          amount: "35.50",
          side: "has",
        },
        {
          ...NO_DAY,
          id: "3",
          customer_id: null,
          email: "nobody@nowhere.example",
          currency_code: "usd",
          amount: "12.5.0",
          side: "owes",
        },
      ],
    },
    rules: { strategy: "pro_rata", unappliedMoney: "exact_match", refundLines: "newest_first" },
    history: { answer: "bring", since: "2026-01-01", until: "" },
  },
  saved: { by: { type: "user", id: "user_ada", name: "Ada Ledger" }, at: "2026-11-27T09:12:00.000Z" },
  done: { settings: null, opening: null, history: null },
  finished: null,
  shop: {
    orders: 1204,
    first_order_on: "2024-03-02",
    currencies: [
      { code: "eur", digits: 2 },
      { code: "usd", digits: 2 },
    ],
    today: "2026-11-27",
  },
})

/** What the host answers of the customers that have balances. */
export const CUSTOMERS = [
  { id: "cus_1", first_name: "Grace", last_name: "Whitaker", email: "grace@example.com" },
  { id: "cus_2", first_name: LONG, last_name: "", email: "long@example.com" },
].map((one) => ({ ...one, company_name: null, has_account: true }))

const IN_USD = { currency_code: "usd", digits: 2 } as const
const orderOf = (number: string) => ({
  ...IN_USD,
  made_up: false,
  order_id: `order_${number}`,
  display_id: number,
})

export const EXAMPLES: SetUpExamples = {
  checkout: {
    ...orderOf("38"),
    amount: "100.00",
    lines: [
      {
        title: "Course of six lessons",
        amount: "114.20",
        by: { line_order: "100.00", pro_rata: "80.88", component_priority: "92.00" },
      },
      {
        title: LONG,
        amount: "27.00",
        by: { line_order: "0.00", pro_rata: "19.12", component_priority: "8.00" },
      },
    ],
  },
  later: {
    ...IN_USD,
    made_up: false,
    account_id: "3",
    owner: owner("3", "James Okafor"),
    amount: "60.00",
    orders: [
      {
        order_id: "order_7",
        display_id: "7",
        open: "45.00",
        by: { exact_match: "0.00", oldest_first: "45.00" },
      },
      {
        order_id: "order_9",
        display_id: "9",
        open: "84.00",
        by: { exact_match: "0.00", oldest_first: "15.00" },
      },
    ],
  },
  rest: { ...orderOf("44"), missing: "1.20" },
  refund: {
    made_up: true,
    order_id: "",
    display_id: "",
    currency_code: "",
    digits: 2,
    amount: "30.00",
    lines: [
      { title: "1", amount: "60.00", by: { newest_first: "0.00", pro_rata: "20.00" } },
      { title: "2", amount: "30.00", by: { newest_first: "30.00", pro_rata: "10.00" } },
    ],
  },
}

/** What the orders from before would come to. */
export const HISTORY: RunPreview = {
  ...PREVIEWS.exact,
  strategy: null,
  orders: { full: 371, partial: 28, none: 12, contradicting: 1 },
  left: [],
  left_orders: [
    { order_id: "order_12", display_id: "12", reason: "failed", error: "The order has no currency." },
  ],
}

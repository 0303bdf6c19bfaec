/** The shapes that the demo's files hand to each other. The host's own answers are left untyped. */
import type { AccountView, OrderReconciliation, ReconciliationState } from "../../src/types/http.js"

export type Account = AccountView
export type Order = OrderReconciliation

/** Any answer of the host's HTTP API. */
// oxlint-disable-next-line typescript/no-explicit-any -- the host's answers, read by this demo only
export type Answer = any

export interface Client {
  base: string
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown): Promise<Answer>
  put(path: string, body?: unknown): Promise<Answer>
  /** The same client with further headers. */
  with(headers: Record<string, string>): Client
}

export interface Login {
  email: string
  password: string
}

/** A PostgreSQL server and its maintenance database. */
export interface Server {
  url: string
}

/** Tells the stage's line what is being done. */
export type Note = (text: string) => void

export interface Options {
  port: number | undefined
  address: string
  reset: boolean
  openItems: number
  serve: boolean
  help: boolean
}

export interface Running {
  log: string
  ended: Promise<number | string>
  stop: () => Promise<void>
}

export interface Host extends Running {
  base: string
  login: Login
}

/** What the plugin must make of an order. */
export interface Expectation {
  state?: ReconciliationState
  /** The letters of its matching code. */
  code?: string
  /** What it still costs. */
  owed?: string
  /** How many refunds stand in its matrix. */
  refunds?: number
  /** How much of its money is on no item. */
  unallocated?: string
}

/** A story of the seed with the order it became. */
export interface Story {
  orderId: string
  person: string
  title: string
  story: string
  expect: Expectation
}

/** The stories, and those that were not as expected when patience ended. */
export interface Told {
  stories: Story[]
  late: Story[]
}

export interface Person {
  id: string
  email: string
  address: Record<string, string>
  /** A store client that is logged in as this customer. */
  store: Client
}

/** The ids that a checkout needs, by the keys of the catalogue. */
export interface Shop {
  regions: Record<string, string>
  shipping: Record<string, string>
  variants: Record<string, string>
  publishableKey: string
}

export interface Basket {
  currency: string
  /** Product and quantity, in the order in which they are put into the cart. */
  items: [string, number][]
  shipping?: string
  promotion?: string
  /** Paid with the provider that captures at once. */
  card?: boolean
  /** Its lines state their places, so that money fills them as they stand here. */
  placed?: boolean
}

export interface Till {
  capture(amount?: number): Promise<void>
  refund(amount: number, note: string): Promise<void>
  cancel(): Promise<void>
  /** Agrees instalments: so many days from today, and how much; of one row, named by the beginning of its title. */
  plan(instalments: [number, string][], title?: string): Promise<void>
  /** The card's owner takes the money back. */
  chargeBack(reason: string): Promise<void>
  /** Refunds one row of the order, named by the beginning of its title. */
  refundRow(title: string, amount: string): Promise<void>
  /** Waits until the plugin has put so much on the order's rows. */
  untilAllocated(amount: string): Promise<void>
  /** Takes money on the customer's account, and applies it to what is open, oldest first. */
  takeOnAccount(money: { amount: string; method: string; reference: string }): Promise<void>
  /** Sets the quantity of an item that was ordered, and waits until the plugin has taken that up. */
  setQuantity(title: string, quantity: number): Promise<void>
  /** Says of one column, named by its reference, what it shall put on each row, named as above. */
  putByHand(reference: string, cells: [title: string, amount: string][], reason: string): Promise<void>
}

export interface Scenario {
  /** Who buys, a key of people.mjs. */
  person: string
  title: string
  /** One sentence for the table. */
  story: string
  basket: Basket
  /** What happens to the money afterwards. */
  settle?: (till: Till) => Promise<void>
  expect: Expectation
}

export interface Priced {
  key: string
  prices: Record<string, number>
}

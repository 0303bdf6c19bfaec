import type { DecimalString } from "../items"
import type { ListedOwnerView } from "./lists"
import type { NotedAt } from "./notes"

/** Steps of the set-up, in their order. */
export type SetUpStep = "start" | "opening" | "rules" | "history" | "review"

/** A balance that a customer had before go-live, as far as it is typed. */
export interface SetUpOpeningRow {
  /** Names the row from its first letter on. */
  id: string
  /** Whose it is: a customer's id, or what was typed of an email that no customer has yet. */
  customer_id: string | null
  email: string
  currency_code: string
  /** As typed; a decimal string once it is right. */
  amount: string
  side: "owes" | "has"
  /** Days as YYYY-MM-DD, and the number of a paper; "" of what is not said. */
  due_on: string
  on: string
  number: string
}

/** What was answered so far. Nothing of it is in force before the set-up is finished. */
export interface SetUpDraft {
  /** Settings by their names: the day of go-live, the time zone, the first numbers of receipts. */
  start: Record<string, unknown>
  opening: {
    /** none: there are no balances from before; null: not answered yet. */
    answer: "none" | "rows" | null
    rows: SetUpOpeningRow[]
  }
  /** Settings by their names: how money finds its items. */
  rules: Record<string, unknown>
  history: {
    /** bring: orders from before are brought in; skip: not now; null: not answered yet. */
    answer: "bring" | "skip" | null
    /** Days on which the orders were placed, YYYY-MM-DD; "" for no bound. */
    since: string
    until: string
  }
}

/** What finishing has done; null of what is not done, or was not asked for. */
export interface SetUpDone {
  /** How many settings were set, and of which version of the draft. */
  settings: { version: number; changed: number } | null
  /** How many balances were recorded. */
  opening: { recorded: number } | null
  /** The back-fill that was started. */
  history: { run_id: string } | null
}

export interface SetUpView {
  /** Null where none was begun since the last one was finished. */
  id: string | null
  /** 0 where none was begun. Send it with what you change. */
  version: number
  step: SetUpStep
  draft: SetUpDraft
  /** Who saved it last; null where none was begun. */
  saved: NotedAt | null
  /** What an attempt to finish it has done so far. */
  done: SetUpDone
  /** The last one that was finished; null where none ever was. */
  finished: (NotedAt & { done: SetUpDone }) | null
  shop: {
    /** Orders of the store, and the day on which the first one was placed. */
    orders: number
    first_order_on: string | null
    /** Currencies that it sells in, with their digits, in alphabetical order. */
    currencies: { code: string; digits: number }[]
    /** Today in the accounting time zone. */
    today: string
  }
}

/** `POST /admin/reconciliation/set-up` */
export interface SaveSetUpBody {
  /** The version last read; 0 begins one. */
  version: number
  step: SetUpStep
  draft: SetUpDraft
}

/** `POST /admin/reconciliation/set-up/finish` */
export interface FinishSetUpBody {
  /** The version last read. */
  version: number
}

/** What an example is made of: an order of the store, or one that is made up because it has none of the kind. */
export interface SetUpExampleOrder {
  made_up: boolean
  /** "" of what is made up. */
  order_id: string
  display_id: string
  currency_code: string
  digits: number
}

export interface SetUpExampleLine {
  /** Of what is made up its place: "1". */
  title: string
  amount: DecimalString
  /** What it gets, or gives back, by the name of each policy. */
  by: Record<string, DecimalString>
}

/** What the policies would have done with the store's own last orders; read and planned, nothing is written. */
export interface SetUpExamples {
  /** Money of a checkout that was less than its order, by `strategy`. */
  checkout: SetUpExampleOrder & { amount: DecimalString; lines: SetUpExampleLine[] }
  /** Money that lies on an account, by `unappliedMoney`; checkout_only leaves it there. */
  later: {
    made_up: boolean
    account_id: string
    owner: ListedOwnerView | null
    currency_code: string
    digits: number
    amount: DecimalString
    orders: {
      order_id: string
      display_id: string
      open: DecimalString
      by: Record<string, DecimalString>
    }[]
  }
  /** A small rest of an order, which a limit lets anybody write off. */
  rest: SetUpExampleOrder & { missing: DecimalString }
  /** A refund of which nobody said which items it gives back, by `refundLines`. */
  refund: SetUpExampleOrder & { amount: DecimalString; lines: SetUpExampleLine[] }
}

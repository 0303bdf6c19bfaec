import type { Page } from "playwright-core"
import words from "../../../src/admin/i18n"
import type { Target } from "./admin"
import { focusIsOn, type Widget } from "./widget"

export type Language = "en" | "fr"
export type Way = "mouse" | "keyboard"
export const LANGUAGES: readonly Language[] = ["en", "fr"]
export const WAYS: readonly Way[] = ["mouse", "keyboard"]

/** The states in which a screen can be met. */
export const STATES = [
  "partial",
  "full",
  "nothing to pay",
  "planned",
  "taken back",
  "refunded",
  "loading",
  "error",
  "no right",
  "narrow",
] as const
export type State = (typeof STATES)[number]

/** A person before a screen. */
export interface Visitor {
  readonly page: Page
  readonly card: Widget
  readonly language: Language
  readonly way: Way
  /** Lets what was held back or refused through. */
  readonly release: () => Promise<void>
}

export interface Flow {
  /** Folders and files of the admin that it walks through. */
  readonly shows: readonly string[]
  /** Of each state: that it is walked in, or why there is nothing to walk. */
  readonly states: Readonly<Record<State, "walked" | { readonly not: string }>>
  readonly walk: (visitor: Visitor) => Promise<void>
}

/** What the screen says under a key, in the visitor's language. */
export function said(language: Language, key: string): string {
  const found = key
    .split(".")
    .reduce<unknown>(
      (at, name) => (at as Record<string, unknown> | undefined)?.[name],
      words[language].translation.reconciliation,
    )
  if (typeof found !== "string") throw new Error(`There are no words under ${key}.`)
  return found
}

/** Presses a button, as people with a mouse or only a keyboard do. */
async function press({ page, card, language, way }: Visitor, key: string): Promise<void> {
  const button = card.root.getByRole("button", { name: said(language, key) })
  await button.waitFor()
  if (way === "mouse") return await button.click()
  await button.focus()
  await page.keyboard.press("Enter")
}

async function tabIntoMatrix({ page, card, language }: Visitor): Promise<void> {
  await card.root.getByRole("button", { name: said(language, "reconcile.action") }).focus()
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press("Tab")
    if (await focusIsOn(page, "[data-reconciliation] table button")) return
  }
  throw new Error("Eight presses of Tab did not reach the matrix.")
}

const noMatrix = { not: "no matrix is shown" }

const WHERE_A_MATRIX_IS: Flow["states"] = {
  partial: "walked",
  full: "walked",
  "nothing to pay": noMatrix,
  planned: "walked",
  "taken back": "walked",
  refunded: "walked",
  loading: noMatrix,
  error: noMatrix,
  "no right": noMatrix,
  narrow: "walked",
}

/** Every flow through the screens that there are. A new screen has a flow here before it has users. */
export const FLOWS: Readonly<Record<string, Flow>> = {
  "read how an order is reconciled": {
    shows: ["features/order", "widgets/order-reconciliation"],
    states: {
      partial: "walked",
      full: "walked",
      "nothing to pay": "walked",
      planned: "walked",
      "taken back": "walked",
      refunded: "walked",
      loading: "walked",
      error: "walked",
      "no right": "walked",
      narrow: "walked",
    },
    walk: async (visitor) => {
      const { card, page, language, way } = visitor
      await card.root.getByRole("heading", { name: said(language, "title"), exact: true }).waitFor()
      await visitor.release()
      if (way === "mouse") return
      // Whatever the card shows, the first thing that can be done in it is reached by Tab.
      const reconcile = card.root.getByRole("button", { name: said(language, "reconcile.action") })
      await reconcile.focus()
      expect(await focusIsOn(page, "[data-reconciliation] button")).toBe(true)
    },
  },
  "explain an amount": {
    shows: ["features/order"],
    states: WHERE_A_MATRIX_IS,
    walk: async (visitor) => {
      const { page, card, way } = visitor
      const amount = card.root.locator("tbody td button").first()
      await amount.waitFor()
      if (way === "mouse") await amount.click()
      else {
        await tabIntoMatrix(visitor)
        for (let presses = 0; presses < 12; presses += 1) {
          await page.keyboard.press("ArrowDown")
          if (await focusIsOn(page, "[data-reconciliation] tbody td button")) break
        }
        await page.keyboard.press("Enter")
      }
      await card.panel.waitFor()
      expect(await card.panel.locator("[data-because]").first().textContent()).not.toBe("")
      await page.keyboard.press("Escape")
      await card.panel.waitFor({ state: "detached" })
      expect(await focusIsOn(page, "[data-reconciliation] tbody td button")).toBe(true)
    },
  },
  "see what a payment is": {
    shows: ["features/order"],
    states: WHERE_A_MATRIX_IS,
    walk: async (visitor) => {
      const { page, card, way, language } = visitor
      const column = card.root.locator("thead button").first()
      await column.waitFor()
      if (way === "mouse") await column.click()
      else {
        await tabIntoMatrix(visitor)
        await page.keyboard.press("Enter")
      }
      await card.panel.waitFor()
      expect(await card.panel.textContent()).toContain(said(language, "details.onThisOrder"))
      await page.keyboard.press("Escape")
      await card.panel.waitFor({ state: "detached" })
    },
  },
  "reconcile now": {
    shows: ["features/order"],
    states: {
      partial: "walked",
      full: "walked",
      "nothing to pay": "walked",
      planned: "walked",
      "taken back": "walked",
      refunded: "walked",
      loading: { not: "what is asked for would wait with the page" },
      error: { not: "the same as trying again" },
      "no right": { not: "the server refuses, as authorization proves" },
      narrow: "walked",
    },
    walk: async (visitor) => {
      const { page, language } = visitor
      const answered = page.waitForResponse((response) => response.url().endsWith("/reconcile"))
      await press(visitor, "reconcile.action")
      expect((await answered).status()).toBe(200)
      await page.getByText(said(language, "reconcile.done")).first().waitFor()
    },
  },
  "try again after an error": {
    shows: ["features/order"],
    states: {
      partial: { not: "nothing went wrong" },
      full: { not: "nothing went wrong" },
      "nothing to pay": { not: "nothing went wrong" },
      planned: { not: "nothing went wrong" },
      "taken back": { not: "nothing went wrong" },
      refunded: { not: "nothing went wrong" },
      loading: { not: "nothing went wrong yet" },
      error: "walked",
      "no right": "walked",
      narrow: { not: "nothing went wrong" },
    },
    walk: async (visitor) => {
      const { card, language } = visitor
      await card.root.getByRole("alert").waitFor()
      await visitor.release()
      await press(visitor, "errors.retry")
      await card.root.locator("table").waitFor()
      expect(await card.state.textContent()).toBe(said(language, "states.partial.label"))
    },
  },
}

/** The order that is in a state; what only the network can be in is shown of the partly paid one. */
export function orderIn(state: State, store: Target): string {
  switch (state) {
    case "full":
      return store.fullOrderId
    case "nothing to pay":
      return store.cancelledOrderId
    case "planned":
      return store.plannedOrderId
    case "taken back":
      return store.reversedOrderId
    case "refunded":
      return store.refundedOrderId
    case "partial":
    case "loading":
    case "error":
    case "no right":
    case "narrow":
      return store.partialOrderId
  }
}

/** Holds back or refuses what the card asks for; gives what lets it through. */
export async function bringAbout(state: State, page: Page, orderId: string): Promise<() => Promise<void>> {
  const asked = `**/admin/reconciliation/orders/${orderId}`
  if (state === "narrow") await page.setViewportSize({ width: 390, height: 900 })
  if (state === "error") await page.route(asked, (route) => route.abort("connectionrefused"))
  if (state === "no right")
    await page.route(asked, (route) =>
      route.fulfill({ status: 403, json: { type: "not_allowed", message: "Forbidden" } }),
    )
  if (state !== "loading") return () => page.unroute(asked)
  const held: (() => Promise<void>)[] = []
  await page.route(asked, async (route) => {
    held.push(() => route.continue())
  })
  return async () => {
    for (const go of held.splice(0)) await go()
    await page.unroute(asked)
  }
}

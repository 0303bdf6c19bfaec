import type { OrderReconciliation } from "../../../src/types/http"
import { EVERYWHERE, notWhere, said, type Flow, type Screen, type State, type Visitor } from "./flow"
import { accessibilityOf, focusIsOn, tabTo } from "./widget"

/** The page of an order's reconciliation. */
const PAGE: Screen = {
  asks: (orderId) => `**/admin/reconciliation/orders/${orderId}`,
  at: async (_, { url }, orderId) => `${url}/app/reconciliation/orders/${orderId}`,
  arrival: "[data-reconciliation] :is(h1, [data-error], [data-no-right])",
  shown: "[data-reconciliation] h1",
}

const NO_GRID: readonly State[] = ["not read", "loading", "error", "no right"]

/** Of one payment, a cell that can be changed: where it stands in the grid. */
async function firstAmount({ page }: Visitor): Promise<void> {
  const cell = page.locator("[role=grid] tbody td[aria-readonly=false]").first()
  await cell.click()
  expect(await focusIsOn(page, "[role=grid] td")).toBe(true)
}

async function savedState({ desk, orderId }: Visitor): Promise<OrderReconciliation["cells"]> {
  return (await desk.read(orderId)).cells
}

/** What each drawer of the page's menu has to show, whatever the order is in. */
const ACTS = [
  "[data-refund-rows], [data-empty=refund]",
  "[data-instalment-rows], [data-empty=plan]",
  "input[inputmode=numeric]",
  "input[inputmode=decimal]",
] as const

/** Every flow through the page of an order. */
export const PAGE_FLOWS: Readonly<Record<string, Flow>> = {
  "read an order's page": {
    shows: ["features/order", "routes/reconciliation"],
    screen: PAGE,
    states: EVERYWHERE,
    walk: async ({ page, card, language, way, release }) => {
      await release()
      if ((await card.root.locator("[data-no-right]").count()) > 0) return
      const retry = card.root.getByRole("button", { name: said(language, "errors.retry") })
      if ((await card.root.locator("[data-error]").count()) > 0) await retry.click()
      await card.root.getByRole("heading", { level: 1 }).waitFor()
      if (way === "mouse" || (await page.locator("[role=grid]").count()) === 0) return
      await tabTo(page, "[role=grid] :is(td, th)", 60)
      await page.keyboard.press("Control+Home")
      expect(await focusIsOn(page, "[role=grid] th")).toBe(true)
    },
  },
  "take an amount off, see what saving does, and think better of it": {
    shows: ["features/order"],
    screen: PAGE,
    states: {
      ...EVERYWHERE,
      ...notWhere("there is no grid to change", NO_GRID),
      "nothing to pay": { not: "there is neither money nor an item" },
      narrow: { not: "items are listed, as the flow of the list shows" },
      "taken back": { not: "the money has gone, and what it paid is locked" },
      planned: { not: "what fulfils a planned payment is locked" },
    },
    walk: async (visitor) => {
      const { page, language, way } = visitor
      const before = await savedState(visitor)
      await firstAmount(visitor)
      await page.keyboard.press("Control+Home")
      await page.keyboard.press("ArrowDown")
      await page.keyboard.press("Control+ArrowRight")
      await page.keyboard.press("Control+ArrowRight")
      await page.keyboard.type("0.01")
      await page.keyboard.press("Enter")
      const bar = page.locator("[data-save-bar]")
      await bar.waitFor()
      expect(await bar.textContent()).toContain(said(language, "grid.save.order").replace("{{id}}", ""))
      if (way === "mouse") await page.locator("[data-grid-toolbar] button").first().click()
      else await page.keyboard.press("Control+z")
      await bar.waitFor({ state: "detached" })
      expect(await savedState(visitor)).toEqual(before)
    },
  },
  "type a payment beside the order, see what it would pay, and think better of it": {
    shows: ["features/record-payment"],
    screen: PAGE,
    states: { ...EVERYWHERE, ...notWhere("there is no order to record it on", NO_GRID) },
    walk: async (visitor) => {
      const { page, language, way } = visitor
      const before = await savedState(visitor)
      const opener = page.locator("[data-opens-payment]")
      if (way === "mouse") await opener.click()
      else {
        await tabTo(page, "[data-opens-payment]", 60)
        await page.keyboard.press("Enter")
      }
      await page.locator("[data-amount-field]").waitFor()
      expect(await focusIsOn(page, "[data-amount-field]")).toBe(true)
      await page.keyboard.type("1")
      await page.locator("[data-stays]").waitFor()
      // Figures that are asked for anew are pale until they come; a proposed amount had its own before.
      await page.locator(".reconciliation-stale-figures").waitFor({ state: "detached" })
      expect(await accessibilityOf(page, "[data-record-payment]")).toEqual([])
      if (way === "mouse") await page.getByRole("button", { name: said(language, "payment.cancel") }).click()
      else await page.keyboard.press("Escape")
      const discard = page.getByRole("button", { name: said(language, "payment.discard.go"), exact: true })
      if (way === "mouse") await discard.click()
      else {
        await tabTo(page, "[role=alertdialog] button:last-of-type")
        await page.keyboard.press("Enter")
      }
      await page.locator("[data-record-payment]").waitFor({ state: "detached" })
      expect(await savedState(visitor)).toEqual(before)
    },
  },
  "look at refunding rows, planning payments, giving terms and writing off, and leave each": {
    shows: ["features/order-acts"],
    screen: PAGE,
    states: { ...EVERYWHERE, ...notWhere("the menu of acts comes with the order", NO_GRID) },
    walk: async (visitor) => {
      const { page, way } = visitor
      const before = await savedState(visitor)
      for (const [place, parts] of ACTS.entries()) {
        const menu = page.locator("[data-page-menu]")
        if (way === "mouse") await menu.click()
        else {
          await menu.focus()
          await page.keyboard.press("Enter")
        }
        const entry = page.getByRole("menuitem").nth(place)
        await entry.waitFor()
        if (way === "mouse") await entry.click()
        else {
          await entry.focus()
          await page.keyboard.press("Enter")
        }
        const drawer = page.locator("[data-act]")
        await drawer.locator(parts).first().waitFor()
        expect(await accessibilityOf(page, "[data-act]")).toEqual([])
        expect(await drawer.textContent()).not.toMatch(/reconciliation\.|\{\{/)
        await page.keyboard.press("Escape")
        await drawer.waitFor({ state: "detached" })
        expect(await focusIsOn(page, "[data-page-menu]")).toBe(true)
      }
      expect(await savedState(visitor)).toEqual(before)
    },
  },
  "ask for the keys of the grid": {
    shows: ["features/order"],
    screen: PAGE,
    states: {
      ...EVERYWHERE,
      ...notWhere("there is no grid", NO_GRID),
      "nothing to pay": { not: "there is neither money nor an item" },
      narrow: { not: "a list of items has no keys of its own" },
    },
    walk: async (visitor) => {
      const { page, language, way } = visitor
      await firstAmount(visitor)
      if (way === "mouse")
        await page.getByRole("button", { name: said(language, "grid.toolbar.keys") }).click()
      else await page.keyboard.press("?")
      await page.locator("[data-shortcuts]").waitFor()
      await page.keyboard.press("Escape")
      await page.locator("[data-shortcuts]").waitFor({ state: "detached" })
    },
  },
}

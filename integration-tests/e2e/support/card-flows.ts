import {
  EVERYWHERE,
  notWhere,
  onlyIn,
  press,
  pressInMessage,
  said,
  type Flow,
  type Screen,
  type State,
} from "./flow"
import { focusIsOn } from "./widget"

const CARD: Screen = {
  asks: (orderId) => `**/admin/reconciliation/orders/${orderId}`,
  at: async (_, { url }, orderId) => `${url}/app/orders/${orderId}`,
  arrival: "[data-reconciliation=read], [data-reconciliation=unread], [data-reconciliation=error]",
  shown: "[data-reconciliation=read]",
}

const NOTHING_SHOWN: readonly State[] = ["not read", "loading", "error", "no right"]

/** Every flow through the card on an order's own page. */
export const CARD_FLOWS: Readonly<Record<string, Flow>> = {
  "read how an order stands": {
    shows: ["features/order", "widgets/order-reconciliation"],
    screen: CARD,
    states: EVERYWHERE,
    walk: async (visitor) => {
      const { card, page, language, way } = visitor
      await card.root.getByRole("heading", { name: said(language, "title"), exact: true }).waitFor()
      await visitor.release()
      // Whatever the card shows, what can be done in it is reached by Tab; where nothing can be, nothing catches the focus.
      const acts = card.root.locator("a, button")
      if (way === "mouse" || (await acts.count()) === 0) return
      await acts.first().focus()
      expect(await focusIsOn(page, "[data-reconciliation] :is(a, button)")).toBe(true)
    },
  },
  "do the next step, undo it, and do it again": {
    shows: ["features/order"],
    screen: CARD,
    states: {
      ...EVERYWHERE,
      ...notWhere("nothing is shown to do", NOTHING_SHOWN),
      "nothing to pay": { not: "there is neither money nor an item" },
      planned: { not: "what fulfils a planned payment is taken off by its plan alone" },
      "taken back": { not: "the money has gone" },
      refunded: { not: "as in a full one, but for a refund that no step places" },
    },
    before: (desk, orderId) => desk.setFree(orderId),
    walk: async (visitor) => {
      const { card, page, desk, orderId, language } = visitor
      const placed = async (): Promise<string> => (await desk.read(orderId)).totals.allocated
      await card.root.locator("[data-step=place]").waitFor()
      const before = await placed()
      await press(visitor, "step.place.all")
      await card.root.locator("[data-step]:not([data-step=place])").waitFor()
      const after = await placed()
      expect(after).not.toBe(before)
      await pressInMessage(visitor, "card.undo")
      await card.root.locator("[data-step=place]").waitFor()
      expect(await placed()).toBe(before)
      await pressInMessage(visitor, "card.redo")
      await card.root.locator("[data-step]:not([data-step=place])").waitFor()
      expect(await placed()).toBe(after)
      await page.getByRole("button", { name: said(language, "card.undo"), exact: true }).waitFor()
    },
  },
  "open the page of an order's reconciliation": {
    shows: ["features/order"],
    screen: CARD,
    states: {
      ...EVERYWHERE,
      ...notWhere("there is nothing to open", ["error", "no right"]),
    },
    walk: async ({ card, page, way, orderId, release }) => {
      if (way === "mouse") await card.link.click()
      else {
        await card.link.focus()
        await page.keyboard.press("Enter")
      }
      await page.waitForURL(`**/app/reconciliation/orders/${orderId}`)
      await release()
      await page.goBack()
      await card.shows("read", "unread")
    },
  },
  "reconcile an order that is not read yet": {
    shows: ["features/order"],
    screen: CARD,
    states: onlyIn("not read", "the order is read, or nobody knows"),
    walk: async (visitor) => {
      const { page, card, language } = visitor
      await visitor.release()
      const answered = page.waitForResponse((response) => response.url().endsWith("/reconcile"))
      await press(visitor, "reconcile.action")
      expect((await answered).status()).toBe(200)
      await page.getByText(said(language, "reconcile.done")).first().waitFor()
      await card.shows("read")
    },
  },
  "try again after an error": {
    shows: ["features/order"],
    screen: CARD,
    states: {
      ...onlyIn("error", "nothing went wrong"),
      "no right": { not: "an administrator gives the right; trying again does not" },
    },
    walk: async (visitor) => {
      const { card, language } = visitor
      await card.root.getByRole("alert").waitFor()
      await visitor.release()
      await press(visitor, "errors.retry")
      await card.shows("read")
      expect(await card.state.textContent()).toBe(said(language, "states.partial.label"))
    },
  },
}

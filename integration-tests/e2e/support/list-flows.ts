import { accountPath, instalmentsPath, unreconciledPath } from "../../../src/admin/lib/paths"
import type { OrderReconciliation } from "../../../src/types/http"
import { choose, lookAndLeave, ONE, readable, REFUSED, UNREAD } from "./account-flows"
import { EVERYWHERE, notWhere, onlyIn, press, said, type Flow, type Screen } from "./flow"

/** A list of transactions of the account that the order is in: the store has many more. */
const listAt = (path: string, more = ""): Screen => ({
  asks: () => "**/admin/reconciliation/transactions?*",
  arrival: "[data-list] :is([data-row], [data-empty], [role=alert], [data-no-right])",
  shown: "[data-list] [data-row]",
  at: async (page, { url }, orderId) => {
    const answer = await page.request.get(`${url}/admin/reconciliation/orders/${orderId}`)
    const { order } = (await answer.json()) as { order: OrderReconciliation }
    return `${url}/app${path}?account=${order.account_id}${more}`
  },
})

const UNRECONCILED = listAt(unreconciledPath)
const TRANSACTIONS = listAt("/reconciliation/transactions")

/** What is planned in all of the store. */
const INSTALMENTS: Screen = {
  asks: () => "**/admin/reconciliation/instalments?*",
  arrival: "[data-list=instalments] :is([data-row], [data-empty], [role=alert], [data-no-right])",
  shown: "[data-list=instalments] [data-row]",
  at: async (_, { url }) => `${url}/app${instalmentsPath}`,
}

export const LIST_FLOWS: Readonly<Record<string, Flow>> = {
  "see what is unreconciled, why, and narrow it": {
    shows: ["features/lists", "routes/reconciliation", "widgets/topbar-count"],
    screen: UNRECONCILED,
    states: {
      ...EVERYWHERE,
      ...UNREAD,
      ...notWhere("an account that owes nothing is praised or has other orders", [
        "full",
        "nothing to pay",
        "refunded",
      ]),
    },
    walk: async (visitor) => {
      if (!(await readable(visitor))) return
      const { page, card, language, way } = visitor
      const first = card.root.locator("[data-row]").first()
      if (way === "keyboard") {
        await first.locator("[data-row-main]").focus()
        await page.keyboard.press("Space")
      } else await first.locator("[data-why]").click()
      await page.locator("[data-why-panel] dd").first().waitFor()
      // It listens for keys a moment after it is drawn, once it has the focus.
      await page.locator("[data-reconciliation-panel]:focus").waitFor()
      await page.keyboard.press("Escape")
      await page.locator("[data-why-panel]").waitFor({ state: "detached" })
      await press(visitor, "lists.dates.month")
      await page.waitForURL(/date=month/)
      await press(visitor, "lists.filters.clear")
      await page.waitForURL((address) => !/date=|account=/.test(address.search))
      const field = card.root.getByRole("textbox", { name: said(language, "lists.searchLabel") })
      await field.fill("no-such-customer")
      const clear = card.root.locator("[data-empty=nothing] button")
      await clear.waitFor()
      await clear.focus()
      await page.keyboard.press("Enter")
      await first.waitFor()
    },
  },
  "see what a transaction is reconciled with, and go to its account": {
    shows: ["features/lists", "routes/reconciliation"],
    screen: TRANSACTIONS,
    states: { ...EVERYWHERE, ...UNREAD, ...ONE, ...notWhere("the rows come with the list", REFUSED) },
    walk: async (visitor) => {
      if (!(await readable(visitor))) return
      const { page, card, way } = visitor
      const expand = card.root.locator("[data-row] [data-expand]").first()
      if (way === "mouse") await expand.click()
      else {
        await expand.focus()
        await page.keyboard.press("Enter")
      }
      await card.root.locator("[data-links] a").first().waitFor()
      expect(await card.root.locator("[data-links]").textContent()).not.toMatch(/reconciliation\.|\{\{/)
      expect(await expand.getAttribute("aria-expanded")).toBe("true")
      const owner = card.root.locator(`[data-row] a[href*="${accountPath("")}"]`).first()
      if (way === "mouse") await owner.click()
      else {
        await owner.focus()
        await page.keyboard.press("Enter")
      }
      await page.waitForURL(/\/reconciliation\/accounts\/\d+/)
      await page.locator("[data-transactions] [data-row]").first().waitFor()
    },
  },
  "see what is planned, what is late, and look at postponing it": {
    shows: ["features/lists", "routes/reconciliation"],
    screen: INSTALMENTS,
    states: {
      ...onlyIn("planned", "the store's planned payments are listed alike, whatever became of an order"),
      loading: "walked",
      error: "walked",
      "no right": "walked",
      narrow: "walked",
    },
    walk: async (visitor) => {
      if (!(await readable(visitor))) return
      const { page, card, language, way } = visitor
      const first = card.root.locator("[data-row]").first()
      const menu = first.locator("[data-instalment-menu]")
      if (way === "mouse") await menu.click()
      else {
        await menu.focus()
        await page.keyboard.press("Enter")
      }
      await choose(visitor, "account.planned.postpone")
      await lookAndLeave(visitor, "[data-act]")
      const field = card.root.getByRole("textbox", { name: said(language, "instalments.searchLabel") })
      await field.fill("no-such-customer")
      await card.root.locator("[data-empty=nothing]").waitFor()
      await press(visitor, "instalments.empty.clear")
      await first.waitFor()
      const paid = card.root.locator("[data-view=paid]")
      if (way === "mouse") await paid.click()
      else {
        await paid.focus()
        await page.keyboard.press("Enter")
      }
      await page.waitForURL(/view=paid/)
    },
  },
}

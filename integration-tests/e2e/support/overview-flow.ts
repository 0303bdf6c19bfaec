import { overviewPath } from "../../../src/admin/lib/paths"
import { EVERYWHERE, notWhere, press, said, type Flow, type Screen } from "./flow"

/** What needs a person; the walk goes on to the list of what is owed. */
const OVERVIEW: Screen = {
  asks: () => "**/admin/reconciliation/overview",
  arrival: "[data-overview] :is([data-need], [data-calm], [role=alert], [data-no-right])",
  shown: "[data-list] [data-row]",
  at: async (_, { url }) => `${url}/app${overviewPath}`,
}

/** Reads what needs a person and how old what is owed is, and follows a sentence to its list. */
export const OVERVIEW_FLOW: Flow = {
  shows: ["features/overview", "features/lists", "routes/reconciliation"],
  screen: OVERVIEW,
  states: {
    ...EVERYWHERE,
    ...notWhere("it is the same whatever one order is in", [
      "full",
      "nothing to pay",
      "planned",
      "taken back",
      "refunded",
      "not read",
    ]),
  },
  walk: async (visitor) => {
    const { card, page, language, way, release } = visitor
    if ((await card.root.locator("[data-no-right]").count()) > 0) return
    await release()
    if ((await card.root.locator("[data-error]").count()) > 0) await press(visitor, "errors.retry")
    const owed = card.root.locator("[data-need=owed]")
    await owed.waitFor({ timeout: 60_000 })
    expect(await card.root.getByRole("heading", { level: 1 }).textContent()).toBe(
      said(language, "menu.title"),
    )
    await press(visitor, "overview.ageing.table")
    await card.root.locator("[data-ageing-table]").waitFor()
    const count = Number(await owed.getAttribute("data-count"))
    if (way === "mouse") await owed.click()
    else {
      await owed.focus()
      await page.keyboard.press("Enter")
    }
    await page.waitForURL(/view=owed/)
    const tab = page.locator("[data-view=owed][aria-pressed=true]")
    await tab.filter({ hasText: count.toLocaleString(language) }).waitFor()
    await page.locator(OVERVIEW.shown).first().waitFor()
  },
}

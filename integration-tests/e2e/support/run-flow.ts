import { runsPath } from "../../../src/admin/lib/paths"
import { EVERYWHERE, notWhere, press, said, type Flow, type Screen } from "./flow"
import { accessibilityOf, focusIsOn } from "./widget"

/** Runs over many accounts, of all of the store. */
const RUNS: Screen = {
  asks: () => "**/admin/reconciliation/runs?*",
  arrival: "[data-list=runs] :is([data-row], [data-empty], [role=alert], [data-no-right])",
  shown: "[data-list=runs] :is([data-row], [data-empty])",
  at: async (_, { url }) => `${url}/app${runsPath}`,
}

/** Looks at what a new run would do, by the rule that is offered first and by another, and begins none. */
export const RUN_FLOW: Flow = {
  shows: ["features/runs", "routes/reconciliation"],
  screen: RUNS,
  states: {
    ...EVERYWHERE,
    ...notWhere("runs are listed alike, whatever one order is in", [
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
    await page.locator(RUNS.shown).first().waitFor()
    await press(visitor, "runs.all")
    const over = page.locator("[data-dialog]")
    await over.locator("[data-would]:not([data-would=''])").waitFor({ timeout: 60_000 })
    // All of the choice's box is its label.
    if (way === "mouse") await over.getByText(said(language, "runs.fresh.rule"), { exact: true }).click()
    else {
      await over.getByRole("radio", { name: said(language, "runs.fresh.exact") }).focus()
      // A person holds a key for a moment; what it chooses is chosen while it is down.
      await page.keyboard.press("ArrowDown", { delay: 100 })
    }
    await over.getByRole("combobox", { name: said(language, "runs.fresh.strategy") }).waitFor()
    await over.locator("[data-would]:not([data-would=''])").waitFor({ timeout: 60_000 })
    expect(await accessibilityOf(page, "[data-dialog]")).toEqual([])
    await page.keyboard.press("Escape")
    await over.waitFor({ state: "detached" })
    expect(await focusIsOn(page, "[data-reconcile-all]")).toBe(true)
  },
}

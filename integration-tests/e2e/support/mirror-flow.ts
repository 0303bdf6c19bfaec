import { EVERYWHERE, notWhere, press, said, type Flow, type Screen } from "./flow"

/** The list of money that the store's own orders do not count. */
const MIRRORS: Screen = {
  asks: () => "**/admin/reconciliation/mirrors?*",
  arrival: "[data-reconciliation] :is([data-mirror], [data-empty], [role=alert], [data-no-right])",
  shown: "[data-reconciliation] :is([data-mirror], [data-empty])",
  at: async (_, { url }) => `${url}/app/reconciliation/mirrors`,
}

/** Reads what the store does not count, and why. */
export const MIRROR_FLOW: Flow = {
  shows: ["features/mirrors", "routes/reconciliation"],
  screen: MIRRORS,
  states: {
    ...EVERYWHERE,
    ...notWhere("the list is the same whatever one order is in", [
      "full",
      "nothing to pay",
      "planned",
      "taken back",
      "refunded",
      "not read",
    ]),
  },
  walk: async (visitor) => {
    const { card, page, language, release } = visitor
    if ((await card.root.locator("[data-no-right]").count()) > 0) return
    await release()
    if ((await card.root.locator("[data-error]").count()) > 0) await press(visitor, "errors.retry")
    await page.locator(MIRRORS.shown).first().waitFor()
    expect(await card.root.getByRole("heading", { level: 1 }).textContent()).toBe(
      said(language, "mirror.title"),
    )
  },
}

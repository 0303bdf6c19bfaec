import { codePath } from "../../../src/admin/lib/paths"
import type { OrderReconciliation } from "../../../src/types/http"
import { press, said, type Flow, type Screen, type Visitor } from "./flow"
import { focusIsOn } from "./widget"

/** The page of the order's matching code. */
const CODE: Screen = {
  asks: () => "**/admin/reconciliation/accounts/*/codes/*",
  arrival: "table, [role=alert], [data-empty], [data-no-right]",
  shown: "table",
  at: async (page, { url }, orderId) => {
    const answer = await page.request.get(`${url}/admin/reconciliation/orders/${orderId}`)
    const { order } = (await answer.json()) as { order: OrderReconciliation }
    return `${url}/app${codePath(order.account_id, order.code?.rank ?? 0)}`
  },
}

/** Asks in the table of a code why the first amount is where it is. */
async function explainFirst({ page, card, way }: Visitor): Promise<void> {
  const why = card.root.locator("tbody td button").first()
  await why.waitFor()
  if (way === "mouse") await why.click()
  else {
    await why.focus()
    await page.keyboard.press("Enter")
  }
  await card.panel.waitFor()
  expect(await card.panel.locator("[data-because]").first().textContent()).not.toBe("")
  await page.keyboard.press("Escape")
  await card.panel.waitFor({ state: "detached" })
}

/** Goes to a code that the account does not have, and from there back to the one that was shown. */
async function goElsewhere(visitor: Visitor): Promise<void> {
  const { page, card, language } = visitor
  const letters = (await card.root.locator("[data-code]").first().getAttribute("data-code")) ?? ""
  const goTo = async (code: string): Promise<void> => {
    await press(visitor, "codePage.goTo.open")
    expect(await focusIsOn(page, "[role=dialog] input")).toBe(true)
    await page.keyboard.type(code)
    await page.keyboard.press("Enter")
  }
  await goTo("a1")
  await page.getByRole("dialog").locator("[aria-invalid=true]").waitFor()
  await page.keyboard.press("Escape")
  await page.getByRole("dialog").waitFor({ state: "detached" })
  await goTo("zzz")
  await card.root.locator("[data-unknown]").waitFor()
  await goTo(letters)
  await card.root.locator(`[data-code="${letters}"]`).first().waitFor()
  // Nobody has read the account's page: the code's own answer names it.
  await page
    .locator("ol li")
    .filter({ hasText: said(language, "codePage.title") })
    .waitFor()
  expect(
    await page
      .locator("ol li")
      .filter({ hasText: said(language, "account.title") })
      .count(),
  ).toBe(0)
}

/** Follows a payment in the picture of the code of an order, and asks in its table why. */
export const CODE_FLOW: Flow = {
  shows: ["features/code", "routes/reconciliation"],
  screen: CODE,
  states: {
    partial: "walked",
    full: "walked",
    "nothing to pay": { not: "an order that costs nothing has no code" },
    planned: "walked",
    "taken back": "walked",
    refunded: "walked",
    "not read": { not: "an order that is not read has no code" },
    loading: "walked",
    error: "walked",
    "no right": "walked",
    narrow: "walked",
  },
  walk: async (visitor) => {
    const { page, card, way, language } = visitor
    if ((await card.root.locator("[data-no-right]").count()) > 0) return
    await visitor.release()
    if ((await card.root.locator("[data-error]").count()) > 0) await press(visitor, "errors.retry")
    await card.root.getByRole("heading", { name: said(language, "codePage.title") }).waitFor()
    if ((page.viewportSize()?.width ?? 0) < 900) return await explainFirst(visitor)
    await goElsewhere(visitor)
    await press(visitor, "codePage.view.table")
    await explainFirst(visitor)
    await press(visitor, "codePage.view.picture")
    await card.root.getByRole("img").waitFor()
    const payer = card.root.locator("[data-payer]").first()
    if (way === "mouse") await payer.click()
    else {
      await payer.focus()
      await page.keyboard.press("Enter")
    }
    expect(await payer.getAttribute("aria-pressed")).toBe("true")
    expect(await card.root.locator("[data-lit] path").count()).toBeGreaterThan(0)
  },
}

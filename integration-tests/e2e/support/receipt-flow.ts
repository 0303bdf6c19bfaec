import { receiptPath } from "../../../src/admin/lib/paths"
import type { OrderReconciliation } from "../../../src/types/http"
import { press, said, type Flow, type Screen } from "./flow"

/** The receipt of the order's first payment. */
const RECEIPT: Screen = {
  asks: () => "**/admin/reconciliation/receipts/*",
  arrival: "article, [role=alert], [data-no-right]",
  shown: "article",
  at: async (page, { url }, orderId) => {
    const answer = await page.request.get(`${url}/admin/reconciliation/orders/${orderId}`)
    const { order } = (await answer.json()) as { order: OrderReconciliation }
    const paid = order.columns.find(({ receipt_number: number }) => number !== null)
    return `${url}/app${receiptPath(paid?.receipt_number ?? "none")}`
  },
}

/** Reads the receipt of a payment, and has it printed. */
export const RECEIPT_FLOW: Flow = {
  shows: ["features/receipt", "routes/reconciliation"],
  screen: RECEIPT,
  states: {
    partial: "walked",
    full: "walked",
    "nothing to pay": { not: "an order that costs nothing has no payment" },
    planned: "walked",
    "taken back": "walked",
    refunded: "walked",
    "not read": { not: "an order that is not read has no receipt" },
    loading: "walked",
    error: "walked",
    "no right": "walked",
    narrow: "walked",
  },
  walk: async (visitor) => {
    const { page, card, language } = visitor
    if ((await card.root.locator("[data-no-right]").count()) > 0) return
    await visitor.release()
    if ((await card.root.locator("[data-error]").count()) > 0) await press(visitor, "errors.retry")
    const paper = card.root.locator("article")
    await paper.waitFor()
    expect(await paper.getByRole("heading").textContent()).toMatch(/R-\d{4}-\d{4}/)
    expect(await paper.textContent()).toContain(said(language, "receiptPage.received.who"))
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "")
    })
    await press(visitor, "receiptPage.print")
    expect(await page.locator("body[data-printed]").count()).toBe(1)
    await page.emulateMedia({ media: "print" })
    expect(await paper.isVisible()).toBe(true)
    expect(await page.locator("nav").first().isVisible()).toBe(false)
    expect(
      await paper
        .getByRole("button", { name: said(language, "receiptPage.print"), includeHidden: true })
        .isVisible(),
    ).toBe(false)
    await page.emulateMedia({ media: "screen" })
  },
}

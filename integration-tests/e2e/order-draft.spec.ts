import type { Browser, Locator, Page } from "playwright-core"
import type { MirrorView, OrderReconciliation } from "../../src/types/http"
import { launch, logIn, target, visit, type Session, type Visit } from "./support/admin"
import { Desk } from "./support/desk"
import { accessibilityOf, focusIsOn } from "./support/widget"

type Change = (order: OrderReconciliation) => OrderReconciliation
const AS_IT_IS: Change = (order) => order

describe("F20, F28: a draft on the page of an order", () => {
  const store = target()
  const orderId = store.partialOrderId
  const route = `**/admin/reconciliation/orders/${orderId}`
  let browser: Browser
  let session: Session
  let desk: Desk
  const open: Visit[] = []

  beforeAll(async () => {
    browser = await launch()
    session = await logIn(browser, store)
    desk = await Desk.open(store)
  })
  beforeEach(async () => {
    // 75, 75, 20 with 100 paid, all of it on no item.
    await desk.setFree(orderId)
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map(async ({ close }) => await close()))
  })
  afterAll(async () => {
    await browser?.close()
  })

  /** @param change what the answers of the order say otherwise */
  async function arrive({ width = 1440, change = AS_IT_IS, mac = false } = {}): Promise<Page> {
    const arrived = await visit(browser, session, { url: store.url, language: "en", theme: "light" })
    open.push(arrived)
    const { page } = arrived
    if (mac)
      await page.addInitScript(() => Object.defineProperty(navigator, "platform", { get: () => "MacIntel" }))
    for (const path of [route, `${route}/allocations`])
      await page.route(path, async (asked) => {
        const response = await asked.fetch()
        const answer = (await response.json()) as { order: OrderReconciliation }
        await asked.fulfill({ response, json: { ...answer, order: change(answer.order) } })
      })
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${store.url}/app/reconciliation/orders/${orderId}`)
    await page.locator("[data-reconciliation] h1").waitFor()
    return page
  }
  const bar = (page: Page): Locator => page.locator("[data-save-bar]")
  const placeIt = (page: Page): Locator => page.getByRole("button", { name: "Put it there" })
  const topOf = async (page: Page, selector: string): Promise<number> =>
    await page.locator(selector).evaluate((one) => one.getBoundingClientRect().top)
  const cell = (page: Page, row: number): Locator =>
    page.locator("[role=grid] tbody tr").nth(row).locator("td[aria-readonly=false]").first()

  it("puts money where the step says: the focus goes to the first amount, and nothing moves", async () => {
    const page = await arrive()
    const before = await topOf(page, "[role=grid]")
    await placeIt(page).focus()
    await page.keyboard.press("Enter")
    await bar(page).waitFor()
    expect(await focusIsOn(page, "[role=grid] td")).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(
      /, changed, was 0\.00$/,
    )
    expect(await topOf(page, "[role=grid]")).toBe(before)
  })

  it("keeps the focus at the step where items are listed, and marks what is not saved", async () => {
    const page = await arrive({ width: 390 })
    await placeIt(page).focus()
    await page.keyboard.press("Enter")
    await bar(page).waitFor()
    expect(await focusIsOn(page, "[data-next-step]")).toBe(true)
    const changed = page.locator("[data-item-list] [data-changed]")
    expect(await changed.first().textContent()).toMatch(/, changed, was 0\.00$/)
    expect(await bar(page).getByText("Ctrl+S").isVisible()).toBe(false)
    expect(await accessibilityOf(page, "[data-reconciliation]")).toEqual([])
  })

  it("saves from everywhere on the page but what lies over it, and never as a file", async () => {
    const mirror: MirrorView = { ...MIRROR, order_id: orderId }
    let isSaved = false
    const page = await arrive({ change: (order) => (isSaved ? { ...order, mirrors: [mirror] } : order) })
    const taken = await page.evaluateHandle(() => {
      const prevented: boolean[] = []
      window.addEventListener("keydown", (event) => prevented.push(event.defaultPrevented))
      return prevented
    })
    await page.getByRole("button", { name: "History" }).focus()
    await page.keyboard.press("Control+s")
    expect(await taken.jsonValue()).toContain(true)
    await placeIt(page).click()
    await bar(page).waitFor()
    await page.getByRole("button", { name: "History" }).click()
    await page.locator("[data-history] [data-change]").first().waitFor()
    await page.keyboard.press("Control+s")
    await page.keyboard.press("Escape")
    await page.locator("[data-history]").waitFor({ state: "detached" })
    expect(await bar(page).isVisible()).toBe(true)

    const before = await topOf(page, "[role=grid]")
    isSaved = true
    await page.getByRole("button", { name: "History" }).focus()
    await page.keyboard.press("Control+s")
    await bar(page).waitFor({ state: "detached" })
    expect((await desk.read(orderId)).totals.allocated).toBe("100.00")
    // The store is told of money, and that is said where nothing moves for it.
    await page.locator("[data-notice=mirrors]").waitFor()
    expect(await topOf(page, "[role=grid]")).toBe(before)
    await page.keyboard.press("Escape")
    await cell(page, 0).click()
    await page.keyboard.type("1")
    await bar(page).getByRole("button", { name: "Discard" }).click()
    await bar(page).waitFor({ state: "detached" })
    expect(await focusIsOn(page, "[role=grid] td")).toBe(true)
  })

  it("says where it is too much and leads there, and calls nothing full that is not proven", async () => {
    const page = await arrive()
    const { rows } = await desk.read(orderId)
    const told = async (): Promise<string | null> =>
      await page.locator("[data-reconciliation] [data-bar] [role=img]").getAttribute("aria-label")
    const saved = await told()
    for (const [index, { net }] of rows.entries()) {
      await cell(page, index).click()
      await page.keyboard.type(net)
      await page.keyboard.press("Enter")
    }
    const over = bar(page).getByRole("button", { name: /is 70\.00 over$/ })
    await over.waitFor()
    expect((await page.locator("[role=grid] tbody th").allTextContents()).join()).not.toContain("Full")
    expect(await page.locator("[data-next-step]").textContent()).toBe(
      "Some amounts are larger than what an item or a payment has. Lower them, or discard.",
    )
    expect(await told()).toBe(saved)
    // The 100.00 of the payment fill the first ones: the others, in whatever order the items stand, take what it has not.
    const sums = rows.map((_, index) =>
      rows.slice(0, index + 1).reduce((sum, { net }) => sum + Number(net), 0),
    )
    const tooMuch = sums.filter((sum) => sum > 100).length
    await bar(page).getByText(`${rows.length} amounts changed, ${tooMuch} too large`).waitFor()
    expect(await accessibilityOf(page, "[data-save-bar]")).toEqual([])
    await over.click()
    expect(await focusIsOn(page, "[role=grid] td[aria-invalid=true]")).toBe(true)
  })

  it("marks what was inferred, says how many there are of an item, and explains the signs", async () => {
    await desk.reconcile(orderId)
    const page = await arrive({
      change: (order) => ({
        ...order,
        inferred: 1,
        rows: order.rows.map((row, index) => ({ ...row, quantity: index === 0 ? 2 : row.quantity })),
        cells: order.cells.map((one, index) => ({ ...one, inferred: index === 0 })),
      }),
    })
    const marked = page.locator("[role=grid] td", { has: page.locator(".reconciliation-inferred") })
    expect(await marked.getAttribute("aria-label")).toMatch(/, inferred from history$/)
    expect(await page.locator("[role=grid] [data-quantity]").allTextContents()).toEqual(["×2"])
    const legend = page.locator("[data-grid-part] [data-legend]")
    for (const word of [
      "Full",
      "Partial",
      "None",
      "Planned",
      "Error",
      "Unallocated",
      "Inferred from history",
    ])
      expect(await legend.textContent()).toContain(word)
  })

  it("offers loose money in one place until somebody is in the grid", async () => {
    const page = await arrive()
    expect(await placeIt(page).isVisible()).toBe(true)
    const hint = page.locator("[role=grid] .reconciliation-hint")
    expect(await hint.isVisible()).toBe(false)
    await hint.locator("xpath=..").focus()
    expect(await hint.isVisible()).toBe(true)
    const { rows } = await desk.read(orderId)
    expect(rows.map(({ kind, quantity }) => (kind === "line") === (quantity !== null))).not.toContain(false)
  })

  it("says what Tab does, and names the keys of a Mac", async () => {
    const page = await arrive({ mac: true })
    await placeIt(page).click()
    expect(await bar(page).locator("[data-save]").textContent()).toBe("SaveCmd+S")
    await page.keyboard.press("?")
    const keys = page.getByRole("dialog")
    await keys.getByText(/one Tab stop: Tab leaves it/).waitFor()
    expect(await keys.getByText("Ctrl", { exact: true }).count()).toBe(0)
    expect(await keys.getByText("Cmd", { exact: true }).count()).toBeGreaterThan(0)
    expect(await accessibilityOf(page, "[role=dialog]")).toEqual([])
  })

  it("has a way out of an order in error, and is named while it is read", async () => {
    const problem = { code: "HOST-2", detail: "A refund has no row.", remedy: "Look at it.", facts: {} }
    const page = await arrive({ change: (order) => ({ ...order, state: "error", problems: [problem] }) })
    const asked = page.waitForRequest(`${route}/reconcile`)
    await page.locator("[data-error-acts]").getByRole("button", { name: "Check again" }).click()
    expect((await asked).method()).toBe("POST")
    await page.unrouteAll({ behavior: "wait" })
    let go = (): void => undefined
    const held = new Promise<void>((resolve) => (go = resolve))
    await page.route(route, async (waiting) => {
      await held
      await waiting.continue()
    })
    await page.reload()
    await page.locator("ol li [data-crumb-loading]").waitFor()
    go()
    const { display_id: number } = await desk.read(orderId)
    await page.locator("ol li").getByText(`#${number}`, { exact: true }).waitFor()
  })
})

const MIRROR: MirrorView = {
  id: "1",
  order_id: "",
  display_id: "1",
  payment_id: "1",
  payment: "Cash",
  method: "cash",
  occurred_on: "2026-11-26",
  currency_code: "usd",
  digits: 2,
  amount: "100.00",
  since: "2026-11-26T09:00:00.000Z",
  state: "wanted",
  refusal: null,
  error: null,
  attempts: 0,
  next_attempt_at: null,
}

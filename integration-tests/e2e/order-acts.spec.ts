import type { Browser } from "playwright-core"
import {
  launch,
  logIn,
  photograph,
  target,
  visit,
  type Look,
  type Session,
  type Visit,
} from "./support/admin"
import { begin, discard, drawer, focused, isRight, ready, send } from "./support/act-drawer"
import { Desk } from "./support/desk"
import { accessibilityOf } from "./support/widget"
import { askForApproval, WRITE_OFF, writeOffOneItem } from "./support/write-off-walk"

const EN: Look = { language: "en", theme: "light" }
const LOOKS = (["en", "fr"] as const).flatMap((language) =>
  (["light", "dark"] as const).flatMap((theme) => [1440, 390].map((width) => ({ language, theme, width }))),
)

describe("F12, F15, F17: refunding rows, planning payments and giving terms on an order's page", () => {
  const store = target()
  let browser: Browser
  let session: Session
  let desk: Desk
  const open: Visit[] = []

  beforeAll(async () => {
    browser = await launch()
    session = await logIn(browser, store)
    desk = await Desk.open(store)
    await desk.settle([{ name: "writeOff", value: WRITE_OFF }])
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map(async ({ close }) => await close()))
  })
  afterAll(async () => {
    await desk?.settle([
      { name: "writeOff", value: { ...WRITE_OFF, limits: {}, approvalAbove: {}, accounts: {} } },
    ])
    await browser?.close()
  })

  async function arrive(at: string, look: Look & { width?: number } = EN): Promise<Visit> {
    const arrived = await visit(browser, session, { url: store.url, ...look })
    open.push(arrived)
    const { page } = arrived
    await page.setViewportSize({ width: look.width ?? 1440, height: 900 })
    await page.goto(`${store.url}/app/reconciliation/${at}`)
    await page.locator("[data-reconciliation] h1").waitFor()
    return arrived
  }
  async function unpaid(): Promise<string> {
    const orderId = await desk.checkOut(desk.titles(2), { atOnce: true })
    await desk.reconcile(orderId)
    return orderId
  }
  async function paid(): Promise<string> {
    const orderId = await unpaid()
    await desk.capture(orderId)
    await desk.reconcile(orderId)
    return orderId
  }
  it("refunds what is typed of an item, after it has shown what becomes of the order", async () => {
    const orderId = await paid()
    const before = await desk.read(orderId)
    const { page, complaints } = await arrive(`orders/${orderId}`)
    await begin(page, "refund")
    const [first] = before.rows
    const field = page.locator(`[data-row="${first?.key}"] input`)
    // The fields come after the drawer, with what can be refunded: the focus goes on to the first of them.
    await field.waitFor()
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
    await field.fill("99999")
    await drawer(page)
      .getByText(/^At most/)
      .waitFor()
    expect(await send(page).getAttribute("aria-disabled")).toBe("true")
    expect(await accessibilityOf(page, "[data-act]")).toEqual([])
    await field.fill("2.50")
    await ready(page)
    expect(await send(page).textContent()).toContain("Refund 2.50")
    expect(await page.locator("[data-will=now]").textContent()).toMatch(/owed and paid/)
    await send(page).click()
    await drawer(page).waitFor({ state: "detached" })
    const after = await desk.read(orderId)
    expect(Number(after.totals.owed)).toBeCloseTo(Number(before.totals.owed) - 2.5)
    expect(after.columns.filter(({ kind }) => kind === "refund").map(({ amount }) => amount)).toEqual([
      "-2.50",
    ])
    expect(complaints).toEqual([])
  })

  it("says that nothing can be refunded where no payment of the store came", async () => {
    const { page } = await arrive(`orders/${await unpaid()}`)
    await begin(page, "refund")
    await page.locator("[data-empty=refund]").waitFor()
    await isRight(page)
    await page.keyboard.press("Escape")
    await drawer(page).waitFor({ state: "detached" })
    expect(await page.locator("[data-page-menu]").evaluate((one) => one === document.activeElement)).toBe(
      true,
    )
  })

  it("plans payments: even parts, kept for chosen items, and never more than is open; and cancels the plan", async () => {
    const orderId = await unpaid()
    const { totals, rows } = await desk.read(orderId)
    const { page, complaints } = await arrive(`orders/${orderId}`)
    await begin(page, "plan")
    expect(await focused(page)).toBe("first")
    await drawer(page).getByRole("button", { name: "3 monthly" }).click()
    await page.locator("[data-cover=all]").waitFor()
    await ready(page)
    expect(await page.locator("[data-will=now]").textContent()).toMatch(/Planned/)
    const amounts = page.locator("[data-draft-instalment] td:nth-child(3) input")
    await amounts.first().fill("99999")
    await page.locator("[data-cover=over]").waitFor()
    expect(await send(page).getAttribute("aria-disabled")).toBe("true")
    await drawer(page).getByRole("button", { name: "2 monthly" }).click()
    await page.locator("[data-draft-instalment='1'] td:nth-child(4) button").click()
    await page.getByRole("menuitemcheckbox").last().click()
    await page.keyboard.press("Escape")
    await ready(page)
    await isRight(page)
    await send(page).click()
    await drawer(page).waitFor({ state: "detached" })
    const { plan, state } = await desk.read(orderId)
    expect([state, plan?.instalments.length, plan?.not_covered]).toEqual(["planned", 2, "0.00"])
    expect(plan?.instalments[0]?.pins[0]?.row).toBe(rows.at(-1)?.key)
    const sum = (plan?.instalments ?? []).reduce((all, { amount }) => all + Number(amount), 0)
    expect(sum).toBeCloseTo(Number(totals.open))

    await begin(page, "plan")
    await drawer(page).getByText("saving replaces its instalments that are not paid yet").waitFor()
    await page.keyboard.press("Escape")
    await drawer(page).waitFor({ state: "detached" })
    await page.locator("[data-cancels-plan]").click()
    expect(await focused(page)).toBe("button")
    expect(await drawer(page).locator("button:focus").textContent()).toBe("Cancel")
    await ready(page)
    expect(await page.locator("[data-will=now]").textContent()).toMatch(/expected no more/)
    await isRight(page)
    await send(page).click()
    await drawer(page).waitFor({ state: "detached" })
    const cancelled = await desk.read(orderId)
    expect([cancelled.state, cancelled.plan?.instalments.map((one) => one.state)]).toEqual([
      "none",
      ["cancelled", "cancelled"],
    ])
    await page.locator("[data-cancels-plan]").waitFor({ state: "detached" })
    expect(complaints).toEqual([])
  })

  it("gives an order payment terms, after it has shown when each item falls due", async () => {
    const orderId = await unpaid()
    const { page, complaints } = await arrive(`orders/${orderId}`)
    await begin(page, "terms")
    expect(await focused(page)).toBe("select")
    await drawer(page).locator("select").selectOption("end_of_month")
    await discard(page)
    await begin(page, "terms")
    await drawer(page).locator("select").selectOption("end_of_month")
    await drawer(page).locator("input").first().fill("3O")
    await drawer(page)
      .getByText(/^A whole number/)
      .waitFor()
    expect(await send(page).getAttribute("aria-disabled")).toBe("true")
    await drawer(page).locator("input").first().fill("30")
    await ready(page)
    expect(await page.locator("[data-will=now] dd").count()).toBe((await desk.read(orderId)).rows.length)
    await isRight(page)
    await send(page).click()
    await drawer(page).waitFor({ state: "detached" })
    await page.getByText(/30 days, then end of month, due /).waitFor()
    expect((await desk.read(orderId)).terms).toEqual({ due: { end_of_month: 30 }, source: "person" })
    expect(complaints).toEqual([])
  })

  it("writes off a rest of one item, after it has shown who decides and what becomes of it", async () => {
    const orderId = await unpaid()
    const { page, complaints } = await arrive(`orders/${orderId}`)
    await writeOffOneItem(page, desk, orderId)
    expect(complaints).toEqual([])
  })

  it("asks for approval above the limit, says so on the page, and sends the same again after a lost answer", async () => {
    const { page } = await arrive(`orders/${await unpaid()}`)
    await askForApproval(page)
  })

  it("keeps the acts in their place for who may not manage, and says which right is missing", async () => {
    const orderId = await unpaid()
    const arrived = await visit(browser, session, { url: store.url, ...EN })
    open.push(arrived)
    const { page } = arrived
    await page.route("**/admin/reconciliation/rights", (route) =>
      route.fulfill({ json: { rights: ["view"] } }),
    )
    await page.goto(`${store.url}/app/reconciliation/orders/${orderId}`)
    await page.locator("[data-reconciliation] h1").waitFor()
    await page.locator("[data-page-menu]").click()
    const locked = page.locator("[role=menuitem][data-needs]")
    await locked.first().waitFor()
    expect(await locked.evaluateAll((all) => all.map((one) => one.getAttribute("data-needs")))).toEqual([
      "manage",
      "manage",
      "manage",
      "write_off",
      "run",
      "manage",
    ])
    expect(await page.locator("[data-may-look]").textContent()).toContain("An administrator of the store")
    expect(await page.locator("[data-read-only]").textContent()).toBe("Read only")
  })

  it("shows receipt numbers among an account's transactions, which open the receipt, and saves them as a file", async () => {
    const orderId = await paid()
    const { account_id: accountId } = await desk.read(orderId)
    const { page, complaints } = await arrive(`accounts/${accountId}`)
    const receipt = page.locator("[data-receipt]").first()
    await receipt.waitFor({ timeout: 90_000 })
    expect(await accessibilityOf(page, "[data-reconciliation]")).toEqual([])
    await photograph(page, "account-receipts")
    const saved = page.waitForEvent("download")
    await page.locator("[data-download]").click()
    expect((await saved).suggestedFilename()).toBe(`transactions-${accountId}-usd.csv`)
    const number = (await receipt.getAttribute("data-receipt")) ?? ""
    await receipt.click()
    await page.waitForURL(new RegExp(`/receipts/${number}`))
    await page.goto(`${store.url}/app/reconciliation/accounts`)
    await page.locator("[data-reconciliation] input[name=q]").fill(number.toLowerCase())
    await page.keyboard.press("Enter")
    await page.waitForURL(new RegExp(`/receipts/${number}`))
    expect(complaints).toEqual([])
  })

  it.each(LOOKS)(
    "is right for everybody in $language and $theme, $width pixels wide",
    async ({ width, ...shownAs }) => {
      const picture = `${shownAs.language}-${shownAs.theme}-${width}`
      const { page, complaints } = await arrive(`orders/${store.refundedOrderId}`, { ...shownAs, width })
      await begin(page, "refund")
      await page.locator("[data-refund-rows] input").first().fill("1")
      await ready(page)
      await isRight(page)
      await photograph(page, `refund-rows-${picture}`)
      await discard(page)
      await page.goto(`${store.url}/app/reconciliation/orders/${store.partialOrderId}`)
      await page.locator("[data-reconciliation] h1").waitFor()
      await begin(page, "plan")
      await page.locator("[data-starts] button").nth(1).click()
      await ready(page)
      await isRight(page)
      await photograph(page, `plan-payments-${picture}`)
      await discard(page)
      await begin(page, "terms")
      await ready(page)
      await isRight(page)
      await photograph(page, `payment-terms-${picture}`)
      await page.keyboard.press("Escape")
      await drawer(page).waitFor({ state: "detached" })
      await begin(page, "writeOff")
      await isRight(page)
      await photograph(page, `write-off-${picture}`)
      await page.goto(`${store.url}/app/reconciliation/mirrors`)
      await page.locator("[data-reconciliation] :is([data-mirror], [data-empty])").first().waitFor()
      expect(await accessibilityOf(page, "[data-reconciliation]")).toEqual([])
      await photograph(page, `mirrors-${picture}`)
      expect(complaints).toEqual([])
    },
  )
})

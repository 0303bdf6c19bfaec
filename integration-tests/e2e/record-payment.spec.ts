import type { Browser, Locator, Page } from "playwright-core"
import { decimalOf, least, minorUnitsOf } from "../../src/modules/reconciliation/domain/money"
import type { OrderReconciliation } from "../../src/types/http"
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
import { Desk } from "./support/desk"
import { bareClassesIn } from "./support/gallery"
import { accessibilityOf, tabTo } from "./support/widget"

const EN: Look = { language: "en", theme: "light" }
const LOOKS = (["en", "fr"] as const).flatMap((language) =>
  (["light", "dark"] as const).flatMap((theme) => [1440, 390].map((width) => ({ language, theme, width }))),
)

describe("F19, F29: recording a payment beside an order's page", () => {
  const store = target()
  let browser: Browser
  let session: Session
  let desk: Desk
  let orderId = ""
  const open: Visit[] = []

  beforeAll(async () => {
    browser = await launch()
    session = await logIn(browser, store)
    desk = await Desk.open(store)
  })
  beforeEach(async () => {
    orderId = await desk.checkOut(desk.titles(2), { atOnce: true })
    await desk.reconcile(orderId)
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map(async ({ close }) => await close()))
  })
  afterAll(async () => {
    await browser?.close()
  })

  async function arrive(look: Look & { width?: number } = EN): Promise<Visit> {
    const arrived = await visit(browser, session, { url: store.url, ...look })
    open.push(arrived)
    const { page } = arrived
    await page.setViewportSize({ width: look.width ?? 1440, height: 900 })
    await page.goto(`${store.url}/app/reconciliation/orders/${orderId}`)
    await page.locator("[data-reconciliation] h1").waitFor()
    return arrived
  }
  const drawer = (page: Page): Locator => page.locator("[data-record-payment]")
  const amountField = (page: Page): Locator => page.locator("[data-amount-field]")
  const ofOrder = (page: Page): Locator => page.locator(`[data-order="${orderId}"]`)
  const line = (page: Page, { key }: OrderReconciliation["rows"][number]): Locator =>
    page.locator(`[data-order="${orderId}"] [data-line="${key}"] input`)
  const button = (page: Page): Locator => page.locator("[data-record]")
  async function openDrawer(page: Page): Promise<void> {
    await page.locator("[data-opens-payment]").click()
    await amountField(page).waitFor()
  }
  /** The preview of what stands there has come, and the button can be pressed. */
  async function ready(page: Page): Promise<void> {
    await page.locator("[data-record][aria-disabled=false]").waitFor()
  }
  const paid = async (): Promise<string[]> =>
    (await desk.read(orderId)).rows.map(({ allocated }) => allocated)
  async function until(wanted: string[]): Promise<void> {
    for (let time = 0; time < 50 && (await paid()).join() !== wanted.join(); time += 1)
      await new Promise((go) => setTimeout(go, 100))
    expect(await paid()).toEqual(wanted)
  }

  it("records by keyboard alone: the focus is in the amount, Ctrl+Enter records, and goes back to the button", async () => {
    const { page, complaints } = await arrive()
    await tabTo(page, "[data-opens-payment]", 60)
    await page.keyboard.press("Enter")
    await amountField(page).waitFor()
    expect(await amountField(page).evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type("5")
    await ready(page)
    expect(await button(page).textContent()).toContain("Record 5.00")
    await page.keyboard.press("Control+Enter")
    await drawer(page).waitFor({ state: "detached" })
    const { rows } = await desk.read(orderId)
    await until(rows.map((_, place) => (place === 0 ? "5.00" : "0.00")))
    expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-opens-payment"))).toBe(true)
    expect(complaints).toEqual([])
  })

  it("leaves an item unpaid, pays another exactly, and the rest stays on the account", async () => {
    const { page } = await arrive()
    const [first, second] = (await desk.read(orderId)).rows
    if (!first || !second) throw new Error("the order has two items")
    await openDrawer(page)
    await amountField(page).fill("12")
    await ready(page)
    await line(page, first).fill("0")
    await line(page, second).fill("7.5")
    await page.locator("[data-stays='4.50']").waitFor()
    expect(await ofOrder(page).getByLabel(/gets$/).first().inputValue()).toBe("7.50")
    expect(await drawer(page).textContent()).toContain("Partial")
    await ready(page)
    await button(page).click()
    await drawer(page).waitFor({ state: "detached" })
    await until((await desk.read(orderId)).rows.map((_, place) => (place === 1 ? "7.50" : "0.00")))
  })

  it("cheque 1042 pays two orders, but one of their items stays unpaid", async () => {
    const email = `grace.${Date.now()}@example.com`
    const one = await desk.checkOut(desk.titles(2), { atOnce: true, email })
    const other = await desk.checkOut(desk.titles(3), { atOnce: true, email })
    for (const id of [one, other]) await desk.reconcile(id)
    const [first, second] = [await desk.read(one), await desk.read(other)]
    const unpaid = second.rows[0]
    if (!unpaid) throw new Error("the order has items")
    const units = (value: string): bigint => minorUnitsOf(value, second.digits)
    const others = units(second.totals.open) - units(unpaid.amount)
    const amount = decimalOf(units(first.totals.open) + others, second.digits)
    // The money is short by what stays unpaid, so that the order's last items have nothing of it.
    const left = decimalOf(least(others, units(unpaid.amount)), second.digits)

    const arrived = await visit(browser, session, { url: store.url, ...EN })
    open.push(arrived)
    const { page, complaints } = arrived
    await page.goto(`${store.url}/app/reconciliation/accounts`)
    await page.getByRole("textbox", { name: "Customer, company" }).fill(`#${second.display_id}`)
    await page.keyboard.press("Enter")
    await page.locator("[data-row] [data-row-main]").first().click()
    await openDrawer(page)
    await amountField(page).fill(amount)
    await drawer(page).getByLabel("Reference").fill("1042")
    for (const { display_id: number } of [first, second])
      await page.getByRole("checkbox", { name: new RegExp(`^#${number} `) }).check()
    const lineOf = ({ key }: { key: string }): Locator =>
      page.locator(`[data-order="${other}"] [data-line="${key}"] input`)
    await lineOf(unpaid).fill("0")
    const rest = page.locator("[data-on-others]")
    expect(await rest.textContent()).toBe(`Put ${left} on the other items`)
    await rest.click()
    await page.locator("[data-stays='0.00']").waitFor()
    await rest.waitFor({ state: "detached" })
    expect(await page.evaluate(() => document.activeElement?.closest("[data-line]") !== null)).toBe(true)
    await ready(page)
    expect(await accessibilityOf(page, "[data-record-payment]")).toEqual([])
    await photograph(page, "record-payment-unpaid-item")
    await button(page).click()
    await drawer(page).waitFor({ state: "detached" })

    expect((await desk.read(one)).state).toBe("full")
    const { rows } = await desk.read(other)
    for (const { key, amount: owed, allocated } of rows)
      expect({ key, allocated }).toEqual({ key, allocated: key === unpaid.key ? "0.00" : owed })
    expect(complaints).toEqual([])
  })

  it("says inline what cannot be, keeps what was typed, and records nothing", async () => {
    const { page } = await arrive()
    await openDrawer(page)
    await amountField(page).fill("10")
    await ready(page)
    await ofOrder(page).getByLabel(/gets$/).first().fill("11")
    const refusal = drawer(page).locator("[data-refusal=amounts_above_money]")
    await refusal.waitFor()
    expect(await button(page).getAttribute("aria-disabled")).toBe("true")
    expect(await accessibilityOf(page, "[data-record-payment]")).toEqual([])
    await amountField(page).fill("1.234.5x")
    await drawer(page).getByText("This is no amount.").waitFor()
    await page.keyboard.press("Control+Enter")
    expect(await amountField(page).inputValue()).toBe("1.234.5x")
    expect((await desk.read(orderId)).columns).toEqual([])
  })

  it("asks about the same cheque where it stands, and records it when told that it is another", async () => {
    const reference = `CHQ ${orderId.slice(-8)}`
    await desk.deposit(orderId, { amount: "9.00", method: "cheque", reference })
    const { page } = await arrive()
    await openDrawer(page)
    await amountField(page).fill("9")
    await drawer(page).getByLabel("Reference").fill(reference)
    const question = drawer(page).locator("[data-looks-recorded]")
    await question.waitFor()
    expect(await accessibilityOf(page, "[data-record-payment]")).toEqual([])
    await page.keyboard.press("Control+Enter")
    expect(await button(page).getAttribute("aria-disabled")).toBe("true")
    await question.getByLabel("This is another payment").check()
    await ready(page)
    await button(page).click()
    await drawer(page).waitFor({ state: "detached" })
    await until((await desk.read(orderId)).rows.map((_, place) => (place === 0 ? "9.00" : "0.00")))
  })

  it("asks before what was typed is discarded, keeps nothing of it, and asks nothing when nothing was typed", async () => {
    const { page } = await arrive()
    await openDrawer(page)
    await page.keyboard.press("Escape")
    await drawer(page).waitFor({ state: "detached" })
    await openDrawer(page)
    await amountField(page).fill("10")
    await drawer(page).getByRole("button", { name: "Cancel" }).click()
    const prompt = page.getByRole("alertdialog")
    await prompt.getByText("Discard this payment?").waitFor()
    await prompt.getByRole("button", { name: "Keep typing" }).click()
    await prompt.waitFor({ state: "detached" })
    expect(await amountField(page).inputValue()).toBe("10")
    await page.keyboard.press("Escape")
    await prompt.getByRole("button", { name: "Discard", exact: true }).click()
    await drawer(page).waitFor({ state: "detached" })
    await openDrawer(page)
    expect(await amountField(page).inputValue()).toBe("")
  })

  it("offers what lies unapplied on the account, says how much this order takes, and applies it by a button", async () => {
    await desk.deposit(orderId, { amount: "3.00", method: "cash" })
    const { page } = await arrive()
    const offer = page.locator("[data-offer]")
    await offer.waitFor()
    expect(await accessibilityOf(page, "[data-reconciliation]")).toEqual([])
    expect((await desk.read(orderId)).columns).toEqual([])
    const apply = offer.getByRole("button", { name: /^Apply \d/ })
    await apply.click()
    await page
      .locator("[data-sonner-toast]")
      .getByText(/applied$/)
      .waitFor()
    const { totals } = await desk.read(orderId)
    expect(Number(totals.allocated)).toBeGreaterThanOrEqual(3)
  })

  it("checks what was pasted row by row, records the good ones, and is right for everybody", async () => {
    const { display_id: number } = await desk.read(orderId)
    const arrived = await visit(browser, session, { url: store.url, ...EN })
    open.push(arrived)
    const { page, complaints } = arrived
    await page.goto(`${store.url}/app/reconciliation/payments/batch?currency=usd`)
    const reference = `CHQ ${orderId.slice(-8)}`
    const cheque = `ada@example.com\t2.50\t${reference}`
    await page
      .locator("[data-pasted]")
      .fill([`${cheque}\t#${number}`, cheque, "cus_x\t1", "ada@example.com\tx"].join("\n"))
    const good = page.locator("[data-row='1'] [data-good]")
    await good.waitFor()
    expect(await good.textContent()).toContain(`Order ${number} gets 2.50`)
    expect(
      await page.locator("[data-bad]").evaluateAll((all) => all.map((one) => one.getAttribute("data-bad"))),
    ).toEqual(["payment_looks_recorded", "customer_not_found", "not_a_number"])
    expect(await accessibilityOf(page, "[data-reconciliation]")).toEqual([])
    expect(await bareClassesIn(page, "[data-reconciliation] *")).toEqual([])
    await photograph(page, "record-payments")
    const record = page.locator("[data-record-batch]")
    expect(await record.textContent()).toBe("Record 1 payment, 2.50")
    await page.setViewportSize({ width: 390, height: 900 })
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
    await record.click()
    await page.locator("[data-sonner-toast]").getByText("1 payment recorded").waitFor()
    const { rows } = await desk.read(orderId)
    await until(rows.map((_, place) => (place === 0 ? "2.50" : "0.00")))
    // What was left out is still there, and the one that looked recorded is said to be another.
    expect(await page.locator("[data-pasted]").inputValue()).toBe(
      [cheque, "cus_x\t1", "ada@example.com\tx"].join("\n"),
    )
    await page.locator("[data-row='1'] [data-bad=payment_looks_recorded]").waitFor()
    await page.locator("[data-another='1'] input").check()
    await page.locator("[data-row='1'] [data-good]").waitFor()
    expect(await accessibilityOf(page, "[data-reconciliation]")).toEqual([])
    await record.click()
    await page.locator("[data-bad]").nth(1).waitFor()
    await page.locator("[data-row='3']").waitFor({ state: "detached" })
    expect(await page.locator("[data-pasted]").inputValue()).toBe("cus_x\t1\nada@example.com\tx")
    expect(complaints).toEqual([])
  })

  it.each(LOOKS)(
    "is right for everybody in $language and $theme, $width pixels wide",
    async ({ width, ...look }) => {
      const { page, complaints } = await arrive({ ...look, width })
      await openDrawer(page)
      await amountField(page).fill("20")
      await ready(page)
      expect(await accessibilityOf(page, "[data-record-payment]")).toEqual([])
      expect(await bareClassesIn(page, "[data-record-payment] *")).toEqual([])
      expect(await drawer(page).textContent()).not.toMatch(/reconciliation\.|\{\{/)
      const tooWide = await drawer(page).evaluate((shown) => shown.scrollWidth - shown.clientWidth)
      expect(tooWide).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
      await photograph(page, `record-payment-${look.language}-${look.theme}-${width}`)
    },
  )
})

import type { Browser, Locator, Page } from "playwright-core"
import { accountPath } from "../../src/admin/lib/paths"
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
import { LOOKS } from "./support/looks"
import { Desk } from "./support/desk"
import { see } from "./support/seen"
import { accessibilityOf, focusIsOn } from "./support/widget"

const EN: Look = { language: "en", theme: "light" }

describe("F78: money of an unknown or a wrong owner, taken back and paid back, in the admin", () => {
  const store = target()
  let browser: Browser
  let session: Session
  let desk: Desk
  let orderId = ""
  let email = ""
  const open: Visit[] = []

  beforeAll(async () => {
    browser = await launch()
    session = await logIn(browser, store)
    desk = await Desk.open(store)
  })
  beforeEach(async () => {
    email = `grace.${Date.now()}@example.com`
    orderId = await desk.checkOut(desk.titles(2), { atOnce: true, email })
    await desk.reconcile(orderId)
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map(async ({ close }) => await close()))
  })
  afterAll(async () => {
    await browser?.close()
  })

  async function arrive(path: string, look: Look & { width?: number } = EN): Promise<Visit> {
    const arrived = await visit(browser, session, { url: store.url, ...look })
    open.push(arrived)
    const { page } = arrived
    await page.setViewportSize({ width: look.width ?? 1440, height: 900 })
    await page.goto(`${store.url}/app${path}`)
    await page.locator("[data-reconciliation] h1").waitFor()
    return arrived
  }
  const account = async (): Promise<string> => accountPath((await desk.read(orderId)).account_id)
  const toast = (page: Page, text: RegExp): Locator =>
    page.locator("[data-sonner-toast]").filter({ hasText: text })
  const act = (page: Page): Locator => page.locator("[data-act]")
  /** Opens the menu of a row and chooses there. */
  async function choose(page: Page, row: Locator, entry: RegExp): Promise<void> {
    await row.locator("[data-row-menu], [data-idle-menu]").first().click()
    await page.getByRole("menuitem", { name: entry }).click()
  }
  const ready = async (page: Page): Promise<void> =>
    await page.locator("[data-act] button[type=submit][aria-disabled=false]").waitFor()
  /** Closes what was typed in, which is asked about: what is kept first, stays. */
  async function discard(page: Page): Promise<void> {
    const prompt = page.getByRole("alertdialog")
    await page.keyboard.press("Escape")
    await prompt.getByRole("button").first().click()
    await prompt.waitFor({ state: "detached" })
    expect(await act(page).count()).toBe(1)
    await page.keyboard.press("Escape")
    await prompt.getByRole("button").last().click()
    await act(page).waitFor({ state: "detached" })
  }

  it("records money of an unknown owner, moves it to its customer, and lets it pay an order", async () => {
    const { page, complaints } = await arrive("/reconciliation/accounts")
    await page.locator("[data-opens-unknown]").click()
    expect(await focusIsOn(page, "[data-act] select")).toBe(true)
    await act(page).getByLabel("Amount").fill("12")
    await discard(page)
    await page.locator("[data-opens-unknown]").click()
    await act(page).getByLabel("Amount").fill("12")
    await act(page)
      .getByLabel("Reference")
      .fill(`WIRE ${orderId.slice(-8)}`)
    await ready(page)
    await see(page, "[data-act]", "money-unknown")
    await act(page)
      .getByRole("button", { name: /^Record .*12\.00/ })
      .click()
    await toast(page, /recorded/)
      .getByRole("button", { name: "Open the account" })
      .click()
    await page.getByRole("heading", { name: "Money of an unknown owner", level: 1 }).waitFor()

    const item = page.locator("[data-unapplied]").filter({ hasText: orderId.slice(-8) })
    expect(await item.getByRole("button").first().textContent()).toContain("Move to its customer…")
    await photograph(page, "money-suspense-account")
    await item.locator("[data-first-act]").click()
    await act(page).getByLabel("Find the customer").fill(email)
    await act(page).locator("[data-found]").filter({ hasText: email }).click()
    await ready(page)
    expect(await act(page).locator("[data-account-effect]").count()).toBe(2)
    await see(page, "[data-act]", "money-move")
    await act(page)
      .getByRole("button", { name: /^Move 12\.00 to / })
      .click()
    await toast(page, /moved/).getByRole("button", { name: "Open the account" }).click()
    await page.waitForURL(`**${await account()}`)

    await page
      .locator("[data-unapplied]")
      .getByRole("button", { name: /^Apply/ })
      .click()
    await ready(page)
    await act(page)
      .getByRole("button", { name: /^Apply 12\.00 to #/ })
      .click()
    await toast(page, /applied/).waitFor()
    expect((await desk.read(orderId)).totals.allocated).toBe("12.00")
    expect(complaints).toEqual([])
  })

  it("cheque 1042 bounced: it is found, what it had paid is open again, and all of it is undone", async () => {
    const { rows, totals, display_id: number } = await desk.read(orderId)
    await desk.deposit(orderId, {
      amount: totals.open,
      method: "cheque",
      reference: "1042",
      orders: [{ order_id: orderId }],
    })
    const { page, complaints } = await arrive("/reconciliation/accounts")
    await page.getByRole("textbox", { name: "Customer, company" }).fill(email)
    await page.keyboard.press("Enter")
    await page.locator("[data-row] [data-row-main]").first().click()
    const crumb = page.locator("ol li").filter({ hasText: email })
    await crumb.waitFor()
    expect(await crumb.getByRole("link", { name: "Accounts" }).getAttribute("href")).toMatch(
      /\/reconciliation\/accounts$/,
    )
    // Who has no other name is called by the e-mail address, once.
    const head = await page.locator("[data-reconciliation] header").textContent()
    expect(head?.split(email)).toHaveLength(2)
    const cheque = page.locator("[data-row][data-kind=deposit]").filter({ hasText: "Cheque 1042" })
    await choose(page, cheque, /Take back…/)
    await page.locator("[data-act] [data-outcome]").waitFor()
    expect(await focusIsOn(page, "[data-act] select")).toBe(true)
    await act(page).getByLabel("Why").fill("Not this one")
    await discard(page)
    await choose(page, cheque, /Take back…/)
    await page.locator("[data-act] [data-outcome]").waitFor()
    expect(await act(page).locator("[data-line-effect=reopens]").count()).toBe(
      rows.filter(({ allocated }) => allocated !== "").length,
    )
    expect(await act(page).locator("[data-order-effect]").textContent()).toContain(`Order #${number}`)
    await see(page, "[data-act]", "money-reversal")
    await act(page).getByLabel("Why").fill("No cover")
    await act(page)
      .getByRole("button", { name: /^Take back / })
      .click()
    await toast(page, /taken back/).waitFor()
    expect((await desk.read(orderId)).totals.open).toBe(totals.open)

    const reversal = page.locator("[data-row][data-kind=reversal]").first()
    await choose(page, reversal, /Undo this reversal…/)
    await page.locator("[data-dialog] [data-outcome]").waitFor()
    await see(page, "[data-dialog]", "money-undo-reversal")
    await page.getByRole("button", { name: /^Undo the reversal of / }).click()
    await toast(page, /pays again/).waitFor()
    expect((await desk.read(orderId)).state).toBe("full")
    expect(complaints).toEqual([])
  })

  it("releases what moved money pays, lists what is open again, and undoes the move from its row", async () => {
    const { totals } = await desk.read(orderId)
    await desk.deposit(orderId, { amount: totals.open, method: "cash", orders: [{ order_id: orderId }] })
    const { page } = await arrive(await account())
    await choose(page, page.locator("[data-row][data-kind=deposit]").first(), /Move to another account…/)
    await act(page).locator("[data-found=nobody]").click()
    await act(page).locator("[data-line-effect=reopens]").first().waitFor()
    await ready(page)
    await see(page, "[data-act]", "money-release")
    await act(page)
      .getByRole("button", { name: /^Move .* to Money of an unknown owner/ })
      .click()
    await toast(page, /moved/).waitFor()
    expect((await desk.read(orderId)).totals.allocated).toBe("0.00")
    await choose(page, page.locator("[data-row][data-kind=transfer]").first(), /Undo the move…/)
    await page.locator("[data-dialog] [data-line-effect=paidAgain]").first().waitFor()
    await see(page, "[data-dialog]", "money-undo-move")
    await page.getByRole("button", { name: /^Move .* back$/ }).click()
    await toast(page, /is back/).waitFor()
    expect((await desk.read(orderId)).state).toBe("full")
  })

  it("pays back by hand what pays nothing, and undoes that", async () => {
    await desk.deposit(orderId, { amount: "9.00", method: "transfer", reference: "TOO MUCH" })
    const { page } = await arrive(await account())
    const menu = page.locator("[data-unapplied]").first().locator("[data-idle-menu]")
    await menu.click()
    await page.getByRole("menuitem", { name: /Pay back…/ }).click()
    await act(page).waitFor()
    expect(
      await act(page)
        .getByLabel("Amount in USD")
        .evaluate((one) => one === document.activeElement),
    ).toBe(true)
    await act(page).getByLabel("Amount in USD").fill("4")
    await act(page).getByLabel("Reference").fill("RETURNED")
    await ready(page)
    await see(page, "[data-act]", "money-pay-back")
    await discard(page)
    expect(await focusIsOn(page, "[data-idle-menu]")).toBe(true)
    await menu.click()
    await page.getByRole("menuitem", { name: /Pay back…/ }).click()
    await ready(page)
    await act(page)
      .getByRole("button", { name: /^Record 9\.00 as paid back/ })
      .click()
    await toast(page, /paid back/).waitFor()
    const out = page.locator("[data-row][data-kind=refund]").first()
    expect(await out.textContent()).toContain("Paid back")
    await choose(page, out, /Undo the pay-back…/)
    await page.locator("[data-dialog] [data-outcome]").waitFor()
    await see(page, "[data-dialog]", "money-undo-pay-back")
    await page.getByRole("button", { name: /^Undo the pay-back of 9\.00/ }).click()
    await toast(page, /unapplied again/).waitFor()
    await page.locator("[data-unapplied]").first().waitFor()
  })

  it("pays back through the store what a payment of the store has left", async () => {
    await desk.credit(orderId, 5)
    await desk.capture(orderId)
    await desk.reconcile(orderId)
    const { page, complaints } = await arrive(await account())
    await page.locator("[data-unapplied]").first().locator("[data-idle-menu]").click()
    await page.getByRole("menuitem", { name: /Pay back…/ }).click()
    await ready(page)
    await see(page, "[data-act]", "money-pay-back-store")
    await act(page)
      .getByRole("button", { name: /^Refund .*5\.00 through the store/ })
      .click()
    await toast(page, /paid back/).waitFor()
    await desk.reconcile(orderId)
    const { columns, totals } = await desk.read(orderId)
    expect(totals.unallocated).toBe("0.00")
    expect(columns.filter(({ kind }) => kind === "refund").map(({ amount }) => amount)).toEqual(["-5.00"])
    expect(complaints).toEqual([])
  })

  it("says on a customer's page how to record a payment there", async () => {
    const { customer } = await desk.read(orderId)
    const arrived = await visit(browser, session, { url: store.url, ...EN })
    open.push(arrived)
    const { page } = arrived
    await page.goto(`${store.url}/app/customers/${customer?.id}`)
    await page.locator("[data-reconciliation] [data-opens-payment]").click()
    await page.locator("[data-amount-field]").fill("5")
    await page.locator("[data-record][aria-disabled=false]").waitFor()
    await see(page, "[data-record-payment]", "money-customer-payment")
    await page.locator("[data-record]").click()
    await toast(page, /recorded/).waitFor()
    expect(await focusIsOn(page, "[data-opens-payment]")).toBe(true)
  })

  it.each(LOOKS)(
    "is right for everybody in $language and $theme, $width pixels wide",
    async ({ width, ...shown }) => {
      const { totals } = await desk.read(orderId)
      const own = orderId.slice(-8)
      await desk.deposit(orderId, {
        amount: totals.open,
        method: "cheque",
        reference: `1042-${own}`,
        orders: [{ order_id: orderId }],
      })
      await desk.deposit(orderId, { amount: "9.00", method: "transfer", reference: `TOO MUCH ${own}` })
      const { page } = await arrive(await account(), { ...shown, width })
      const suffix = `${shown.language}-${shown.theme}-${width}`
      await page.locator("[data-row]").nth(2).waitFor()
      expect(await accessibilityOf(page, "[data-reconciliation]")).toEqual([])
      await photograph(page, `money-account-${suffix}`)
      const entry = async (row: Locator, place: number): Promise<void> => {
        await row.locator("[data-row-menu], [data-idle-menu]").first().click()
        const item = page.getByRole("menuitem").filter({ has: page.locator("svg") })
        await item.nth(place).click()
        await act(page).waitFor()
      }
      const leave = async (): Promise<void> => {
        await page.keyboard.press("Escape")
        await act(page).waitFor({ state: "detached" })
      }
      const idle = page.locator("[data-unapplied]").first()
      await entry(idle, 0)
      await act(page).getByRole("textbox").first().fill("example")
      await act(page).locator("[data-found]").first().waitFor()
      await see(page, "[data-act]", `money-move-search-${suffix}`)
      await act(page).locator("[data-found]").first().click()
      await ready(page)
      await see(page, "[data-act]", `money-move-${suffix}`)
      await discard(page)
      await entry(idle, 1)
      await ready(page)
      await see(page, "[data-act]", `money-pay-back-${suffix}`)
      await leave()
      await entry(idle, 2)
      await page.locator("[data-act] [data-outcome]").waitFor()
      await see(page, "[data-act]", `money-reversal-${suffix}`)
      await leave()
    },
  )
})

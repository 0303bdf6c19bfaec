import type { Browser, Locator, Page } from "playwright-core"
import { overviewPath, unreconciledPath } from "../../src/admin/lib/paths"
import { launch, logIn, photograph, target, visit, type Look, type Visit } from "./support/admin"
import { Desk } from "./support/desk"
import { arriveAtList, NOTHING } from "./support/list-visit"
import { see } from "./support/seen"
import { accessibilityOf, focusIsOn } from "./support/widget"

const EN: Look = { language: "en", theme: "light" }
const TRANSACTIONS = "/reconciliation/transactions"

describe("F30, F31: what is unreconciled and all transactions, in the admin", () => {
  const store = target()
  let browser: Browser
  let session: Awaited<ReturnType<typeof logIn>>
  let desk: Desk
  /** Somebody's order, and money that fits it exactly. */
  const own = `james.${Date.now()}@example.com`
  let orderId = ""
  let display = ""
  let total = ""
  const open: Visit[] = []

  beforeAll(async () => {
    browser = await launch()
    session = await logIn(browser, store)
    desk = await Desk.open(store)
    orderId = await desk.checkOut(desk.titles(2), { atOnce: true, email: own })
    await desk.reconcile(orderId)
    const order = await desk.read(orderId)
    display = order.display_id
    total = order.totals.open
    await desk.deposit(orderId, { amount: total, method: "cash" })
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map(async ({ close }) => await close()))
  })
  afterAll(async () => {
    await browser?.close()
  })

  const arrive = async (path: string): Promise<Visit> => {
    const arrived = await arriveAtList(browser, session, { url: store.url, path, ...EN })
    open.push(arrived)
    return arrived
  }
  const rows = (page: Page): Locator => page.locator("[data-list] [data-row]")
  const toast = (page: Page, text: RegExp): Locator =>
    page.locator("[data-sonner-toast]").filter({ hasText: text })
  const ofOwner = `${unreconciledPath}?q=${encodeURIComponent(own)}`

  it("finds in three clicks which money of this month belongs to no order, and keeps that in the address", async () => {
    const arrived = await visit(browser, session, { url: store.url, ...EN })
    open.push(arrived)
    const { page } = arrived
    await page.goto(`${store.url}/app/orders`)
    await page.getByRole("link", { name: "Reconciliation", exact: true }).click()
    await page.waitForURL(`**/app${overviewPath}`)
    await page.locator("[data-overview] [data-need]").first().waitFor()
    const entries = page.locator("nav a[href*='/reconciliation/']")
    expect((await entries.allTextContents()).map((text) => text.trim())).toEqual([
      "Unreconciled",
      "Transactions",
      "Accounts",
      "Instalments",
      "Runs",
    ])
    await page.locator("[data-need=to_place]").click()
    await page.getByRole("button", { name: "This month" }).click()
    await page.waitForURL(/view=to_place&date=month/)
    const cash = rows(page).filter({ hasText: `Fits #${display} exactly.` })
    await cash.waitFor()
    expect(await cash.textContent()).toContain(total)
    await page.reload()
    await cash.waitFor()
    expect(await page.locator("[data-view=to_place]").getAttribute("aria-pressed")).toBe("true")
    await page.locator("[data-chip=dates]").waitFor()
    await page.goBack()
    await page.waitForURL((address) => !address.search.includes("date="))
    await page.locator("[data-chip]").waitFor({ state: "detached" })
    // The topbar says how much there is, as the list does.
    const count = await page.locator("[data-unreconciled]").getAttribute("data-unreconciled")
    expect(await page.locator("[data-view=all]").textContent()).toBe(
      `All${Number(count).toLocaleString("en")}`,
    )
  })

  it("F71: leads from each sentence of the overview to a list that has exactly as many", async () => {
    const arrived = await visit(browser, session, { url: store.url, ...EN })
    open.push(arrived)
    const { page, complaints } = arrived
    await page.goto(`${store.url}/app${overviewPath}`)
    const sentences = page.locator("[data-overview] [data-need]")
    await sentences.first().waitFor()
    await see(page, "[data-overview]", "overview")
    const told = await sentences.evaluateAll((all) =>
      all.map((one) => ({
        what: one.getAttribute("data-need"),
        count: Number(one.getAttribute("data-count")),
      })),
    )
    const inView = told.filter(({ what }) => what !== null && what in NOTHING)
    expect(inView.length).toBeGreaterThan(2)
    for (const { what, count } of inView) {
      await page.locator(`[data-need=${what}]`).click()
      const tab = page.locator(`[data-view=${what}][aria-pressed=true]`)
      await tab.filter({ hasText: new RegExp(`[a-z]${count.toLocaleString("en")}$`) }).waitFor()
      await rows(page)
        .nth(Math.min(count, 50) - 1)
        .waitFor()
      expect(await rows(page).count()).toBe(Math.min(count, 50))
      await page.goBack()
      await sentences.first().waitFor()
    }
    expect(complaints).toEqual([])
  })

  it("puts money on its order in place, goes on to the next row, and takes it back", async () => {
    const { page, complaints } = await arrive(ofOwner)
    await rows(page).nth(1).waitFor()
    expect(await rows(page).count()).toBe(2)
    const cash = rows(page).filter({ hasText: "Cash" })
    await cash.locator("[data-why]").click()
    await page.locator("[data-why-panel] dd").nth(4).waitFor()
    await see(page, "[data-reconciliation-panel]", "list-why")
    await page.keyboard.press("Escape")
    await cash.getByRole("button", { name: `Put it on #${display}` }).click()
    const done = toast(page, new RegExp(`put on #${display}`))
    await done.waitFor()
    await page.locator("[data-empty=nothing]").waitFor()
    expect((await desk.read(orderId)).state).toBe("full")
    await done.getByRole("button", { name: "Undo" }).click()
    await toast(page, /is unapplied again/).waitFor()
    await rows(page).nth(1).waitFor()
    expect((await desk.read(orderId)).totals.open).toBe(total)
    expect(complaints).toEqual([])
  })

  it("is worked by keys: goes, selects a range, says why, opens, and clears", async () => {
    const { page } = await arrive(ofOwner)
    const numbers = await rows(page).evaluateAll((all) => all.map((one) => one.getAttribute("data-row")))
    await page.keyboard.press("j")
    expect(await focusIsOn(page, `[data-row="${numbers[1]}"] [data-row-main]`)).toBe(true)
    await page.keyboard.press("x")
    await page.keyboard.press("k")
    await page.keyboard.press("Shift+X")
    const bar = page.locator("[data-selected]")
    expect(await bar.getAttribute("data-selected")).toBe("2")
    expect(await bar.textContent()).toMatch(new RegExp(`2 selected, .*${total} USD unapplied`))
    expect(await accessibilityOf(page, "[data-selected]")).toEqual([])
    await photograph(page, "list-selected")
    const file = page.waitForEvent("download")
    await page.keyboard.press("e")
    expect((await file).suggestedFilename()).toMatch(/^unreconciled-\d{4}-\d\d-\d\d\.csv$/)
    await page.keyboard.press("Escape")
    await bar.waitFor({ state: "detached" })
    await page.keyboard.press("Space")
    await page.locator("[data-why-panel]").waitFor()
    await page.keyboard.press("Escape")
    await page.locator("[data-why-panel]").waitFor({ state: "detached" })
    expect(await focusIsOn(page, `[data-row="${numbers[0]}"] [data-row-main]`)).toBe(true)
    await page.keyboard.press("/")
    expect(await focusIsOn(page, "[data-search]")).toBe(true)
    await page.keyboard.type("xj")
    expect(await bar.count()).toBe(0)
    await page.locator("[data-empty=nothing]").waitFor()
    await page.locator("[data-clear-all]").last().click()
    await rows(page).first().waitFor()
  })

  it("F68: marks a row to be checked with a note, lists those alone, and says that it is checked", async () => {
    const { page, complaints } = await arrive(ofOwner)
    const cash = rows(page).filter({ hasText: "Cash" })
    await page.getByRole("link", { name: "Cash", exact: true }).focus()
    await page.keyboard.press("f")
    const dialog = page.locator("[data-dialog]")
    await dialog.getByRole("textbox").fill("Ask James\nwhich order he means")
    await see(page, "[data-dialog]", "list-note")
    await page.keyboard.press("Control+Enter")
    await dialog.waitFor({ state: "detached" })
    expect(await focusIsOn(page, "[data-row] [data-row-main]")).toBe(true)
    await cash.locator("[data-noted=to_check]").waitFor()
    await page.locator("[data-add-filter]").click()
    await page.getByRole("button", { name: "To check", exact: true }).click()
    await page.waitForURL(/to_check=true/)
    await rows(page).nth(1).waitFor({ state: "detached" })
    await cash.locator("[data-noted]").click()
    await page.locator("[data-reconciliation-panel] [data-note]").waitFor()
    await see(page, "[data-reconciliation-panel]", "list-notes")
    await page.keyboard.press("Escape")
    await cash.locator("[data-row-menu]").click()
    await page.getByRole("menuitem", { name: "Checked" }).click()
    await toast(page, /is checked/).waitFor()
    await page.locator("[data-empty=nothing]").waitFor()
    await page.goto(`${store.url}/app${TRANSACTIONS}?q=${encodeURIComponent(own)}`)
    await cash.locator("[data-expand]").click()
    const note = page.locator("[data-notes] [data-note]")
    expect(await note.textContent()).toMatch(/Ask James\s+which order he means.*Written: .*Checked: /s)
    expect(complaints).toEqual([])
  })

  it("F68: attaches a file to a row, shows it beside its notes, saves it, and takes it back", async () => {
    const { page, complaints } = await arrive(ofOwner)
    const cash = rows(page).filter({ hasText: "Cash" })
    await cash.locator("[data-row-menu]").click()
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("menuitem", { name: "Attach a file…" }).click(),
    ])
    await chooser.setFiles({
      name: "Receipt of the shop.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.4 of the shop"),
    })
    await toast(page, /“Receipt of the shop\.pdf” attached/).waitFor()
    // Once it has closed, the menu gives the focus back to its button, and a panel closes where the focus leaves it.
    await page.locator("[role=menu]").waitFor({ state: "detached" })
    await cash.locator("[data-noted]").click()
    const file = page.locator("[data-reconciliation-panel] [data-attachment]")
    expect(await file.textContent()).toMatch(/Receipt of the shop\.pdf.*Attached: /s)
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      file.locator("[data-save-attachment]").click(),
    ])
    expect(saved.suggestedFilename()).toBe("Receipt of the shop.pdf")
    await file.locator("[data-take-back]").click()
    await toast(page, /“Receipt of the shop\.pdf” taken back/).waitFor()
    await file.getByText(/^Taken back: /).waitFor()
    expect(complaints).toEqual([])
  })

  it("F30: narrows by state, and by the account of an owner who is found by name", async () => {
    const { page, complaints } = await arrive(ofOwner)
    const choose = async (filter: string, value: RegExp): Promise<void> => {
      await page.locator("[data-add-filter]").click()
      await page.getByRole("button", { name: filter, exact: true }).click()
      if (filter === "Account owner")
        await page.locator("[data-choices=account]").getByRole("textbox").fill(own)
      await page.locator("[data-choices]").getByRole("button", { name: value }).first().click()
    }
    await choose("State", /^None$/)
    await page.waitForURL(/state=none/)
    await page.locator("[data-chip=state]").waitFor()
    const shown = await rows(page).count()
    expect(shown).toBeGreaterThan(0)
    await page
      .locator(`[data-view=all]`)
      .filter({ hasText: `All${shown}` })
      .waitFor()
    await choose("Account owner", / · [A-Z]{3}$/)
    await page.waitForURL(/account=\d+/)
    await page
      .locator("[data-chip=account]")
      .filter({ hasText: / · [A-Z]{3}$/ })
      .waitFor()
    await page.reload()
    await page
      .locator("[data-chip=account]")
      .filter({ hasText: / · [A-Z]{3}$/ })
      .waitFor()
    expect(complaints).toEqual([])
  })

  it("keeps a view under a name, applies money in the drawer, and cancels with the focus where it was", async () => {
    const { page } = await arrive(ofOwner)
    await page.locator("[data-save-view]").click()
    const dialog = page.locator("[data-dialog]")
    await dialog.getByLabel("Name").fill("James")
    await see(page, "[data-dialog]", "list-save-view")
    await page.keyboard.press("Enter")
    await page.goto(`${store.url}/app${unreconciledPath}`)
    await page.locator("[data-saved-view=James] button").first().click()
    await page.waitForURL(/q=james/)
    await page.locator("[data-saved-view=James] [aria-pressed=true]").waitFor()
    await rows(page).nth(2).waitFor({ state: "detached" })
    await rows(page).nth(1).waitFor()
    await page.locator("[data-saved-view=James] button").last().click()
    await page.locator("[data-saved-view]").waitFor({ state: "detached" })
    await page.getByRole("link", { name: "Cash", exact: true }).focus()
    await page.keyboard.press("a")
    await page.locator("[data-act] button[type=submit][aria-disabled=false]").waitFor()
    await page.keyboard.press("Escape")
    await page.locator("[data-act]").waitFor({ state: "detached" })
    expect(await focusIsOn(page, "[data-row] [data-row-main]")).toBe(true)
  })
})

import type { Browser, Locator, Page } from "playwright-core"
import { instalmentsPath } from "../../src/admin/lib/paths"
import { launch, logIn, target, visit, type Visit } from "./support/admin"
import { Desk } from "./support/desk"
import { see } from "./support/seen"
import { focusIsOn } from "./support/widget"

describe("F62: what is planned, in the admin", () => {
  const store = target()
  let browser: Browser
  let desk: Desk

  beforeAll(async () => {
    browser = await launch()
    desk = await Desk.open(store)
  })
  afterAll(async () => {
    await browser?.close()
  })

  async function arrive(path: string): Promise<Visit> {
    const session = await logIn(browser, store)
    const arrived = await visit(browser, session, { url: store.url, language: "en", theme: "light" })
    await arrived.page.goto(`${store.url}/app${path}`)
    await rows(arrived.page).first().waitFor()
    return arrived
  }
  const rows = (page: Page): Locator => page.locator("[data-list] [data-row]")

  it("postpones what is late from its menu, and offers to record money for it or to plan it again", async () => {
    const email = `late.${Date.now()}@example.com`
    const late = await desk.checkOut(desk.titles(1), { atOnce: true, email })
    await desk.reconcile(late)
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    await desk.plan(late, day(-3))
    const { page, complaints } = await arrive(`${instalmentsPath}?view=late&q=${encodeURIComponent(email)}`)
    const row = rows(page).first()
    expect(await row.textContent()).toMatch(/3 days ago.*Overdue.*Transfer.*Record a payment/)
    expect(await page.locator("[data-view=late]").textContent()).toBe("Overdue1")
    await see(page, "[data-list]", "instalments-late")
    await row.locator("[data-step=record_payment]").click()
    const ticked = page.locator(`[data-record-payment] [data-order="${late}"]`)
    await ticked.getByRole("checkbox", { checked: true }).waitFor()
    await page.keyboard.press("Escape")
    await page.locator("[data-record-payment]").waitFor({ state: "detached" })
    const menu = row.locator("[data-instalment-menu]")
    await menu.click()
    await page.getByRole("menuitem", { name: "Plan again…" }).click()
    await page.locator("[data-act] form :focus").waitFor()
    // A menu that is still closing takes the key for itself.
    await page.getByRole("menu").waitFor({ state: "detached" })
    await page.keyboard.press("Escape")
    await page.locator("[data-act]").waitFor({ state: "detached" })
    expect(await focusIsOn(page, "[data-instalment-menu]")).toBe(true)
    await menu.click()
    await page.getByRole("menuitem", { name: "Postpone…" }).click()
    await page.locator("[data-act] input[type=date]").fill(day(4))
    await page.locator("[data-act] button[type=submit]").click()
    await page.locator("[data-empty=nothing]").waitFor()
    await page.locator("[data-view=open]").click()
    await row.locator("[data-far='4']").waitFor()
    expect(await row.textContent()).toMatch(/in 4 days.*Scheduledpostponed once/)
    expect((await desk.read(late)).plan?.instalments[0]).toMatchObject({ due_on: day(4), state: "scheduled" })
    expect(complaints).toEqual([])
  })
})

import type { Browser, Page } from "playwright-core"
import { runsPath } from "../../src/admin/lib/paths"
import { launch, logIn, target, visit } from "./support/admin"
import { Desk } from "./support/desk"
import { see } from "./support/seen"
import { accessibilityOf, focusIsOn, tabTo } from "./support/widget"

const STILL_MS = 60_000

describe("F10, F25, F32, F68: runs over many accounts, in the admin", () => {
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

  /** As it is seen in light, and without a fault in the dark too. */
  async function seeInBoth(page: Page, selector: string, name: string): Promise<void> {
    await see(page, selector, name)
    const turn = async (theme: "light" | "dark") =>
      await page.evaluate((look) => {
        document.documentElement.classList.remove("light", "dark")
        document.documentElement.classList.add(look)
      }, theme)
    await turn("dark")
    expect(await accessibilityOf(page, selector)).toEqual([])
    await turn("light")
  }

  it("is looked at, started, followed, tied out and undone, all by key", async () => {
    const order = await desk.checkOut(desk.titles(1), {
      atOnce: true,
      email: `run.${Date.now()}@example.com`,
    })
    await desk.reconcile(order)
    const { totals, account_id: account } = await desk.read(order)
    await desk.deposit(order, { amount: totals.open, method: "transfer" })
    const session = await logIn(browser, store)
    const { page, complaints } = await visit(browser, session, {
      url: store.url,
      language: "en",
      theme: "light",
    })

    await page.goto(`${store.url}/app${runsPath}?new=list&accounts=${account}`)
    const dialog = page.locator("[data-dialog]")
    await dialog.locator("[data-would='1']").waitFor({ timeout: STILL_MS })
    expect(await dialog.getByRole("radio", { checked: true }).count()).toBe(2)
    expect(await dialog.locator("[data-choice=exact] [data-state=checked]").count()).toBeGreaterThan(0)
    expect(await dialog.locator("[data-start-run]").textContent()).toContain("Place 1 amount")
    expect(await dialog.locator("[data-move]").textContent()).toMatch(/Transfer.*Full/)
    await seeInBoth(page, "[data-dialog]", "run-new")
    expect(await focusIsOn(page, "[data-dialog]")).toBe(true)
    await page.keyboard.press("Enter")

    await page.waitForURL(/\/reconciliation\/runs\/\d+$/)
    await page.locator("[data-run=finished]").waitFor({ timeout: STILL_MS })
    const placed = page.url()
    expect(await focusIsOn(page, "h1")).toBe(true)
    await page.locator("[data-rows=results] [data-move]").waitFor()
    expect(await page.locator("[data-tie=usd]").textContent()).toMatch(/0\.00.*agrees/)
    const figure = page.locator("[data-figure-of=placed]")
    expect(await figure.textContent()).toContain("exactly as previewed")
    await page.reload()
    await figure.waitFor()
    expect(await figure.textContent()).toContain("exactly as previewed")
    expect((await desk.read(order)).state).toBe("full")
    await seeInBoth(page, "[data-reconciliation]", "run-finished")

    await tabTo(page, "[data-undo-run]")
    await page.keyboard.press("Enter")
    await dialog.locator("[data-undo='1']").waitFor({ timeout: STILL_MS })
    await seeInBoth(page, "[data-dialog]", "run-undo")
    await page.keyboard.press("Escape")
    await dialog.waitFor({ state: "detached" })
    expect(await focusIsOn(page, "[data-undo-run]")).toBe(true)
    await page.keyboard.press("Enter")
    await dialog.locator("[data-undo='1']").waitFor({ timeout: STILL_MS })
    await page.keyboard.press("Enter")

    await page.waitForURL((address) => /\/runs\/\d+$/.test(address.href) && address.href !== placed)
    await page.locator("[data-run=finished]").waitFor({ timeout: STILL_MS })
    await page.locator("[data-rows=results] [data-move]").waitFor()
    // The page of the run that is undone stands until that of the undo is read.
    await figure.filter({ hasText: /^Taken back/ }).waitFor()
    expect(await figure.textContent()).toContain("exactly as previewed")
    expect((await desk.read(order)).totals.open).toBe(totals.open)
    await seeInBoth(page, "[data-reconciliation]", "run-undone")

    await page.goto(`${store.url}/app${runsPath}`)
    const rows = page.locator("[data-list=runs] [data-row]")
    await rows.first().waitFor()
    expect(await rows.nth(1).getAttribute("data-state")).toBe("undone")
    await seeInBoth(page, "[data-list]", "runs")
    await page.keyboard.press("j")
    await page.keyboard.press("Enter")
    await page.locator("[data-run=undone]").waitFor()
    expect(complaints).toEqual([])
  })
})

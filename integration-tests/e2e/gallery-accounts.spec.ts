import type { Browser } from "playwright-core"
import { launch, photograph, target, visit, type Look, type Visit } from "./support/admin"
import { bareClassesIn, buildGallery, openGallery } from "./support/gallery"
import { accessibilityOf, focusIsOn } from "./support/widget"

const LOOKS: (Look & { width: number })[] = [
  { language: "en", theme: "light", width: 1440 },
  { language: "en", theme: "dark", width: 390 },
  { language: "fr", theme: "dark", width: 1440 },
  { language: "fr", theme: "light", width: 390 },
]

describe("the pages of accounts, in each of their states", () => {
  const { url } = target()
  let browser: Browser
  let script = ""
  const open: Visit[] = []

  beforeAll(async () => {
    browser = await launch()
    script = await buildGallery()
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map(async ({ close }) => await close()))
  })
  afterAll(async () => {
    await browser?.close()
  })

  const arrive = async ({ width, ...look }: Look & { width: number }): Promise<Visit> => {
    const arrived = await visit(browser, { cookies: [], origins: [] }, { url, ...look })
    open.push(arrived)
    const { page } = arrived
    await page.setViewportSize({ width, height: 1000 })
    await openGallery(page, { url, script, ...look, shows: "accounts" })
    await page.locator("[data-part='account of many'] [data-row]").nth(999).waitFor()
    await page.locator("[data-part='account'] [data-row]").nth(9).waitFor()
    await page.locator("[data-part='account broken'] [data-error]").waitFor({ timeout: 20_000 })
    return arrived
  }

  it.each(LOOKS)("are right for everybody in $language and $theme, $width pixels wide", async (look) => {
    const { page } = await arrive(look)
    // A thousand rows are of ten kinds at most: the first of them stand for all.
    await page
      .locator("[data-part='account of many'] [data-row]")
      .evaluateAll((rows) => rows.slice(40).forEach((row) => row.remove()))
    expect(await accessibilityOf(page, "[data-gallery]")).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
    expect(await page.locator("[data-gallery]").textContent()).not.toMatch(/reconciliation\.|\{\{/)
    const { language, theme, width } = look
    for (const part of [
      "account",
      "account read-only",
      "account of nobody",
      "account of a company",
      "account of a member",
      "customer card",
    ])
      // oxlint-disable-next-line no-await-in-loop -- one browser takes one picture after the other
      await photograph(
        page.locator(`[data-part='${part}']`),
        `${part.replaceAll(" ", "-")}-${language}-${theme}-${width}`,
      )
  })

  it("wear only classes that the host's stylesheet or the plugin's own has", async () => {
    const { page } = await arrive({ language: "en", theme: "light", width: 1440 })
    expect(await bareClassesIn(page, "[data-gallery] *")).toEqual([])
  })

  it("say in a menu which right is missing, keep its entries, and do nothing", async () => {
    const { page } = await arrive({ language: "en", theme: "light", width: 1440 })
    const part = page.locator("[data-part='account read-only']")
    expect(await part.locator("[data-needs=manage]").first().getAttribute("aria-disabled")).toBe("true")
    await part.locator("[data-kind=deposit] [data-row-menu]").first().focus()
    await page.keyboard.press("Enter")
    const entry = page.getByRole("menuitem", { name: /Take back…/ })
    await entry.waitFor()
    expect(await entry.textContent()).toContain("Needs the right “manage”")
    expect(await accessibilityOf(page, "[role=menu]")).toEqual([])
    await entry.click({ force: true })
    expect(await page.locator("[data-act]").count()).toBe(0)
  })

  it("decline a write-off that somebody asked for, with the reason", async () => {
    const { page } = await arrive({ language: "en", theme: "light", width: 1440 })
    const part = page.locator("[data-part='write-off request to decide']")
    expect(await part.locator("[data-request]").textContent()).toContain("Order #38, Insured parcel")
    await part.getByRole("button", { name: /^Decline / }).click()
    const why = part.getByLabel("Why not")
    expect(await why.evaluate((field) => field === document.activeElement)).toBe(true)
    await why.fill("The parcel came in time")
    expect(await accessibilityOf(page, "[data-part='write-off request to decide']")).toEqual([])
    await page.keyboard.press("Enter")
    await page.waitForFunction(() => document.body.dataset["sent"] !== undefined)
    expect(await page.locator("body").getAttribute("data-sent")).toBe(
      'write-off-requests/1/decline {"reason":"The parcel came in time"}',
    )
  })

  it("list what the store does not count, each with its order, the reason and another try", async () => {
    const { page } = await arrive({ language: "en", theme: "light", width: 390 })
    const rows = page.locator("[data-part='mirrors'] [data-mirror]")
    await rows.nth(1).waitFor()
    expect(await rows.first().getByRole("link").textContent()).toContain("#38")
    expect(await rows.first().getByRole("button").count()).toBe(1)
    expect(await accessibilityOf(page, "[data-part='mirrors']")).toEqual([])
  })

  it("go from row to row by J and K, in a list of a thousand", async () => {
    const { page } = await arrive({ language: "en", theme: "light", width: 1440 })
    await page.locator("[data-part='account of many'] [data-row-main]").first().focus()
    for (let step = 0; step < 30; step += 1) await page.keyboard.press("j")
    expect(await focusIsOn(page, "[data-row=order_30] [data-row-main]")).toBe(true)
    await page.keyboard.press("k")
    expect(await focusIsOn(page, "[data-row=order_29] [data-row-main]")).toBe(true)
  })
})

import type { Browser } from "playwright-core"
import { launch, photograph, target, visit, type Look, type Visit } from "./support/admin"
import { LOOKS } from "./support/looks"
import { bareClassesIn, buildGallery, openGallery } from "./support/gallery"
import { accessibilityOf, focusIsOn } from "./support/widget"

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

  it.each(LOOKS)(
    "ask in dialogs that are right for everybody in $language and $theme, $width pixels wide",
    async (look) => {
      const { page } = await arrive(look)
      const { language, theme, width } = look
      const part = page.locator("[data-part=account]")
      const dialog = page.locator("[data-dialog]")
      const photographed = async (name: string): Promise<void> => {
        await dialog.locator("tbody tr, [data-plan-row]").first().waitFor()
        // The dialog itself has the focus, not its button to close: what it says is read out.
        expect(await dialog.evaluate((one) => one === document.activeElement)).toBe(true)
        expect(await accessibilityOf(page, "[data-dialog]")).toEqual([])
        expect(await bareClassesIn(page, "[data-dialog] *")).toEqual([])
        expect(await dialog.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0)
        await photograph(page, `${name}-${language}-${theme}-${width}`)
        await page.keyboard.press("Escape")
        await dialog.waitFor({ state: "detached" })
      }
      await part.locator("[data-reconciles]").click()
      await photographed("account-reconcile")
      await part.locator("[data-kind=deposit] [data-row-menu]").nth(1).click()
      await page.getByRole("menuitem", { name: /Delete allocations…|Supprimer les imputations…/ }).click()
      await photographed("account-delete-allocations")
    },
  )

  it("lead from the card of a customer without an account to where a first payment is recorded", async () => {
    const { page } = await arrive({ language: "en", theme: "light", width: 1440 })
    const card = page.locator("[data-part='customer card'] .reconciliation-card")
    expect(await card.first().locator("[data-opens-payment]").textContent()).toBe("Record a payment")
    const link = card.nth(1).getByRole("link", { name: "Record a payment" })
    expect(await link.getAttribute("href")).toContain("/reconciliation/payments/batch")
  })

  it("say before allocations are deleted of what, of which day, and how much is unapplied then", async () => {
    const { page } = await arrive({ language: "en", theme: "light", width: 1440 })
    const part = page.locator("[data-part=account]")
    await part.locator("[data-kind=deposit] [data-row-menu]").nth(1).click()
    await page.getByRole("menuitem", { name: "Delete allocations…" }).click()
    const dialog = page.locator("[data-dialog]")
    await dialog.getByText("290.00 becomes unapplied. #38 owes 290.00 more; its code stays d.").waitFor()
    expect(await dialog.getByRole("heading").textContent()).toBe("Delete the allocations of this cheque?")
    expect(await dialog.textContent()).toContain("Cheque CHQ 1077 of Sep 18, 410.00. The money stays;")
  })

  it("record money for a planned payment from its menu, beginning with its order", async () => {
    const { page } = await arrive({ language: "en", theme: "light", width: 1440 })
    const failed = page.locator("[data-part=account] [data-planned='2']")
    expect(await failed.textContent()).toContain("Failed")
    await failed.locator("[data-planned-menu]").click()
    await page.getByRole("menuitem", { name: "Record a payment…" }).click()
    expect(await page.locator("[data-recording=order_41]").textContent()).toBe("2")
  })

  it("stand in lines: the signs, the codes beneath their head, and buttons of one height", async () => {
    const { page } = await arrive({ language: "en", theme: "light", width: 1440 })
    const part = page.locator("[data-part=account]")
    const box = async (selector: string) => {
      const { x = 0, y = 0, height = 0 } = (await part.locator(selector).first().boundingBox()) ?? {}
      return { x, middle: y + height / 2, height }
    }
    const [row, sign] = [await box("[data-row=order_47]"), await box("[data-row=order_47] [data-sign]")]
    expect(Math.abs(row.middle - sign.middle)).toBeLessThanOrEqual(1)
    const [head, code] = [await box("thead th:nth-child(4)"), await box("tbody .reconciliation-code > *")]
    expect(Math.abs(head.x - code.x)).toBeLessThanOrEqual(1)
    const [saving, sorting] = [await box("[data-download]"), await box("[data-code-filter]")]
    expect(saving.height).toBe(sorting.height)
    const owed = part.locator("[data-row=order_47] td[data-figure]").last()
    expect(await owed.evaluate((cell) => getComputedStyle(cell).fontWeight)).toBe("500")
  })

  it("put a code beside its transaction and its words into two lines, where there is little room", async () => {
    const { page } = await arrive({ language: "en", theme: "light", width: 390 })
    const part = page.locator("[data-part=account]")
    const [name, code] = [
      await part.locator("[data-kind=refund] [data-row-main]").first().boundingBox(),
      await part.locator("[data-kind=refund] .reconciliation-code").first().boundingBox(),
    ]
    expect(code?.y).toBeLessThan((name?.y ?? 0) + (name?.height ?? 0))
    const long = await part.locator("[data-row=order_41]").boundingBox()
    expect(long?.height).toBeLessThanOrEqual(90)
  })

  it("wear only classes that the host's stylesheet or the plugin's own has", async () => {
    const { page } = await arrive({ language: "en", theme: "light", width: 1440 })
    expect(await bareClassesIn(page, "[data-gallery] *")).toEqual([])
  })

  it("say in a menu which right is missing, keep its entries, and do nothing", async () => {
    const { page } = await arrive({ language: "en", theme: "light", width: 1440 })
    const part = page.locator("[data-part='account read-only']")
    expect(await part.locator("[data-needs-said]").textContent()).toBe(
      "Changing this needs the right “manage”. An administrator of the store can give it to you.",
    )
    const record = part.locator("[data-opens-payment]")
    expect(await record.getAttribute("aria-disabled")).toBe("true")
    // What may not be pressed looks like no button to press first, on which its quiet words could not be read.
    const ground = (one: Element): string => getComputedStyle(one).backgroundColor
    expect(await record.evaluate(ground)).toBe(await part.locator("[data-reconciles]").evaluate(ground))
    await record.click({ force: true })
    expect(await page.locator("[data-recording]").count()).toBe(0)
    for (const menu of ["account", "idle", "planned"]) {
      await part.locator(`[data-${menu}-menu]`).first().click()
      await page.getByText("An administrator of the store can give you more.").waitFor()
      await page.keyboard.press("Escape")
      // It goes a moment after: the next one says the same.
      await page.locator("[role=menu]").waitFor({ state: "detached" })
    }
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

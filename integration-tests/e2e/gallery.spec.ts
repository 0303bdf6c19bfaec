import type { Browser } from "playwright-core"
import { launch, photograph, target, visit, type Look, type Visit } from "./support/admin"
import { buildGallery, openGallery } from "./support/gallery"
import { accessibilityOf } from "./support/widget"

const LOOKS: Look[] = [
  { language: "en", theme: "light" },
  { language: "en", theme: "dark" },
  { language: "fr", theme: "light" },
  { language: "fr", theme: "dark" },
]
const WIDTHS = [1440, 390]
const PARTS = [
  "amount",
  "date",
  "state",
  "code",
  "explanation",
  "effects",
  "empty",
  "error",
  "no right",
  "conflict",
  "leaving guard",
  "shortcuts",
  "progress",
]

describe("the parts that every page of the admin is made of", () => {
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

  const arrive = async (look: Look, width = 1440): Promise<Visit> => {
    const arrived = await visit(browser, { cookies: [], origins: [] }, { url, ...look })
    open.push(arrived)
    await arrived.page.setViewportSize({ width, height: 1000 })
    await openGallery(arrived.page, { url, script, ...look })
    return arrived
  }

  it.each(LOOKS.flatMap((look) => WIDTHS.map((width) => ({ ...look, width }))))(
    "are right for everybody in $language and $theme, $width pixels wide",
    async ({ width, ...look }) => {
      const { page, complaints } = await arrive(look, width)
      const parts = await page
        .locator("[data-part]")
        .evaluateAll((all) => all.map((one) => one.getAttribute("data-part")))
      expect(parts).toEqual(PARTS)
      expect(await accessibilityOf(page, "[data-gallery]")).toEqual([])
      // Long words break or scroll inside their part; the page itself never scrolls sideways.
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0)
      expect(await page.locator("[data-gallery]").textContent()).not.toMatch(/reconciliation\.|\{\{/)
      expect(complaints).toEqual([])
      await photograph(page.locator("[data-gallery]"), `parts-${look.language}-${look.theme}-${width}`)
    },
  )

  it("wear only classes that the host's stylesheet or the plugin's own has", async () => {
    const { page } = await arrive({ language: "en", theme: "light" })
    const bare = await page.evaluate(() => {
      const rules = Array.from(document.styleSheets)
        .flatMap((sheet) => Array.from(sheet.cssRules, (rule) => rule.cssText))
        .join("")
      const all = Array.from(document.querySelectorAll("[data-gallery] *"))
      const worn = new Set(all.flatMap((one) => Array.from(one.classList)))
      return Array.from(worn).filter((name) => !rules.includes(`.${CSS.escape(name)}`))
    })
    // The host's own buttons name gradients that its stylesheet has under other selectors.
    expect(bare.filter((name) => !name.endsWith("-gradient"))).toEqual([])
  })

  it("open the list of shortcuts by ?, keep the focus in it, and give it back", async () => {
    const { page } = await arrive({ language: "en", theme: "light" })
    const retry = page.getByRole("button", { name: "Try again" }).first()
    await retry.focus()
    await page.keyboard.press("?")
    const dialog = page.getByRole("dialog")
    await dialog.getByText("Edit the amount").waitFor()
    expect(await accessibilityOf(page, "[role=dialog]")).toEqual([])
    await page.keyboard.press("Escape")
    await dialog.waitFor({ state: "hidden" })
    expect(await retry.evaluate((button) => button === document.activeElement)).toBe(true)
  })

  it("say to the keyboard and to a screen reader which right a button lacks, and do nothing", async () => {
    const { page } = await arrive({ language: "fr", theme: "light" })
    const button = page.locator("[data-needs=manage]")
    await button.focus()
    expect(await button.getAttribute("aria-disabled")).toBe("true")
    const description = await button.getAttribute("aria-describedby")
    expect(await page.locator(`[id="${description}"]`).first().textContent()).toBe(
      "Demande le droit « gérer »",
    )
    await page.keyboard.press("Enter")
    expect(await page.locator("[data-gallery]").isVisible()).toBe(true)
  })

  it("ask before unsaved changes are left, and let go when told so", async () => {
    const { page } = await arrive({ language: "en", theme: "light" })
    await page.getByRole("button", { name: "Change two amounts" }).click()
    await page.getByRole("link", { name: "Orders" }).click()
    const prompt = page.getByRole("alertdialog")
    await prompt.getByText("Leave with 2 unsaved changes?").waitFor()
    expect(await accessibilityOf(page, "[role=alertdialog]")).toEqual([])
    await prompt.getByRole("button", { name: "Keep editing" }).click()
    expect(await page.locator("[data-gallery]").isVisible()).toBe(true)
    await page.getByRole("link", { name: "Orders" }).click()
    await prompt.getByRole("button", { name: "Leave" }).click()
    await page.locator("[data-elsewhere]").waitFor()
  })

  it("decide a conflict by keyboard, and block what cannot be saved", async () => {
    const { page } = await arrive({ language: "en", theme: "light" })
    const conflict = page.locator("[data-conflict]")
    await conflict.getByRole("radio", { name: "Mine" }).focus()
    await page.keyboard.press("ArrowLeft")
    await conflict.getByText("4.20 unallocated").waitFor()
    expect(await conflict.getByRole("button", { name: "Save merged" }).getAttribute("aria-disabled")).toBe(
      "true",
    )
  })

  it("tell how far long work has come", async () => {
    const { page } = await arrive({ language: "en", theme: "light" })
    const bar = page.getByRole("progressbar", { name: "Reconciling all accounts" })
    expect(await bar.getAttribute("aria-valuetext")).toBe("263 of 412 accounts")
    expect(await page.locator("[data-part=progress] output").textContent()).toBe(
      "Reconciling all accounts: 60 %",
    )
  })
})

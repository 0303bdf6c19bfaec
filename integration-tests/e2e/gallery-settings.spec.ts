import type { Browser, Page } from "playwright-core"
import { launch, photograph, target, visit, type Look, type Visit } from "./support/admin"
import { bareClassesIn, buildGallery, openGallery } from "./support/gallery"
import { accessibilityOf } from "./support/widget"

const LOOKS: readonly (Look & { width: number })[] = [
  { language: "en", theme: "light", width: 1440 },
  { language: "fr", theme: "dark", width: 390 },
  { language: "fr", theme: "light", width: 1440 },
  { language: "en", theme: "dark", width: 390 },
]
/** What is there when the page has arrived in each of its states. */
const STATES = {
  all: "[data-rights]",
  readonly: "[data-needs=manage]",
  refused: "[data-refused]",
  broken: "[data-error]",
  forbidden: "[data-no-right=view]",
  waiting: "[data-loading]",
}
const CELLS = Object.entries(STATES).flatMap(([of, arrival], place) =>
  (place === 0 ? LOOKS : LOOKS.slice(place % 4, (place % 4) + 1)).map((look) => ({ of, arrival, ...look })),
)
/** Every option that can be changed here, with the drawer that changes it. */
const EDITED = [
  "goLive",
  "timeZone",
  "firstReceipts",
  "creditTransfer",
  "documentNumberKey",
  "strategy",
  "salesChannelStrategies",
  "componentPriority",
  "unappliedMoney",
  "writeOff",
  "matchingCodes",
  "deposits",
  "paymentTerms",
  "paymentMethods",
  "moneyCreditLines",
  "rights",
]

type Cell = Look & { width: number; of: string }

describe("F61: the settings, in each of their states", () => {
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

  const arrive = async ({ width, of, language, theme }: Cell): Promise<Page> => {
    const look = { language, theme }
    const arrived = await visit(browser, { cookies: [], origins: [] }, { url, ...look })
    open.push(arrived)
    const { page } = arrived
    await page.setViewportSize({ width, height: 900 })
    await openGallery(page, { url, script, ...look, shows: "settings", of })
    return page
  }

  const expectRight = async (page: Page, seen: string): Promise<void> => {
    expect(await accessibilityOf(page, seen)).toEqual([])
    expect(await bareClassesIn(page, `${seen} *`)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
    expect(await page.locator(seen).textContent()).not.toMatch(/reconciliation\.|settings\.|\{\{/)
  }

  it.each(CELLS)("are right: $of, in $language and $theme, $width pixels wide", async (cell) => {
    const page = await arrive(cell)
    await page.locator(cell.arrival).first().waitFor({ timeout: 60_000 })
    await expectRight(page, "[data-gallery]")
    await photograph(page, `settings-${cell.of}-${cell.language}-${cell.theme}-${cell.width}`)
  })

  it.each(
    EDITED.map((name, place) => ({ name, ...(LOOKS[place % 4] ?? LOOKS[0]) }) as Cell & { name: string }),
  )("$name is changed in a drawer, in $language and $theme", async ({ name, ...cell }) => {
    const page = await arrive({ ...cell, of: "all" })
    const row =
      name === "rights"
        ? page.locator("[data-settings] > section, [data-settings] > div").last()
        : page.locator(`[data-setting=${name}]`)
    const isFolded = await page.locator(`[data-technical] [data-setting=${name}]`).count()
    if (isFolded > 0) await page.locator("[data-technical] summary").click()
    await row.getByRole("button").first().click()
    await page.locator("[data-act]").waitFor()
    await expectRight(page, "[data-act]")
    await photograph(page, `settings-edit-${name}-${cell.language}-${cell.theme}-${cell.width}`)
  })

  it("says what a change touches before it is made, and that somebody else was faster", async () => {
    const page = await arrive({ of: "all", language: "en", theme: "light", width: 1440 })
    await page.locator("[data-setting=unappliedMoney]").getByRole("button").press("Enter")
    const drawer = page.locator("[data-act]")
    expect(await drawer.textContent()).toContain("Nothing is changed yet.")
    await drawer.locator("[data-choice=oldest_first]").click()
    await drawer.locator("[data-effect=unapplied_stay]").waitFor()
    expect(await drawer.locator("[data-touches]").textContent()).toContain(
      "12 unapplied payments stay as they are; a run would place them.",
    )
    await expectRight(page, "[data-act]")
    await photograph(page, "settings-touches-en-light-1440")
    await drawer.getByRole("button", { name: "Save" }).click()
    await drawer.locator("[data-refusal=settings_stale]").waitFor()
  })

  it("says what a value may be that cannot be, and changes nothing", async () => {
    const page = await arrive({ of: "wrong", language: "fr", theme: "light", width: 390 })
    await page.locator("[data-setting=timeZone]").getByRole("button").click()
    await page.locator("[data-act] input").first().fill("Mars")
    await page.locator("[data-refusal=setting_refused]").waitFor()
    expect(await page.locator("[data-refusal]").textContent()).toContain("Un nom comme Europe/Paris.")
    expect(
      await page.getByRole("button", { name: "Enregistrer", exact: true }).getAttribute("aria-disabled"),
    ).toBe("true")
    await expectRight(page, "[data-act]")
  })
})

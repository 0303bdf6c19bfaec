import type { Browser } from "playwright-core"
import { launch, photograph, target, visit, type Look, type Visit } from "./support/admin"
import { bareClassesIn, buildGallery, openGallery } from "./support/gallery"
import { accessibilityOf } from "./support/widget"

const LOOKS: readonly (Look & { width: number })[] = [
  { language: "en", theme: "light", width: 1440 },
  { language: "fr", theme: "dark", width: 390 },
  { language: "fr", theme: "light", width: 1440 },
  { language: "en", theme: "dark", width: 390 },
]
/** What is there when a list has arrived in each of its states. */
const STATES = {
  unreconciled: "[data-row='49']",
  transactions: "[data-row='49']",
  readonly: "[data-needs=manage]",
  empty: "[data-empty=praise]",
  broken: "[data-error]",
  forbidden: "[data-no-right=view]",
  waiting: "[data-loading]",
  notes: "[data-row='129'] [data-expand]",
}
/** Full lists in every look, their other states in one wide and one narrow one. */
const CELLS = Object.entries(STATES).flatMap(([of, arrival], place) =>
  LOOKS.slice(0, place < 2 ? 4 : 2).map((look) => ({ of, arrival, ...look })),
)

describe("F30, F31: the lists of transactions, in each of their states", () => {
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

  const arrive = async ({ width, ...look }: Look & { width: number }, of: string): Promise<Visit> => {
    const arrived = await visit(browser, { cookies: [], origins: [] }, { url, ...look })
    open.push(arrived)
    const { page } = arrived
    await page.setViewportSize({ width, height: 900 })
    await openGallery(page, { url, script, ...look, shows: "lists", of })
    return arrived
  }

  it.each(CELLS)("are right: $of, in $language and $theme, $width pixels wide", async (cell) => {
    const { of, arrival, ...look } = cell
    const { page } = await arrive(look, of)
    await page.locator(arrival).first().waitFor({ timeout: 20_000 })
    if (of === "notes") {
      await page.locator(arrival).click()
      await page.locator("[data-note='4']").waitFor()
    }
    expect(await accessibilityOf(page, "[data-gallery]")).toEqual([])
    expect(await bareClassesIn(page, "[data-gallery] *")).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
    expect(await page.locator("[data-gallery]").textContent()).not.toMatch(/reconciliation\.|lists\.|\{\{/)
    await photograph(page, `list-${of}-${look.language}-${look.theme}-${look.width}`)
  })
})

import type { Browser } from "playwright-core"
import { launch, photograph, target, visit, type Look, type Visit } from "./support/admin"
import { bareClassesIn, buildGallery, openGallery } from "./support/gallery"
import { accessibilityOf } from "./support/widget"

const LOOKS: readonly (Look & { width: number })[] = [
  { language: "en", theme: "light", width: 1440 },
  { language: "fr", theme: "dark", width: 390 },
]
/** What is there when a step has arrived with all that it asks for. */
const STEPS = {
  start: "[data-step=start] input[type=date]",
  opening: "[data-step=opening] [data-opening-sum=usd]",
  rules: "[data-rule=refundLines] [data-share]",
  history: "[data-step=history] [data-takes]",
  review: "[data-step=review] [data-pending]",
}
const CELLS = Object.entries(STEPS).flatMap(([of, arrival]) =>
  LOOKS.map((look) => ({ of, arrival, ...look })),
)
const SCREEN = "[data-set-up]"

describe("F61: the steps of the set-up", () => {
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

  it.each(CELLS)("are right: $of, in $language and $theme, $width pixels wide", async (cell) => {
    const { of, arrival, width, ...look } = cell
    const arrived = await visit(browser, { cookies: [], origins: [] }, { url, ...look })
    open.push(arrived)
    const { page } = arrived
    await page.setViewportSize({ width, height: 900 })
    await openGallery(page, { url, script, ...look, shows: "set-up", of })
    await page.locator(arrival).first().waitFor({ timeout: 60_000 })
    expect(await accessibilityOf(page, SCREEN)).toEqual([])
    expect(await bareClassesIn(page, `${SCREEN} *`)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
    expect(await page.locator(SCREEN).textContent()).not.toMatch(/reconciliation\.|setUp\.|\{\{/)
    await photograph(page, `set-up-${of}-${look.language}-${look.theme}-${width}`)
  })
})

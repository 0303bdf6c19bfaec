import type { Browser, Page } from "playwright-core"
import { checksPath } from "../../src/admin/lib/paths"
import { launch, logIn, photograph, target, visit, type Look, type Visit } from "./support/admin"
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
  found: "[data-finding=item_counter]",
  many: "li:nth-of-type(500)",
  readonly: "[data-needs=manage]",
  fine: "[data-empty=fine]",
  never: "[data-empty=never]",
  broken: "[data-error]",
  forbidden: "[data-no-right=view]",
  waiting: "[data-loading]",
}
const CELLS = Object.entries(STATES).flatMap(([of, arrival], place) =>
  (place === 0 ? LOOKS : LOOKS.slice(place % 4, (place % 4) + 1)).map((look) => ({ of, arrival, ...look })),
)

type Cell = Look & { width: number; of: string; arrival: string }

describe("F70: the checks, in each of their states", () => {
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

  const arrive = async ({ width, of, arrival, language, theme }: Cell): Promise<Page> => {
    const look = { language, theme }
    const arrived = await visit(browser, { cookies: [], origins: [] }, { url, ...look })
    open.push(arrived)
    const { page } = arrived
    await page.setViewportSize({ width, height: 900 })
    await openGallery(page, { url, script, ...look, shows: "checks", of })
    await page.locator(arrival).first().waitFor({ timeout: 60_000 })
    return page
  }
  const plain: Cell = { of: "found", arrival: STATES.found, language: "en", theme: "light", width: 1440 }

  it.each(CELLS)("are right: $of, in $language and $theme, $width pixels wide", async (cell) => {
    const page = await arrive(cell)
    expect(await accessibilityOf(page, "[data-gallery]")).toEqual([])
    expect(await bareClassesIn(page, "[data-gallery] *")).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
    expect(await page.locator("[data-gallery]").textContent()).not.toMatch(
      /reconciliation\.|checks\.|\{\{|undefined/,
    )
    await photograph(page, `checks-${cell.of}-${cell.language}-${cell.theme}-${cell.width}`)
  })

  it("count anew what only counts at once, and say when somebody else was faster", async () => {
    const page = await arrive(plain)
    await page.locator("[data-finding=item_counter]").getByRole("button").click()
    await page.locator("[data-error]").waitFor()
    expect(await page.getByRole("alertdialog").count()).toBe(0)
  })

  it("ask before an order is taken back and posted again, and do nothing when that is not meant", async () => {
    const page = await arrive(plain)
    const repair = page.locator("[data-finding=host_money]").getByRole("button")
    await repair.click()
    const dialog = page.getByRole("alertdialog")
    expect(await dialog.textContent()).toContain("is taken back and posted again")
    await dialog.getByRole("button", { name: "Cancel" }).click()
    await dialog.waitFor({ state: "detached" })
    expect(await page.locator("[data-error]").count()).toBe(0)
    await repair.click()
    await dialog.getByRole("button", { name: "Delete and create anew" }).click()
    await page.locator("[data-error]").waitFor()
  })

  it("are made by one button in the store's own admin, from the sidebar's page", async () => {
    const session = await logIn(browser, target())
    const look = { language: "en", theme: "light" } as const
    const arrived = await visit(browser, session, { url, ...look })
    open.push(arrived)
    const { page, complaints } = arrived
    await page.goto(`${url}/app${checksPath}`)
    await page.getByRole("button", { name: "Check now" }).click()
    await page.locator("[data-checks]:not([data-checks=''])").waitFor({ timeout: 60_000 })
    expect(await page.locator("[data-checks]").getAttribute("data-checks")).toBe("0")
    expect(complaints).toEqual([])
  })
})

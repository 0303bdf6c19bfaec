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
/** What is there when a list, or the overview, has arrived in each of its states. */
const STATES = {
  unreconciled: "[data-row='49']",
  transactions: "[data-row='49']",
  readonly: "[data-needs=manage]",
  empty: "[data-empty=praise]",
  broken: "[data-error]",
  forbidden: "[data-no-right=view]",
  waiting: "[data-loading]",
  overview: "[data-need=not_due]",
  "overview-calm": "[data-calm]",
  "overview-first-day": "[data-need=owed]",
  "overview-new-store": "[data-begin] [data-set-up-card]",
  "overview-readonly": "[data-needs=manage]",
  "overview-broken": "[data-error]",
  "overview-forbidden": "[data-no-right=view]",
  "overview-waiting": "[data-loading]",
  notes: "[data-row='129'] [data-expand]",
}
/** The same of planned payments. */
const OF_INSTALMENTS = {
  full: "[data-row='8']",
  readonly: "[data-needs=manage]",
  empty: "[data-empty=open]",
  broken: "[data-error]",
  forbidden: "[data-no-right=view]",
  waiting: "[data-loading]",
  loading: "[aria-busy]",
}
/** The same of runs; what stands over the page is looked at by itself. */
const OF_RUNS = {
  runs: "[data-row='4']",
  readonly: "[data-needs=run]",
  empty: "[data-empty=runs]",
  broken: "[data-error]",
  forbidden: "[data-no-right=view]",
  waiting: "[data-loading]",
  new: "[data-dialog] [data-would='96']",
  "new-nothing": "[data-dialog] [data-empty=would]",
  "new-waiting": "[data-dialog] [data-loading]",
  "new-broken": "[data-dialog] [data-refusal]",
  running: "[data-run=running] [data-move='44'], [data-run=running] [data-move='27']",
  queued: "[data-run=queued] [data-empty=rows]",
  finished: "[data-run=finished] [data-move='27']",
  "an-undo": "[data-run=finished] [data-move='27']",
  "run-readonly": "[data-needs=run]",
  "run-broken": "[data-error]",
  "run-forbidden": "[data-no-right=view]",
  "run-waiting": "[data-loading]",
  unknown: "[data-empty=unknown]",
  undo: "[data-dialog] [data-possible=with]",
  "undo-free": "[data-dialog] [data-undo='96']",
}
/** The same of the audit. */
const OF_AUDIT = {
  found: "[data-audit=done] [data-found=amounts]",
  unfolded: "[data-audit=done] [data-found=amounts]",
  empty: "[data-empty=praise]",
  reading: "[data-audit=reading] [data-found=balances]",
  broken: "[data-audit=failed] [data-found=balances]",
  forbidden: "[data-no-right=view]",
  "not-migrated": "[data-error=reconciliation_not_migrated]",
  loading: "[aria-busy]",
}
const FULL: ReadonlySet<string> = new Set([
  "unreconciled",
  "transactions",
  "overview",
  "runs",
  "new",
  "running",
  "finished",
  "undo",
  "found",
  "unfolded",
])
/** What is full in every look, their other states in one wide and one narrow one. */
const CELLS = [
  ...Object.entries(STATES).flatMap(([of, arrival]) =>
    LOOKS.slice(0, FULL.has(of) ? 4 : 2).map((look) => ({ shows: "lists" as const, of, arrival, ...look })),
  ),
  ...Object.entries(OF_INSTALMENTS).flatMap(([of, arrival], place) =>
    (place === 0 ? LOOKS : LOOKS.slice(place % 4, (place % 4) + 1)).map((look) => ({
      shows: "instalments" as const,
      of,
      arrival,
      ...look,
    })),
  ),
  ...Object.entries(OF_RUNS).flatMap(([of, arrival], place) =>
    (FULL.has(of) ? LOOKS.slice(0, 2) : LOOKS.slice(place % 4, (place % 4) + 1)).map((look) => ({
      shows: "runs" as const,
      of,
      arrival,
      ...look,
    })),
  ),
  ...Object.entries(OF_AUDIT).flatMap(([of, arrival], place) =>
    (FULL.has(of) ? LOOKS : LOOKS.slice(place % 4, (place % 4) + 1)).map((look) => ({
      shows: "audit" as const,
      of,
      arrival,
      ...look,
    })),
  ),
]
/** What stands over the page makes the rest of it nobody's; else the whole page is looked at. */
const within = (arrival: string): string =>
  arrival.startsWith("[data-dialog]") ? "[data-dialog]" : "[data-gallery]"
type Cell = Look & Pick<(typeof CELLS)[number], "shows" | "of" | "width">

describe("F30, F31, F32, F62, F71, F81: the lists of transactions, of planned payments and of runs, the overview and the audit, in each of their states", () => {
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

  const arrive = async ({ width, shows, of, language, theme }: Cell): Promise<Visit> => {
    const look = { language, theme }
    const arrived = await visit(browser, { cookies: [], origins: [] }, { url, ...look })
    open.push(arrived)
    const { page } = arrived
    await page.setViewportSize({ width, height: 900 })
    await openGallery(page, { url, script, ...look, shows, of })
    return arrived
  }

  it.each(CELLS)("are right: $shows, $of, in $language and $theme, $width pixels wide", async (cell) => {
    const { shows, of, arrival, ...look } = cell
    const { page } = await arrive(cell)
    await page.locator(arrival).first().waitFor({ timeout: 60_000 })
    if (of === "notes") {
      await page.locator(arrival).click()
      await page.locator("[data-note='4']").waitFor()
    }
    if (of === "unfolded") {
      for (const kind of await page.locator("[data-kind]").all()) await kind.click()
    }
    const seen = within(arrival)
    expect(await accessibilityOf(page, seen)).toEqual([])
    expect(await bareClassesIn(page, `${seen} *`)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
    expect(await page.locator(seen).textContent()).not.toMatch(
      /reconciliation\.|lists\.|instalments\.|overview\.|audit\.|\{\{/,
    )
    await photograph(
      page,
      `${shows === "lists" ? "list" : shows}-${of}-${look.language}-${look.theme}-${look.width}`,
    )
  })

  it("a thousand planned payments are walked through by key, and keep their names for who hears them", async () => {
    const { page } = await arrive({
      shows: "instalments",
      of: "many",
      language: "en",
      theme: "light",
      width: 1440,
    })
    await page.locator("[data-row='1000']").waitFor({ timeout: 60_000 })
    await page.locator("[data-row='1'] [data-row-main]").focus()
    for (let key = 0; key < 20; key += 1) await page.keyboard.press("j")
    expect(
      await page
        .locator("[data-row='21'] [data-row-main]")
        .evaluate((link) => link === document.activeElement),
    ).toBe(true)
    await page.keyboard.press("x")
    await page.keyboard.press("j")
    await page.keyboard.press("Shift+X")
    expect(await page.locator("[data-selected]").textContent()).toContain("2 selected, 300.00 USD")
    await page.keyboard.press("Escape")
    await page.locator("[data-selected]").waitFor({ state: "detached" })
    await page.keyboard.press("/")
    await page.keyboard.type("nobody")
    expect(await page.locator("[data-search]").inputValue()).toBe("nobody")
  })

  it("show what is owed in the currency that is chosen, as bars or as a table, and all rules when asked", async () => {
    const { page } = await arrive({
      shows: "lists",
      of: "overview",
      language: "en",
      theme: "light",
      width: 390,
    })
    const bars = page.locator("[data-ageing]")
    await bars.waitFor()
    await page.getByRole("button", { name: "USD", exact: true }).click()
    await page.locator("[data-ageing=usd]").waitFor()
    expect(await bars.getAttribute("aria-label")).toContain("Not due yet: 1,300.00; 0–30 days: 230.45")
    await page.getByRole("button", { name: "EUR", exact: true }).click()
    await page.locator("[data-ageing=eur]").waitFor()
    await page.getByRole("button", { name: "As a table" }).press("Enter")
    const table = page.locator("[data-ageing-table=eur]")
    await table.waitFor()
    expect(await table.locator("tbody tr").count()).toBe(6)
    expect(await table.locator("tfoot td").textContent()).toBe("90,071,992,547,509.95")
    expect(await page.locator("[data-rule]").count()).toBe(7)
    await page.getByRole("button", { name: "Show 2 more rules" }).press("Enter")
    expect(await page.locator("[data-rule]").count()).toBe(9)
    expect(await page.locator("[data-rule]").last().getAttribute("data-rule")).toBe("by_hand")
    expect(await accessibilityOf(page, "[data-gallery]")).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
  })
})

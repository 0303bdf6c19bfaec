import { writeFileSync } from "node:fs"
import type { Browser, Page } from "playwright-core"
import { instalmentsPath, overviewPath, transactionsPath, unreconciledPath } from "../../src/admin/lib/paths"
import { launch, logIn, target, visit, type Visit } from "./support/admin"
import { NOTHING } from "./support/list-visit"

/** The rows are the demo's own, or so many as `npm run bench -- lists` asks for. */
const report = process.env["LISTS_REPORT"]
/** What a person takes for at once, ms; a small run stands beside others on a busy machine. */
const AT_ONCE = report ? Infinity : 5_000

/** How long an answer is held up, ms: the control of the bench. */
const HELD_UP = 1_000

interface Shown {
  readonly name: string
  readonly milliseconds: number
}

describe("from a click to the first rows of a list", () => {
  const store = target()
  let browser: Browser
  let session: Awaited<ReturnType<typeof logIn>>
  const shown: Shown[] = []
  const open: Visit[] = []

  beforeAll(async () => {
    browser = await launch()
    session = await logIn(browser, store)
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map(async ({ close }) => await close()))
  })
  afterAll(async () => {
    await browser?.close()
    if (report) writeFileSync(report, JSON.stringify(shown))
  })

  async function arrive(path: string): Promise<Page> {
    const arrived = await visit(browser, session, { url: store.url, language: "en", theme: "light" })
    open.push(arrived)
    await arrived.page.goto(`${store.url}/app${path}`)
    return arrived.page
  }

  /** From the click to the paint of what the answer brought. */
  async function timeOf(page: Page, name: string, { press, asks }: { press: string; asks: RegExp }) {
    const answered = page.waitForResponse((answer) => asks.test(answer.url()) && answer.ok())
    const began = performance.now()
    await page.locator(press).first().click()
    await (await answered).finished()
    await page.locator("[data-list] [data-row]").first().waitFor()
    await page.evaluate(
      () =>
        new Promise((done) => {
          requestAnimationFrame(() => requestAnimationFrame(done))
        }),
    )
    shown.push({ name, milliseconds: Math.round(performance.now() - began) })
    expect(shown.at(-1)?.milliseconds).toBeLessThan(AT_ONCE)
  }

  it("shows each list, and the beginning of each order of it", async () => {
    const page = await arrive(overviewPath)
    await page.locator("[data-overview] [data-need]").first().waitFor({ timeout: 60_000 })
    const entry = (path: string): string => `nav a[href$="${path}"]`
    for (const [name, path, asks] of [
      ["unreconciled", unreconciledPath, /reconciliation\/transactions\?/],
      ["transactions", transactionsPath, /reconciliation\/transactions\?/],
      ["planned payments", instalmentsPath, /reconciliation\/instalments\?/],
    ] as const) {
      await timeOf(page, name, { press: entry(path), asks })
      const sorts = await page
        .locator("[data-sort-by]")
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset["sortBy"] ?? ""))
      for (const by of sorts)
        await timeOf(page, `${name} by ${by}`, { press: `[data-sort-by="${by}"]`, asks })
    }
  })

  it("shows what each sentence of the overview leads to, as many as it says", async () => {
    const page = await arrive(overviewPath)
    const sentence = page.locator("[data-overview] [data-need]")
    await sentence.first().waitFor({ timeout: 60_000 })
    const told = await sentence.evaluateAll((all) =>
      all.map((one) => [one.getAttribute("data-need"), Number(one.getAttribute("data-count"))] as const),
    )
    const led = told.filter(([need]) => need !== null && need in NOTHING)
    expect(led.length).toBeGreaterThan(2)
    for (const [need, count] of led) {
      await timeOf(page, `${need} (${count})`, {
        press: `[data-need=${need}]`,
        asks: /reconciliation\/transactions\?/,
      })
      const tab = page.locator(`[data-view=${need}][aria-pressed=true]`)
      await tab.filter({ hasText: new RegExp(`[a-z]${count.toLocaleString("en")}$`) }).waitFor()
      await page.goBack()
      await sentence.first().waitFor()
    }
  })

  it("waits for what is held up", async () => {
    const page = await arrive(overviewPath)
    await page.locator("[data-overview] [data-need]").first().waitFor({ timeout: 60_000 })
    await page.route(/reconciliation\/transactions\?/, async (route) => {
      await page.waitForTimeout(HELD_UP)
      await route.continue()
    })
    const press = `nav a[href$="${unreconciledPath}"]`
    await timeOf(page, "control", { press, asks: /reconciliation\/transactions\?/ })
    expect(shown.at(-1)?.milliseconds).toBeGreaterThanOrEqual(HELD_UP)
  })
})

import type { Browser, Page } from "playwright-core"
import { auditPath, overviewPath, setUpPath } from "../../src/admin/lib/paths"
import { launch, logIn, target, visit, type Session } from "./support/admin"
import { Desk } from "./support/desk"
import { see } from "./support/seen"
import { accessibilityOf, focusIsOn } from "./support/widget"

const STILL_MS = 60_000
const SCREEN = "[data-set-up]"

/** A day so many days from today, as YYYY-MM-DD. */
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe("F61: the set-up, in the admin", () => {
  const store = target()
  let browser: Browser
  let session: Session
  let desk: Desk
  /** Orders that the ledger does not know: they were placed before go-live, and nothing brought them in. */
  let old: string[]
  const email = `old.${Date.now()}@example.com`

  beforeAll(async () => {
    browser = await launch()
    session = await logIn(browser, store)
    desk = await Desk.open(store)
    // The books begin the day after tomorrow: until then, orders are from before.
    await desk.settle([{ name: "goLive", value: dayIn(2) }])
    old = [
      await desk.checkOut(desk.titles(2), { atOnce: true, email }),
      await desk.checkOut(desk.titles(3), { atOnce: true, email }),
      await desk.checkOut(desk.titles(1), { atOnce: true, email }),
    ]
    for (const order of old.slice(0, 2)) await desk.capture(order)
  })
  afterAll(async () => {
    await desk?.settle([{ name: "goLive", value: null }])
    await browser?.close()
  })

  const open = async (look: { language: "en" | "fr"; theme: "light" | "dark" }) => {
    const seen = await visit(browser, session, { url: store.url, ...look })
    await seen.page.goto(`${store.url}/app${setUpPath}`)
    await seen.page.locator(`${SCREEN} [data-step] h1`).waitFor({ timeout: STILL_MS })
    return seen
  }
  const at = async (page: Page, step: string): Promise<void> =>
    page.locator(`[data-step=${step}] h1`).waitFor({ timeout: STILL_MS })
  const goOn = async (page: Page, step: string): Promise<void> => {
    await page.locator("[data-continue]").click()
    await at(page, step)
  }
  /** Once what was answered is on the server. */
  const kept = async (page: Page): Promise<void> =>
    page.locator("[data-kept]:not([data-kept=''])").waitFor({ timeout: STILL_MS })

  async function seeInBoth(page: Page, name: string): Promise<void> {
    await see(page, SCREEN, name)
    const turn = async (theme: "light" | "dark") =>
      page.evaluate((look) => {
        document.documentElement.classList.remove("light", "dark")
        document.documentElement.classList.add(look)
      }, theme)
    // The host's button under the mouse is paler than its rules allow.
    await page.mouse.move(0, 0)
    await turn("dark")
    await page.waitForTimeout(500)
    expect(await accessibilityOf(page, SCREEN)).toEqual([])
    await turn("light")
  }

  it("is walked through, left, taken up again, and brings the old orders in when it is finished", async () => {
    for (const order of old) expect(await desk.knows(order)).toBe(false)
    const { page, complaints } = await visit(browser, session, {
      url: store.url,
      language: "en",
      theme: "light",
    })
    await page.goto(`${store.url}/app${overviewPath}`)
    await page.locator("[data-set-up-card] a").click({ timeout: STILL_MS })
    await at(page, "start")
    expect(await page.locator("input[type=date]").inputValue()).toBe(dayIn(2))
    expect(await page.locator("[data-to-audit]").getAttribute("href")).toContain("/reconciliation/audit")
    await seeInBoth(page, "set-up-start")

    await goOn(page, "opening")
    expect(await page.locator("[data-continue]").getAttribute("aria-disabled")).toBe("true")
    await page.locator("[data-choice=rows]").click()
    await page.locator("[data-paste]").fill(`${email}\t12.50\tusd\towes\nnobody@nowhere.test;-3;usd`)
    await page.locator("[data-take]").click()
    await page.locator("[data-opening]").nth(1).waitFor({ timeout: STILL_MS })
    expect(await page.locator("[data-fault=customer]").count()).toBe(1)
    expect(await page.locator("[data-refused]").count()).toBe(0)
    await seeInBoth(page, "set-up-opening")
    await page.locator("[data-fault=customer] [data-remove]").click()
    expect(await page.locator("[data-opening-sum=usd]").textContent()).toContain("12.50")
    await kept(page)

    // Left with Escape in the midst, and taken up again where it was.
    await page.keyboard.press("Escape")
    await page.locator("[data-overview]").waitFor({ timeout: STILL_MS })
    await page.locator("[data-set-up-card] a").click()
    await at(page, "opening")
    expect(await page.locator("[data-opening]").count()).toBe(1)
    // Nothing of it is in force: this one is entered by hand elsewhere, so there are none after all.
    await page.locator("[data-choice=none]").click()
    await goOn(page, "rules")
    await page.locator("[data-rule=strategy] [data-share]").first().waitFor({ timeout: STILL_MS })
    await page.locator("[data-rule=strategy] [data-choice=line_order] button").focus()
    const before = await page.locator("[data-rule=strategy] [data-example]").textContent()
    await page.keyboard.press("ArrowDown", { delay: 100 })
    await page.locator("[data-rule=strategy] [data-choice=pro_rata] [data-state=checked]").first().waitFor()
    expect(await page.locator("[data-rule=strategy] [data-example]").textContent()).not.toBe(before)
    await page.keyboard.press("ArrowUp", { delay: 100 })
    expect(await focusIsOn(page, "[data-choice=line_order] button")).toBe(true)
    await seeInBoth(page, "set-up-rules")

    await goOn(page, "history")
    await page.locator("[data-takes]").waitFor({ timeout: STILL_MS })
    const figure = async (name: string): Promise<number> =>
      Number(await page.locator(`[data-figure-of=${name}]`).getAttribute("data-value"))
    expect(
      (await figure("full")) + (await figure("partial")) + (await figure("none")),
    ).toBeGreaterThanOrEqual(3)
    expect(await figure("none")).toBeGreaterThanOrEqual(1)
    await seeInBoth(page, "set-up-history")
    for (const order of old) expect(await desk.knows(order)).toBe(false)

    await goOn(page, "review")
    await kept(page)
    await seeInBoth(page, "set-up-review")
    await page.reload()
    await at(page, "review")
    await page.locator("[data-finish][aria-disabled=false]").click({ timeout: STILL_MS })
    await page.locator("[data-finished]").waitFor({ timeout: STILL_MS })
    await seeInBoth(page, "set-up-finished")
    await page.locator("[data-to-run]").click()
    await page.locator("[data-run=finished]").waitFor({ timeout: STILL_MS })
    const standing = async () => Promise.all(old.map(async (order) => (await desk.read(order)).state))
    // Money that is minutes old may wait for the next read.
    const until = Date.now() + 4 * STILL_MS
    while (Date.now() < until && (await standing()).filter((state) => state === "full").length < 2)
      await page.waitForTimeout(2_000)
    expect(await standing()).toEqual(["full", "full", "none"])

    await page.goto(`${store.url}/app${overviewPath}`)
    await page.locator("[data-overview] h1").waitFor({ timeout: STILL_MS })
    expect(await page.locator("[data-set-up-card]").count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it("puts together what two people answer, and asks about what both changed", async () => {
    const { page } = await open({ language: "fr", theme: "light" })
    await page.locator("[role=tab]").nth(1).click()
    await at(page, "opening")
    await page.locator("[data-choice=none]").click()
    await kept(page)
    // Another one answers another step: both stay.
    await desk.answerSetUp((draft) => ({ ...draft, history: { answer: "skip", since: "", until: "" } }))
    await page.locator("[data-choice=rows]").click()
    await kept(page)
    const { draft } = await desk.answerSetUp((same) => same)
    expect(draft).toMatchObject({ opening: { answer: "rows" }, history: { answer: "skip" } })
    // And then the same one.
    await desk.answerSetUp((own) => ({ ...own, opening: { answer: "none", rows: [] } }))
    await page.locator("[data-paste]").fill(`${email}\t1,00\tusd`)
    await page.locator("[data-take]").click()
    await page.locator("[data-conflict]").waitFor({ timeout: STILL_MS })
    await seeInBoth(page, "set-up-conflict")
    await page.locator("[data-conflict] [data-choice=theirs]").click()
    await page.locator("[data-settle]").click()
    await page.locator("[data-choice=none] [data-state=checked]").first().waitFor({ timeout: STILL_MS })
  })

  it("is read at 390 pixels, in French and in the dark", async () => {
    const { page, complaints } = await open({ language: "fr", theme: "dark" })
    for (const [place, step] of ["start", "opening", "rules", "history", "review"].entries()) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.locator("[role=tab]").nth(place).click()
      await at(page, step)
      await page.waitForTimeout(1500)
      await see(page, SCREEN, `set-up-${step}-fr-dark`)
      await page.setViewportSize({ width: 390, height: 844 })
      await see(page, SCREEN, `set-up-${step}-fr-dark-390`)
    }
    expect(complaints).toEqual([])
  })

  it("F81: the audit that it leads to finds nothing in what the host's own flows left behind", async () => {
    const { page, complaints } = await visit(browser, session, {
      url: store.url,
      language: "en",
      theme: "light",
    })
    await page.goto(`${store.url}/app${auditPath}`)
    const found = async (): Promise<string[]> => {
      await page.locator("[data-audit=done]").waitFor({ timeout: STILL_MS })
      return page
        .locator("[data-kind]")
        .evaluateAll((kinds) => kinds.map((kind) => kind.textContent ?? "nothing"))
    }
    // What was written just now may have been read between two of its rows.
    if ((await found()).length > 0) {
      await page.waitForTimeout(5_000)
      await page.locator("[data-act=again]").click()
    }
    expect(await found()).toEqual([])
    await page.locator("[data-audit=done] [data-empty=praise]").waitFor()
    expect(Number(await page.locator("[data-orders]").getAttribute("data-orders"))).toBeGreaterThan(20)
    await see(page, "[data-audit]", "audit-silent")
    expect(complaints).toEqual([])
  })
})

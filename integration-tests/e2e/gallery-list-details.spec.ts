import type { Browser, Page } from "playwright-core"
import { launch, target, visit, type Look, type Visit } from "./support/admin"
import { buildGallery, openGallery } from "./support/gallery"

const EN = { language: "en", theme: "light" } as const
type Shown = Look & { width: number; shows: "lists" | "instalments"; of: string }

describe("F30, F31, F62, F71: what the lists and the overview show, and where it stands", () => {
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

  const arrive = async ({ width, shows, of, language, theme }: Shown): Promise<Page> => {
    const look = { language, theme }
    const arrived = await visit(browser, { cookies: [], origins: [] }, { url, ...look })
    open.push(arrived)
    const { page } = arrived
    await page.setViewportSize({ width, height: 900 })
    await openGallery(page, { url, script, ...look, shows, of })
    return page
  }
  const textOf = async (page: Page, selector: string): Promise<string> =>
    ((await page.locator(selector).first().textContent()) ?? "").replaceAll(/\s/g, " ")

  it.each(["lists", "instalments"] as const)(
    "have every view of %s in sight on a telephone",
    async (shows) => {
      const of = shows === "lists" ? "unreconciled" : "full"
      const page = await arrive({ shows, of, language: "fr", theme: "light", width: 390 })
      const views = page.locator("[data-view]")
      await views.first().waitFor()
      const edges = await views.evaluateAll((all) =>
        all.map((one) => {
          const { left, right } = one.getBoundingClientRect()
          return [left, right]
        }),
      )
      expect(Math.min(...edges.map(([left = 0]) => left))).toBeGreaterThanOrEqual(0)
      expect(Math.max(...edges.map(([, right = 0]) => right))).toBeLessThanOrEqual(390)
    },
  )

  it("draw the focus of a row off the line beneath its name", async () => {
    const page = await arrive({ shows: "lists", of: "unreconciled", ...EN, width: 1440 })
    const row = page.locator("[data-row='130']")
    await row.waitFor()
    await page.keyboard.press("j")
    await page.keyboard.press("j")
    const [ring, room] = await row.locator("[data-row-main]").evaluate((link) => {
      const style = getComputedStyle(link)
      const second = link.parentElement?.querySelector(".reconciliation-list-second")
      const letters = Number.parseFloat(getComputedStyle(second ?? link).fontSize)
      const beneath = second?.getBoundingClientRect()
      const top = (beneath?.top ?? 0) + ((beneath?.height ?? 0) - letters) / 2
      const spreads = [...style.boxShadow.matchAll(/px ([\d.]+)px(?= inset|,|$)/g)].map(([, px]) =>
        Number(px),
      )
      return [Math.max(...spreads), top - link.getBoundingClientRect().bottom]
    })
    expect(ring).toBeGreaterThan(0)
    expect(ring).toBeLessThanOrEqual(room ?? 0)
  })

  it.each(["lists", "instalments"] as const)(
    "draw what is to come of %s under its columns",
    async (shows) => {
      const page = await arrive({ shows, of: "waiting", ...EN, width: 1440 })
      await page.locator("[data-loading]").waitFor()
      const apart = await page.evaluate(() => {
        const heads = Array.from(document.querySelectorAll("thead th"))
        const cells = Array.from(document.querySelectorAll("[data-loading] tr:first-child td"))
        const edges = (of: Element): [number, number] => {
          const range = document.createRange()
          range.selectNodeContents(of)
          const { left, right } = range.getBoundingClientRect()
          return [left, right]
        }
        return heads.map((head, place) => {
          const cell = cells[place]
          const [one, other] = [edges(head), cell ? edges(cell) : [-1, -1]]
          const isFigure = head.hasAttribute("data-figure")
          return Math.round(Math.abs(isFigure ? one[1] - (other[1] ?? 0) : one[0] - (other[0] ?? 0)))
        })
      })
      expect(apart.length).toBeGreaterThan(5)
      expect(Math.max(...apart)).toBeLessThanOrEqual(2)
    },
  )

  it("say how much there is to cure, and how much of an account's money an order could take", async () => {
    const page = await arrive({ shows: "lists", of: "unreconciled", ...EN, width: 1440 })
    await page.locator("[data-row='47']").waitFor()
    expect(await textOf(page, "[data-totals]")).toContain("To cure, USD115.00 in error in 1")
    expect(await textOf(page, "[data-row='47'] [data-step]")).toBe("Apply 84.00…")
    expect(await textOf(page, "[data-row='38'] [data-step]")).toBe("Apply 26.95…")
    expect(await textOf(page, "[data-row='38'] [data-why]")).toContain(
      "26.95 unapplied on the account fits exactly",
    )
    expect(await textOf(page, "[data-row='129'] [data-step]")).toBe("Apply…")
  })

  it("give what is open of a transaction its amount's sign, and an order no number beside its own", async () => {
    const page = await arrive({ shows: "lists", of: "transactions", ...EN, width: 1440 })
    await page.locator("[data-row='129']").waitFor()
    const figuresOf = async (number: string) =>
      await page.locator(`[data-row='${number}'] [data-figure]`).allTextContents()
    expect(await figuresOf("129")).toEqual(["−600.00 USD", "−600.00 USD"])
    expect(await figuresOf("130")).toEqual(["66.45 USD", "66.45 USD"])
    expect(await page.locator("[data-row='47'] a[href*='/orders/']").count()).toBe(1)
    expect(await page.locator("[data-row='130'] a[href*='/orders/']").count()).toBe(2)
    const edges = await page
      .locator("[data-list] .reconciliation-code")
      .evaluateAll((all) =>
        all.map(
          (one) =>
            (one.firstElementChild ?? one).getBoundingClientRect().left - one.getBoundingClientRect().left,
        ),
      )
    expect(new Set(edges)).toEqual(new Set([0]))
  })

  it("have a lock alone on what may not be done, that of a step too", async () => {
    const page = await arrive({ shows: "lists", of: "readonly", ...EN, width: 1440 })
    await page.locator("[data-row='128'] [data-needs=manage]").waitFor()
    const signs = await page
      .locator("[data-needs]")
      .evaluateAll((all) =>
        all.map(
          (one) =>
            Array.from(one.querySelectorAll("svg")).filter((svg) => svg.getClientRects().length > 0).length,
        ),
      )
    expect(new Set(signs)).toEqual(new Set([1]))
  })

  it("say what could not be loaded, and that nothing was changed", async () => {
    const page = await arrive({ shows: "lists", of: "broken", ...EN, width: 1440 })
    await page.locator("[data-error]").waitFor({ timeout: 20_000 })
    const said = await textOf(page, "[data-error]")
    expect(said).toContain("The list could not be loaded")
    expect(said).toContain("Nothing was changed. Try again in a moment.")
    expect(said).not.toContain("what you asked for")
  })

  it.each([1440, 390])(
    "have the height at once that their totals and rows will have, %s pixels wide",
    async (width) => {
      const heightsOf = async (of: string, row: string): Promise<number[]> => {
        const page = await arrive({ shows: "lists", of, ...EN, width })
        await page.locator(row).first().waitFor()
        const heights = await page.evaluate(
          (selector) =>
            ["[data-totals]", selector].map(
              (one) => document.querySelector(one)?.getBoundingClientRect().height ?? 0,
            ),
          row,
        )
        return heights
      }
      const [totals = 0, row = 0] = await heightsOf("unreconciled", "[data-row='131']")
      const [soon = 0, ghost = 0] = await heightsOf("waiting", "[data-loading] > *")
      expect(Math.abs(ghost - row)).toBeLessThanOrEqual(2)
      // On a telephone it is as high as there are currencies, which nobody knows before.
      if (width === 1440) expect(Math.abs(soon - totals)).toBeLessThanOrEqual(2)
    },
  )

  it("praise an empty list with how many amounts were placed, and how many of them by themselves", async () => {
    const page = await arrive({ shows: "lists", of: "empty", ...EN, width: 1440 })
    const proof = page.locator("[data-empty=praise] [data-proof]")
    await proof.waitFor()
    expect(await proof.textContent()).toBe(
      "1,377 of the 1,412 amounts of the last 30 days were placed without a person.",
    )
    expect(await page.locator("[data-of-today]").getAttribute("href")).toMatch(
      /transactions\?from=(\d{4}-\d\d-\d\d)&to=\1$/,
    )
  })

  it("let all accounts be reconciled from the overview, and show the last runs and what falls due next", async () => {
    const page = await arrive({ shows: "lists", of: "overview", ...EN, width: 1440 })
    await page.locator("[data-last-run]").first().waitFor()
    expect(await page.locator("[data-reconcile-all]").textContent()).toBe("Reconcile all…")
    const runs = page.locator("[data-last-run]")
    expect(await runs.count()).toBe(3)
    expect(await runs.nth(2).getAttribute("href")).toContain("/reconciliation/runs/14")
    expect(await textOf(page, "[data-last-run='14']")).toMatch(
      /^Reconcile all, 96 amounts.*41 accounts changed, 3 left to you.*Run 14 · today, /,
    )
    expect(await textOf(page, "[data-need=taken_back]")).toContain(
      "Chargeback of #14, Rosa Delgado: what it had paid is owed again",
    )
    expect(await textOf(page, "[data-need=not_due]")).toContain(
      "3 more are not due yet; the next, 500.00 USD, falls due on Dec 1",
    )
    const widest = await page.locator("[data-need=owed] .reconciliation-todo-count").evaluate((one) => {
      const range = document.createRange()
      range.selectNodeContents(one)
      return one.getBoundingClientRect().width - range.getBoundingClientRect().width
    })
    expect(widest).toBeLessThanOrEqual(6)
  })

  it("say what a planned payment brings on its day", async () => {
    const page = await arrive({ shows: "lists", of: "overview-calm", ...EN, width: 1440 })
    await page.locator("[data-coming='41']").waitFor()
    expect(await textOf(page, "[data-coming='41']")).toMatch(/500\.00 USD$/)
    expect(await textOf(page, "[data-coming='44']")).toContain("part of 80.00 USD")
  })

  it("call a planned payment whose day is past by one word, and put one space between amounts", async () => {
    const page = await arrive({ shows: "instalments", of: "full", ...EN, width: 1440 })
    await page.locator("[data-row='8']").waitFor()
    expect(await page.locator(".reconciliation-list-card").textContent()).not.toMatch(/\blate\b/i)
    expect(await textOf(page, "[data-sum=late_or_failed] dd")).toBe("100.00 EUR · 150.00 USD")
    const gaps = await page.locator("[data-sum=late_or_failed] [data-amount]").evaluateAll(([one, other]) => {
      if (!one || !other) return -1
      return other.getBoundingClientRect().left - one.getBoundingClientRect().right
    })
    expect(gaps).toBeGreaterThan(0)
    expect(gaps).toBeLessThan(14)
  })
})

import type { Browser } from "playwright-core"
import {
  launch,
  logIn,
  photograph,
  target,
  visit,
  type Look,
  type Session,
  type Visit,
} from "./support/admin"
import { accessibilityOf, openOrder } from "./support/widget"

const ENGLISH: Look = { language: "en", theme: "light" }
const FRENCH: Look = { language: "fr", theme: "light" }

describe("the reconciliation card of orders with a timeline", () => {
  const store = target()
  const { url } = store
  let browser: Browser
  let session: Session
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
  })

  const arrive = async (look: Look): Promise<Visit> => {
    const arrived = await visit(browser, session, { url, ...look })
    open.push(arrived)
    return arrived
  }

  const STORIES: [string, string, string][] = [
    ["paid in part", store.partialOrderId, "partial"],
    ["wholly paid", store.fullOrderId, "full"],
    ["cancelled", store.cancelledOrderId, "cancelled"],
    ["planned", store.plannedOrderId, "planned"],
    ["charged back", store.reversedOrderId, "reversed"],
    ["refunded in part", store.refundedOrderId, "refund"],
  ]

  it.each(STORIES)("F9: the legend explains every sign the card can show, on an order %s", async (_, id) => {
    const { page } = await arrive(ENGLISH)
    const { root } = await openOrder(page, url, id)
    const legend = root.locator("[data-legend]")
    const signsOf = async (selector: string): Promise<string[]> =>
      await root
        .locator(selector)
        .evaluateAll((signs) => signs.map((sign) => sign.getAttribute("data-sign") ?? ""))
    const explained = await signsOf("[data-legend] dt [data-sign]")
    const shown = await signsOf(":scope > :not([data-legend]) [data-sign]")

    expect(explained).toEqual(
      expect.arrayContaining(["full", "partial", "none", "planned", "error", ...shown]),
    )
    expect(shown.length).toBeGreaterThan(0)
    const meanings = await legend.locator("dd").allTextContents()
    expect([meanings.length, meanings.filter((text) => !/^[A-Z].{10,}\.$/.test(text))]).toEqual([
      explained.length,
      [],
    ])
    expect(await legend.textContent()).toMatch(/Letters are .*coloured amount .*underlined amount /)
  })

  it.each(STORIES)(
    "shows people no ids of the host and is accessible, on an order %s",
    async (_, id, name) => {
      const { page, complaints } = await arrive(FRENCH)
      const { root } = await openOrder(page, url, id)
      await photograph(root, name === "planned" ? "order-widget-planned" : `order-timeline-${name}`)

      expect(await root.textContent()).not.toMatch(/[a-z]+_[0-9A-Z]{26}|reconciliation\.|\{\{/)
      expect(await accessibilityOf(page, "[data-reconciliation]")).toEqual([])
      expect(complaints).toEqual([])
    },
  )

  it("stands below the head of the order's page, above the host's own cards", async () => {
    const { page } = await arrive(ENGLISH)
    const { root } = await openOrder(page, url, store.partialOrderId)
    await page.waitForTimeout(500)
    await photograph(page, "order-page")
    const heights = await root.evaluate((card) =>
      Array.from(card.parentElement?.children ?? [])
        .filter((other) => other !== card && other.getBoundingClientRect().height > 0)
        .map((other) => other.getBoundingClientRect().top < card.getBoundingClientRect().top),
    )
    expect(heights.filter(Boolean)).toHaveLength(1)
    expect(heights.length).toBeGreaterThan(2)
  })

  it("says in its head that the order is cancelled", async () => {
    const { page } = await arrive(FRENCH)
    const cancelled = await openOrder(page, url, store.cancelledOrderId)
    expect(await cancelled.root.locator("[data-cancelled]").textContent()).toBe("Commande annulée")
    const standing = await openOrder(page, url, store.partialOrderId)
    expect(await standing.root.locator("[data-cancelled]").count()).toBe(0)
  })

  it("calls what items lack and what money has left by names of their own", async () => {
    const { page } = await arrive(ENGLISH)
    const { root } = await openOrder(page, url, store.partialOrderId)
    expect(await root.locator("thead th").last().textContent()).toBe("Open")
    expect(await root.locator("tfoot th").last().textContent()).toBe("Unallocated")
  })

  it.each<[Look, RegExp]>([
    [ENGLISH, /^\$[\d.]+ of “.+”: the payer or the bank took back what had paid it, so it is open again\.$/],
    [FRENCH, /^[\d,]+\s\$US sur «\s.+\s»\s: le payeur ou la banque a repris ce qui le réglait/],
  ])("explains each amount of a chargeback, %p", async (look, sentence) => {
    const { page } = await arrive(look)
    const { root, panel } = await openOrder(page, url, store.reversedOrderId)
    const said: string[] = []
    for (const cell of await root.locator("tbody td[data-cell] button").all()) {
      await cell.click()
      await panel.waitFor()
      said.push((await panel.locator("[data-because]").allTextContents()).join(" "))
      if (said.length === 1) await photograph(page, `order-why-${look.language}`)
      await page.keyboard.press("Escape")
      await panel.waitFor({ state: "detached" })
    }
    expect(said.filter((text) => text.length < 30)).toEqual([])
    expect(said.filter((text) => sentence.test(text))).toHaveLength(2)
  })

  it("fits a telephone: its table scrolls, the page does not", async () => {
    const { page } = await arrive(FRENCH)
    await page.setViewportSize({ width: 390, height: 844 })
    const { root } = await openOrder(page, url, store.plannedOrderId)
    await photograph(root, "order-timeline-planned-390")
    const width = await root.evaluate((card) => card.getBoundingClientRect().width)
    expect(width).toBeLessThanOrEqual(390)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})

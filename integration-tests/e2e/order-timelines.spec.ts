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
import { Desk } from "./support/desk"
import { accessibilityOf, openOrder } from "./support/widget"

const ENGLISH: Look = { language: "en", theme: "light" }
const FRENCH: Look = { language: "fr", theme: "light" }

describe("the reconciliation card of orders with a timeline", () => {
  const store = target()
  const { url } = store
  let browser: Browser
  let session: Session
  let desk: Desk
  const open: Visit[] = []

  beforeAll(async () => {
    browser = await launch()
    session = await logIn(browser, store)
    desk = await Desk.open(store)
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

  const STORIES: [story: string, orderId: string, name: string, says: RegExp][] = [
    ["cancelled", store.cancelledOrderId, "cancelled", /^La commande est annulée : rien n’est dû\.$/],
    ["planned", store.plannedOrderId, "planned", /^(Prochaine échéance|À payer aujourd’hui) : [\d,]+/],
    [
      "charged back",
      store.reversedOrderId,
      "reversed",
      /^Le .+, le payeur a repris [\d,]+\. (L’article «|\d+ articles).+ de nouveau ouvert/,
    ],
    ["refunded in part", store.refundedOrderId, "refund", /^Chaque centime a son article\./],
  ]

  it.each(STORIES)(
    "says the next step of an order %s in the reader's words, without ids of the host, and is accessible",
    async (_, id, name, says) => {
      const { page, complaints } = await arrive(FRENCH)
      const { root, step } = await openOrder(page, url, id)
      await photograph(root, name === "planned" ? "order-widget-planned" : `order-timeline-${name}`)

      expect((await step.textContent())?.replaceAll(/\s/g, " ")).toMatch(says)
      expect(await root.textContent()).not.toMatch(/[a-z]+_[0-9A-Z]{26}|reconciliation\.|\{\{/)
      expect(await accessibilityOf(page, "[data-reconciliation]")).toEqual([])
      expect(complaints).toEqual([])
    },
  )

  it.each(STORIES)("has a bar whose parts add up to the total, on an order %s", async (_, id) => {
    const { page } = await arrive(ENGLISH)
    const { root } = await openOrder(page, url, id)
    const bars = await root.getByRole("img").all()
    const { totals } = await desk.read(id)
    expect(bars).toHaveLength(Number(totals.owed) === 0 ? 0 : 1)
    for (const bar of bars) {
      const label = (await bar.getAttribute("aria-label")) ?? ""
      const [total = "", ...parts] = (label.match(/[\d,]+\.\d\d/g) ?? [])
        .map((amount) => BigInt(amount.replaceAll(/\D/g, "")))
        .toReversed()
        .map(String)
      expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total))
    }
  })

  it("says in its head that the order is cancelled", async () => {
    const { page } = await arrive(FRENCH)
    const cancelled = await openOrder(page, url, store.cancelledOrderId)
    expect(await cancelled.root.locator("[data-cancelled]").textContent()).toBe("Commande annulée")
    const standing = await openOrder(page, url, store.partialOrderId)
    expect(await standing.root.locator("[data-cancelled]").count()).toBe(0)
  })

  it("fits a telephone: neither the card nor the page is wider", async () => {
    const { page } = await arrive(FRENCH)
    await page.setViewportSize({ width: 390, height: 844 })
    const { root } = await openOrder(page, url, store.plannedOrderId)
    await photograph(root, "order-timeline-planned-390")
    const wider = await root.evaluate((card) => {
      const edge = card.getBoundingClientRect().right
      return Array.from(card.querySelectorAll("*")).filter((one) => one.getBoundingClientRect().right > edge)
        .length
    })
    expect(wider).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})

import type { Browser } from "playwright-core"
import { launch, logIn, target, visit, type Session, type Visit } from "./support/admin"
import { Desk } from "./support/desk"
import { openOrder, titlesOnPage } from "./support/widget"

/** So many lines stand alike in two places by chance once in 720 times. */
const LINES = 6

describe("the lines of an order's page and the rows of its matrix", () => {
  const aim = target()
  let browser: Browser
  let session: Session
  let desk: Desk
  const open: Visit[] = []

  beforeAll(async () => {
    browser = await launch()
    session = await logIn(browser, aim)
    desk = await Desk.open(aim)
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map(async ({ close }) => await close()))
  })
  afterAll(async () => {
    await browser?.close()
  })

  it.each<[string, (titles: string[]) => Promise<string>]>([
    ["put into the cart one by one", (titles) => desk.checkOut(titles)],
    ["put into the cart in one call", (titles) => desk.checkOut(titles, { atOnce: true })],
    ["written down by an admin as a draft", (titles) => desk.draft(titles.slice(0, 3), titles.slice(3))],
    [
      "added to by an edit",
      async (titles) => {
        const orderId = await desk.checkOut(titles.slice(0, 3))
        await desk.reconcile(orderId)
        await desk.add(orderId, titles.slice(3))
        return orderId
      },
    ],
  ])("stand in the same order when they were %s", async (_, place) => {
    const titles = desk.titles(LINES).toReversed()
    const visited = await visit(browser, session, { url: aim.url, language: "en", theme: "light" })
    open.push(visited)
    const orderId = await place(titles)
    await desk.reconcile(orderId)
    await openOrder(visited.page, aim.url, orderId)
    const shown = await titlesOnPage(visited.page, titles)
    expect(shown.toSorted()).toEqual(titles.toSorted())
    const { rows } = await desk.read(orderId)
    expect(rows.map(({ title }) => title).filter((title) => titles.includes(title))).toEqual(shown)
  })
})

import { readdirSync } from "node:fs"
import path from "node:path"
import type { Browser } from "playwright-core"
import { launch, logIn, target, visit, type Session, type Visit } from "./support/admin"
import { Desk } from "./support/desk"
import { LANGUAGES, STATES, WAYS, type Flow } from "./support/flow"
import { bringAbout, FLOWS, orderIn } from "./support/flows"
import { accessibilityOf, cardOn } from "./support/widget"

const ADMIN = path.resolve(__dirname, "../../src/admin")
/** All cells take minutes: a whole run of the tests walks one of thirty-two, `npm run prove -- screens` all. */
const all = process.env["SCREENS"] === "all"

const cells = Object.entries(FLOWS).flatMap(([flow, { states }]) =>
  STATES.filter((state) => states[state] === "walked").flatMap((state) =>
    WAYS.flatMap((way) => LANGUAGES.map((language) => ({ flow, state, way, language }))),
  ),
)
/** Of each four one, which changes from state to state; of these one of four in the same way; and of these each other one. */
const oneOfFour = <Cell>(some: readonly Cell[]): Cell[] =>
  some.filter((_, index) => index % 4 === Math.floor(index / 4) % 4)
const slice = oneOfFour(oneOfFour(cells)).filter((_, index) => index % 2 === 0)

function walked(name: string): Flow {
  const flow = FLOWS[name]
  if (!flow) throw new Error(`There is no flow "${name}".`)
  return flow
}

/** Pages of a store and not of an order: no flow of this table goes through them, for a reason. */
const ELSEWHERE = {
  "features/audit": "its states are in gallery-lists.spec",
  "features/checks": "its states are in gallery-checks.spec",
  "features/set-up": "set-up.spec walks from its first step to its last",
  "features/settings": "its states are in gallery-settings.spec",
  "routes/settings": "as above",
}

describe("the screens, flow by flow", () => {
  const store = target()
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

  it("are all in the table: no feature, page or card without a flow, no state without an answer", () => {
    const shown = new Set(Object.values(FLOWS).flatMap(({ shows }) => shows))
    const parts = ["features", "routes", "widgets"].flatMap((folder) => {
      try {
        return readdirSync(path.join(ADMIN, folder)).map((name) => `${folder}/${name.replace(/\.tsx$/, "")}`)
      } catch {
        return []
      }
    })
    expect(parts.length).toBeGreaterThan(1)
    // A file beside the features names what is loaded together, and shows nothing.
    const unseen = parts.filter((part) => !shown.has(part) && !part.endsWith(".ts"))
    expect(unseen.toSorted()).toEqual(Object.keys(ELSEWHERE).toSorted())
    for (const { states } of Object.values(FLOWS)) {
      const unexplained = STATES.filter((state) => {
        const cell = states[state]
        return cell !== "walked" && !(cell?.not.length > 10)
      })
      expect(unexplained).toEqual([])
    }
  })

  it.each(all ? cells : slice)("$flow: $state, by $way, in $language", async (cell) => {
    const { flow, state, way, language } = cell
    const arrived = await visit(browser, session, { url: store.url, language, theme: "light" })
    open.push(arrived)
    const { page, complaints } = arrived
    const orderId = orderIn(state, store)
    const { screen, before, walk } = walked(flow)
    await before?.(desk, orderId)
    const place = await screen.at(page, store, orderId)
    const release = await bringAbout(state, page, screen.asks(orderId))
    await page.goto(place)
    const card = cardOn(page)
    if (state !== "loading") await page.locator(screen.arrival).first().waitFor({ timeout: 60_000 })
    await walk({ page, card, language, way, desk, orderId, release })
    if (state === "loading") await page.locator(screen.shown).first().waitFor()

    expect(await accessibilityOf(page, "[data-reconciliation]")).toEqual([])
    expect(await card.root.textContent()).not.toMatch(/reconciliation\.|\{\{/)
    const ours = complaints.filter((text) => !/Failed to load resource/.test(text))
    expect(ours).toEqual([])
  })

  it("control: a card whose words are pale is noticed", async () => {
    const arrived = await visit(browser, session, { url: store.url, language: "en", theme: "light" })
    open.push(arrived)
    const { page } = arrived
    await page.goto(`${store.url}/app/orders/${store.partialOrderId}`)
    await cardOn(page).shows("read")
    await page.addStyleTag({ content: "[data-reconciliation] * { color: #ccc !important; }" })
    expect(await accessibilityOf(page, "[data-reconciliation]")).not.toEqual([])
  })
})

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
import {
  accessibilityOf,
  amountsOf,
  focusIsOn,
  openOrder,
  tabIntoMatrix,
  type Widget,
} from "./support/widget"

const LOOKS: Look[] = [
  { language: "en", theme: "light" },
  { language: "en", theme: "dark" },
  { language: "fr", theme: "light" },
  { language: "fr", theme: "dark" },
]
const PLAIN: Look = { language: "en", theme: "light" }

describe("the reconciliation card on an order's page", () => {
  const store = target()
  const { url, partialOrderId, fullOrderId } = store
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

  it("shows items of 75, 75 and 20 with 100 paid as the first lines paid, the next in part, the rest not", async () => {
    const { page, complaints } = await arrive(PLAIN)
    const widget = await openOrder(page, url, partialOrderId)

    expect(await widget.state.textContent()).toBe("Partly reconciled")
    expect(await widget.code.getAttribute("data-code")).toBe("a")
    const lines = await linesOf(widget)
    expect(lines.map(([net]) => net).toSorted()).toEqual(["20.00", "75.00", "75.00"])
    expect(lines).toEqual(filled(lines, 100))
    expect(await amountsOf(widget.footer("total"))).toEqual(["170.00", "100.00", "100.00", "70.00"])
    expect(await amountsOf(widget.footer("unallocated"))).toEqual(["", "0.00", "0.00", ""])
    expect(complaints).toEqual([])
  })

  it("highlights what is unallocated and keeps calm where nothing is", async () => {
    const { page } = await arrive(PLAIN)
    const widget = await openOrder(page, url, partialOrderId)
    const highlights = async (row: number) =>
      await widget.line(row).locator("[data-open]").getAttribute("data-open")

    const left = (await linesOf(widget)).map((amounts) => amounts.at(-1))
    expect([await highlights(1), await highlights(2), await highlights(3)]).toEqual(
      left.map((amount) => (amount === "0.00" ? "zero" : "rest")),
    )
    expect(left).toContain("0.00")
    expect(await widget.footer("total").locator("[data-open]").getAttribute("data-open")).toBe("rest")
    expect(await widget.footer("unallocated").locator("[data-open=rest]").count()).toBe(0)
  })

  it("shows a wholly paid order with a green sign, an upper-case code and no highlight", async () => {
    const { page, complaints } = await arrive(PLAIN)
    const widget = await openOrder(page, url, fullOrderId)

    expect(await widget.state.textContent()).toBe("Fully reconciled")
    expect(await widget.code.getAttribute("data-code")).toMatch(/^[A-Z]+$/)
    expect(await widget.root.locator("tbody [data-open=rest]").count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it("explains an amount to somebody who has only a keyboard", async () => {
    const { page } = await arrive(PLAIN)
    const widget = await openOrder(page, url, partialOrderId)

    await tabIntoMatrix(page, widget)
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    expect(await focusIsOn(page, "[data-reconciliation] tbody tr:nth-child(2) td button")).toBe(true)
    await page.keyboard.press("Enter")
    await widget.panel.waitFor()
    const paid = (await amountsOf(widget.line(2)))[1] ?? ""
    expect(["75.00", "25.00", "20.00"]).toContain(paid)
    expect(await widget.panel.locator("[data-because]").first().textContent()).toContain(`${paid} from`)
    expect(await focusIsOn(page, "[data-reconciliation-panel]")).toBe(true)
    await page.keyboard.press("Escape")
    await widget.panel.waitFor({ state: "detached" })
    expect(await focusIsOn(page, "[data-reconciliation] tbody tr:nth-child(2) td button")).toBe(true)
  })

  it("speaks French and writes numbers the French way", async () => {
    const { page, complaints } = await arrive({ language: "fr", theme: "light" })
    const widget = await openOrder(page, url, partialOrderId)

    expect(await widget.root.getByRole("heading").first().textContent()).toBe("Rapprochement")
    expect(await widget.state.textContent()).toBe("Partiellement rapproché")
    expect(await widget.root.locator("td").allTextContents()).toContain("170,00")
    expect(await widget.root.textContent()).not.toMatch(/reconciliation\.|\{\{/)
    expect(complaints).toEqual([])
  })

  it("follows the host's dark theme", async () => {
    const background = async (theme: Look["theme"]) => {
      const { page } = await arrive({ language: "en", theme })
      const widget = await openOrder(page, url, partialOrderId)
      return await widget.root.evaluate((card) => getComputedStyle(card).backgroundColor)
    }
    expect(await background("light")).toBe("rgb(255, 255, 255)")
    expect(await background("dark")).not.toBe("rgb(255, 255, 255)")
  })

  it.each(LOOKS)("has no accessibility violation in $language, $theme", async (look) => {
    const { page } = await arrive(look)
    const widget = await openOrder(page, url, partialOrderId)
    const scan = async (selector: string) => await accessibilityOf(page, selector)

    await photograph(widget.root, `order-widget-${look.language}-${look.theme}`)
    expect(await scan("[data-reconciliation]")).toEqual([])
    await widget.root.locator("tbody td button").first().click()
    await widget.panel.waitFor()
    expect(await scan("[data-reconciliation-panel]")).toEqual([])
  })

  it("reads the order again on “Reconcile now” and says so", async () => {
    const { page } = await arrive(PLAIN)
    const widget = await openOrder(page, url, partialOrderId)
    const answered = page.waitForResponse((response) => response.url().endsWith("/reconcile"))
    await widget.root.getByRole("button", { name: "Reconcile now" }).click()

    expect((await answered).status()).toBe(200)
    await page.getByText("Reconciliation is up to date").waitFor()
    expect(await widget.state.textContent()).toBe("Partly reconciled")
  })

  it("shows an error with its code and remedy, and recovers by “Try again”", async () => {
    const { page } = await arrive(PLAIN)
    const route = `**/admin/reconciliation/orders/${partialOrderId}`
    const body = {
      type: "unexpected_state",
      code: "account_locked",
      message: "The account is being written.",
      ids: {},
      remedy: "Wait a moment.",
    }
    await page.route(route, async (request) => await request.fulfill({ status: 500, json: body }))
    const widget = await openOrder(page, url, partialOrderId)

    const alert = await widget.root.getByRole("alert").textContent()
    expect(alert).toContain("account_locked")
    expect(alert).toContain("Wait a moment.")
    await page.unroute(route)
    await widget.root.getByRole("button", { name: "Try again" }).click()
    await widget.root.locator("table").waitFor()
    expect(await widget.state.textContent()).toBe("Partly reconciled")
  })

  it("keeps its height while it loads", async () => {
    const { page } = await arrive(PLAIN)
    const route = `**/admin/reconciliation/orders/${partialOrderId}`
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(route, async (request) => {
      await held
      await request.continue()
    })
    const arriving = openOrder(page, url, partialOrderId)
    const card = page.locator("[data-reconciliation]")
    await card.locator("[data-loading]").waitFor({ timeout: 60_000 })
    const before = (await card.boundingBox())?.height ?? 0
    release()
    await arriving
    const after = (await card.boundingBox())?.height ?? 0
    expect(Math.abs(after - before)).toBeLessThanOrEqual(8)
  })
})

/** Price, paid by the capture, paid in all and open of each of the three lines, as the card lists them. */
async function linesOf({ line }: Widget): Promise<string[][]> {
  return await Promise.all([1, 2, 3].map(async (position) => await amountsOf(line(position))))
}

/** The same when so much money pays one after the other; nobody knows which line the host's page lists first. */
function filled(lines: readonly (readonly string[])[], money: number): string[][] {
  let left = money
  return lines.map(([price = ""]) => {
    const paid = Math.min(left, Number(price))
    left -= paid
    const amount = paid.toFixed(2)
    return [price, paid > 0 ? amount : "", amount, (Number(price) - paid).toFixed(2)]
  })
}

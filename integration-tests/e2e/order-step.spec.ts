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
import { accessibilityOf, focusIsOn, openOrder } from "./support/widget"

const PLAIN: Look = { language: "en", theme: "light" }
/** Nobody knows which line the host's page lists first, and so how many are not wholly paid. */
const STILL_TO_PAY = /^70\.00 is still to pay, for .+\.$/

describe("the next step on the card of an order", () => {
  const store = target()
  const { url, partialOrderId } = store
  const asked = `**/admin/reconciliation/orders/${partialOrderId}`
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
    if ((await desk.read(partialOrderId)).totals.allocated === "0.00") await desk.reconcile(partialOrderId)
  })
  afterAll(async () => {
    await browser?.close()
  })

  const arrive = async (look: Look): Promise<Visit> => {
    const arrived = await visit(browser, session, { url, ...look })
    open.push(arrived)
    return arrived
  }

  it("places money that is on no item when it is told to, and never by opening or hovering", async () => {
    await desk.setFree(partialOrderId)
    const { page, complaints } = await arrive(PLAIN)
    const sent: string[] = []
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().includes("/reconciliation/")) sent.push(request.url())
    })
    const { root, step, state, parts } = await openOrder(page, url, partialOrderId)
    expect(await step.textContent()).toMatch(
      /^100\.00 by manual payment of .+ is on no item, and the items lack 170\.00\.Put it there$/,
    )
    expect(await root.locator(".reconciliation-bar-open").count()).toBe(2)
    const button = root.getByRole("button", { name: "Put it there" })
    await button.hover()
    await page.waitForTimeout(300)
    expect(sent).toEqual([])

    await button.click()
    await page.getByText(/^100\.00 placed on [23].items$/).waitFor()
    await photograph(page, "order-placed")
    expect(sent).toHaveLength(1)
    expect(await parts.allTextContents()).toEqual(["Paid 100.00", "Open 70.00"])
    expect(await state.textContent()).toBe("Partly reconciled")
    expect((await desk.read(partialOrderId)).totals.allocated).toBe("100.00")
    expect(complaints).toEqual([])
  })

  it("gives the focus to what took the place of the button that was pressed by keyboard", async () => {
    await desk.setFree(partialOrderId)
    const { page } = await arrive(PLAIN)
    const { root } = await openOrder(page, url, partialOrderId)
    await root.getByRole("button", { name: "Put it there" }).focus()
    await page.keyboard.press("Enter")
    await root.locator("[data-step=unpaid]").waitFor()
    expect(await focusIsOn(page, "[data-reconciliation] section[aria-label='Next step']")).toBe(true)
  })

  it("says why nothing was placed where the order has changed meanwhile, and shows how it stands now", async () => {
    await desk.setFree(partialOrderId)
    const { page } = await arrive(PLAIN)
    const { root, step } = await openOrder(page, url, partialOrderId)
    await desk.reconcile(partialOrderId)
    await root.getByRole("button", { name: "Put it there" }).click()
    expect(await root.getByRole("alert").textContent()).toBe(
      "The order has changed meanwhile, so nothing was placed. Look at it again.",
    )
    await root.locator("[data-step=unpaid]").waitFor()
    expect(plain(await step.textContent())).toMatch(STILL_TO_PAY)
  })

  it("sends the same again after a broken connection, under the same key, and it is done once", async () => {
    await desk.setFree(partialOrderId)
    const { page } = await arrive(PLAIN)
    const keys: (string | null)[] = []
    await page.route(`${asked}/allocations`, async (route) => {
      keys.push(await route.request().headerValue("idempotency-key"))
      if (keys.length > 1) return await route.continue()
      await route.fetch()
      await route.abort("connectionreset")
    })
    const { root } = await openOrder(page, url, partialOrderId)
    const button = root.getByRole("button", { name: "Put it there" })
    await button.click()
    expect(await root.getByRole("alert").textContent()).toBe(
      "The server could not be reached. Nothing is lost.",
    )
    const { version } = await desk.read(partialOrderId)
    await button.click()
    await root.locator("[data-step=unpaid]").waitFor()
    expect(new Set(keys).size).toBe(1)
    expect((await desk.read(partialOrderId)).version).toBe(version)
  })

  it("undoes once, though the connection broke while it was undone", async () => {
    await desk.setFree(partialOrderId)
    const { page } = await arrive(PLAIN)
    const keys: (string | null)[] = []
    await page.route(`${asked}/undo`, async (route) => {
      keys.push(await route.request().headerValue("idempotency-key"))
      if (keys.length > 1) return await route.continue()
      await route.fetch()
      await route.abort("connectionreset")
    })
    const { root } = await openOrder(page, url, partialOrderId)
    await root.getByRole("button", { name: "Put it there" }).click()
    const undo = page.getByRole("button", { name: "Undo", exact: true })
    await undo.click()
    await page.getByText("The server could not be reached. Nothing is lost.").waitFor()
    const { version } = await desk.read(partialOrderId)
    await undo.click()
    await page.getByText("Undone: 100.00 is on no item again").waitFor()
    await root.locator("[data-step=place]").waitFor()
    expect(new Set(keys).size).toBe(1)
    expect((await desk.read(partialOrderId)).version).toBe(version)
  })

  it("keeps the button of who may not place money, and says which right it needs", async () => {
    await desk.setFree(partialOrderId)
    const { page } = await arrive({ language: "fr", theme: "light" })
    await page.route(
      `${asked}/allocations`,
      async (route) =>
        await route.fulfill({
          status: 403,
          json: {
            type: "not_allowed",
            code: "right_missing",
            message: "The store's option rights.manage does not list this user",
            ids: { right: "manage" },
            remedy: "Ask someone who is listed.",
          },
        }),
    )
    const { root } = await openOrder(page, url, partialOrderId)
    await root.getByRole("button", { name: "Les y placer" }).click()
    const button = root.locator("button[data-needs=manage]")
    await button.waitFor()
    expect(await button.textContent()).toBe("Les y placer")
    expect(await button.getAttribute("aria-disabled")).toBe("true")
    expect(await root.getByText("Demande le droit « gérer »").count()).toBe(1)
    expect(await accessibilityOf(page, "[data-reconciliation]")).toEqual([])
  })
})

const plain = (text: string | null): string => (text ?? "").replaceAll(/\s/g, " ")

import type { Browser, Locator, Page } from "playwright-core"
import type { OrderReconciliation } from "../../src/types/http"
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
import { accessibilityOf, focusIsOn, tabTo } from "./support/widget"

const EN: Look = { language: "en", theme: "light" }
const LOOKS = (["en", "fr"] as const).flatMap((language) =>
  (["light", "dark"] as const).flatMap((theme) => [1440, 390].map((width) => ({ language, theme, width }))),
)

describe("F20, F22, F28: the page of an order", () => {
  const store = target()
  const orderId = store.partialOrderId
  let browser: Browser
  let session: Session
  let desk: Desk
  let items: Items = []
  const open: Visit[] = []

  beforeAll(async () => {
    browser = await launch()
    session = await logIn(browser, store)
    desk = await Desk.open(store)
  })
  beforeEach(async () => {
    // 75, 75, 20 with 100 paid: 75, 25, 0. In which order the store lists lines of one moment, nobody knows.
    await desk.setFree(orderId)
    const order = await desk.read(orderId)
    items = itemsOf(order)
    await desk.edit(
      orderId,
      editOf(order, [
        [0, "75.00"],
        [1, "25.00"],
      ]),
    )
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map(async ({ close }) => await close()))
  })
  afterAll(async () => {
    await browser?.close()
  })

  async function arrive(look: Look & { width?: number } = EN): Promise<Visit> {
    const arrived = await visit(browser, session, { url: store.url, ...look })
    open.push(arrived)
    const { page } = arrived
    await page.setViewportSize({ width: look.width ?? 1440, height: 900 })
    await page.goto(`${store.url}/app/reconciliation/orders/${orderId}`)
    await page.locator("[data-reconciliation] h1").waitFor()
    return arrived
  }
  /** What is on the items that cost 75, 75 and 20: "75.00 25.00 0". */
  async function amounts(): Promise<string> {
    const { cells } = await desk.read(orderId)
    return items.map(({ key }) => cells.find(({ row }) => row === key)?.amount ?? "0").join(" ")
  }
  const cell = (page: Page, item: number): Locator =>
    page.locator(`[role=grid] tbody td[data-row="${items[item]?.key}"][aria-readonly=false]`).first()
  /** Goes down, or up, from one item to another. */
  async function walk(page: Page, from: number, to: number): Promise<void> {
    for (let step = 0; step < Math.abs(to - from); step += 1)
      await page.keyboard.press(to > from ? "ArrowDown" : "ArrowUp")
  }
  const placeOf = (item: number): number => items[item]?.place ?? 0
  const focused = async (page: Page): Promise<string | null> =>
    await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? null)
  const bar = (page: Page): Locator => page.locator("[data-save-bar]")
  async function inMessage(page: Page, label: string): Promise<void> {
    await page.locator("[data-sonner-toast]").getByRole("button", { name: label, exact: true }).waitFor()
    await page.keyboard.press("Alt+KeyT")
    await tabTo(page, "[data-sonner-toast] button")
    await page.keyboard.press("Enter")
  }
  const until = async (wanted: string): Promise<void> => {
    for (let time = 0; time < 50 && (await amounts()) !== wanted; time += 1)
      await new Promise((go) => setTimeout(go, 100))
    expect(await amounts()).toBe(wanted)
  }

  it("moves 20 from the first item to the third by keyboard alone, saves, undoes and redoes", async () => {
    const { page, complaints } = await arrive()
    expect(await amounts()).toBe("75.00 25.00 0")
    const { display_id: number } = await desk.read(orderId)
    await page.locator("ol li").getByText(`#${number}`, { exact: true }).waitFor()
    expect(await page.title()).toBe("Reconciliation - Medusa")
    await tabTo(page, "[role=grid] :is(td, th)", 60)
    await page.keyboard.press("Control+Home")
    await walk(page, 0, placeOf(0))
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("ArrowRight")
    expect(await focused(page)).toBe("75.00")
    // A whole frame, 2 px wide: a bar at one side is what rows of lists have.
    expect(
      await page.locator("[role=grid] td:focus").evaluate((one) => getComputedStyle(one).boxShadow),
    ).toMatch(/ 0px 0px 0px 2px inset$/)
    await page.keyboard.type("55")
    await page.keyboard.press("Enter")
    await walk(page, placeOf(0) + 1, placeOf(2))
    expect(await focused(page)).toBe("empty, at most 20.00")
    await page.keyboard.press("r")
    expect(await focused(page)).toBe("20.00, changed, was 0.00")
    expect(await bar(page).textContent()).toContain("2 amounts changed")
    await page.keyboard.press("Control+s")
    await until("55.00 25.00 20.00")
    expect(await focused(page)).toBe("20.00")
    await inMessage(page, "Undo")
    await until("75.00 25.00 0")
    await inMessage(page, "Redo")
    await until("55.00 25.00 20.00")
    await page.getByRole("button", { name: "History" }).click()
    const entries = page.locator("[data-history] [data-change]")
    await entries.nth(2).waitFor()
    expect(await entries.first().textContent()).toMatch(/Redone/)
    expect(await entries.nth(1).textContent()).toMatch(/Undone/)
    expect(complaints).toEqual([])
  })

  it("shows what is too much while it is typed, trims nothing, and saves nothing of it", async () => {
    const { page } = await arrive()
    await page.setViewportSize({ width: 1440, height: 640 })
    await cell(page, 2).click()
    await page.keyboard.type("999")
    await page.locator("[data-too-much]").waitFor()
    // The head follows a moment after the cell: no key waits for it. What cannot be saved is not counted there.
    await page.getByText("Some amounts are larger than").waitFor()
    // The help is never under the bar, which is there from the first digit on.
    const [help, over] = [
      await page.locator("[data-grid-status]").boundingBox(),
      await bar(page).boundingBox(),
    ]
    expect((help?.y ?? 0) + (help?.height ?? 0)).toBeLessThanOrEqual(over?.y ?? 0)
    expect(await page.locator("[role=grid] input").inputValue()).toBe("999")
    await page.keyboard.press("Enter")
    expect(await cell(page, 2).getAttribute("aria-invalid")).toBe("true")
    await page.keyboard.press("Control+s")
    expect(await bar(page).textContent()).toContain(
      "Nothing is saved while an item or a payment is below zero.",
    )
    expect(await amounts()).toBe("75.00 25.00 0")
    await page.keyboard.press("Control+z")
    await bar(page).waitFor({ state: "detached" })
  })

  it("counts what is being typed, and says what is kept where it cannot be saved", async () => {
    const { page } = await arrive()
    await cell(page, 0).click()
    await page.keyboard.type("50")
    expect(await bar(page).textContent()).toContain("1 amount changed")
    await page.route("**/allocations", (route) => route.abort())
    await page.keyboard.press("Control+s")
    const failure = bar(page).getByRole("alert")
    await failure.getByText("Your unsaved change is kept in this tab.").waitFor()
    expect(await failure.textContent()).toContain("The server could not be reached.")
    expect(await accessibilityOf(page, "[data-save-bar]")).toEqual([])
    await page.route(`**/admin/reconciliation/orders/${orderId}`, (route) => route.abort())
    page.once("dialog", (dialog) => void dialog.accept())
    await page.reload()
    const error = page.locator("[data-error=network]")
    await error.getByText("Your unsaved change is kept in this tab.").waitFor()
    await page.unrouteAll()
    await error.getByRole("button", { name: "Try again" }).click()
    await bar(page).waitFor()
    await bar(page).locator("[data-save]").click()
    await until("50.00 25.00 0")
  })

  it("saves before it is left, when told to stay and save", async () => {
    const { page } = await arrive()
    await cell(page, 0).click()
    await page.keyboard.type("50")
    await page.keyboard.press("Enter")
    await page.locator("[data-reconciliation] h1 a").click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Stay and save" }).click()
    await until("50.00 25.00 0")
    expect(page.url()).toContain("/reconciliation/orders/")
  })

  it("says who may see it, and leads back to the order", async () => {
    const { page } = await arrive()
    await page.route("**/admin/reconciliation/orders/*", (route) =>
      route.fulfill({
        status: 403,
        json: { type: "not_allowed", code: "right_missing", message: "", ids: { right: "view" }, remedy: "" },
      }),
    )
    await page.reload()
    await page.locator("[data-no-right]").getByRole("link", { name: "Back to the order" }).click()
    await page.waitForURL(`**/app/orders/${orderId}`)
  })

  it("keeps a draft over a reload, and asks before the page is left", async () => {
    const { page } = await arrive()
    await cell(page, 0).click()
    await page.keyboard.type("50")
    await page.keyboard.press("Enter")
    await bar(page).waitFor()
    page.once("dialog", (dialog) => void dialog.accept())
    await page.reload()
    await bar(page).waitFor()
    expect(await cell(page, 0).getAttribute("aria-label")).toBe("50.00, changed, was 75.00")
    await page.locator("[data-reconciliation] h1 a").click()
    const guard = page.getByRole("alertdialog")
    await guard.getByText("1 changed amount (25.00) is not saved.").waitFor()
    await guard.getByRole("button", { name: "Stay", exact: true }).click()
    expect(page.url()).toContain("/reconciliation/orders/")
    await page.getByRole("button", { name: "Discard" }).click()
    await page.locator("[data-reconciliation] h1 a").click()
    await page.waitForURL(`**/app/orders/${orderId}`)
  })

  it("lays two people's edits beside each other: nothing typed is lost, and each amount is somebody's choice", async () => {
    const { page } = await arrive()
    await cell(page, 0).click()
    await page.keyboard.type("60")
    await page.keyboard.press("Enter")
    await walk(page, placeOf(0) + 1, placeOf(2))
    await page.keyboard.type("15")
    await page.keyboard.press("Enter")
    const seen = await desk.read(orderId)
    await desk.edit(
      orderId,
      editOf(seen, [
        [0, "55.00"],
        [1, "20.00"],
        [2, "10.00"],
      ]),
    )
    await page.keyboard.press("Control+s")
    const merge = page.locator("[data-merge]")
    await merge.waitFor()
    // Not on a button: Enter pressed for something else must throw nothing away.
    expect(await focusIsOn(page, "[data-merge] h2")).toBe(true)
    expect(await accessibilityOf(page, "[data-merge]")).toEqual([])
    const choices = merge.getByRole("radiogroup")
    expect(await choices.count()).toBe(2)
    // What only the other one changed needs no choice, and is shown.
    expect(await merge.locator("tbody tr").count()).toBe(3)
    expect(await merge.locator("tbody tr").last().textContent()).toContain("20.00")
    // The other one is called by name.
    await choices.first().getByLabel("Ada Ledger").check()
    // The key that saves the page saves what is put together.
    await page.keyboard.press("Control+s")
    await until("55.00 20.00 15.00")
  })

  it("pastes a block from a spreadsheet as one step, and says what it left alone", async () => {
    const { page } = await arrive()
    await cell(page, 0).click()
    await page.evaluate((text) => {
      const data = new DataTransfer()
      data.setData("text/plain", text)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      )
    }, "40,50\n(12.00)\n")
    await page.locator("[data-grid-status]").getByText("Pasted 1 of 2 amounts.").waitFor()
    expect(await page.locator("[data-grid-status]").textContent()).toMatch(
      /“\(12.00\)” is negative|beyond the edge/,
    )
    expect(await cell(page, 0).getAttribute("aria-label")).toBe("40.50, changed, was 75.00")
    await page.getByRole("button", { name: "Undo the paste" }).click()
    await bar(page).waitFor({ state: "detached" })
  })

  it("explains an amount with Space, and goes back to its cell", async () => {
    const { page } = await arrive()
    await cell(page, 1).click()
    await page.keyboard.press("Space")
    await page.locator("[data-why]").waitFor()
    expect(await page.locator("[data-why]").textContent()).toContain("25.00")
    expect(await accessibilityOf(page, "[data-cell-popup]")).toEqual([])
    await page.keyboard.press("Escape")
    await page.locator("[data-why]").waitFor({ state: "detached" })
    await page.locator("[role=grid] td:focus").waitFor()
    expect(await focusIsOn(page, "[role=grid] td")).toBe(true)
    await cell(page, 0).click({ button: "right" })
    await page.locator("[data-cell-popup=menu]").getByRole("menuitem", { name: "Edit" }).waitFor()
    expect(await page.locator("[role=grid] .reconciliation-focus").count()).toBe(1)
    await page.keyboard.press("Escape")
    await page.locator("[data-cell-popup]").waitFor({ state: "detached" })
    expect(await cell(page, 0).evaluate((one) => one === document.activeElement)).toBe(true)
  })

  it.each(LOOKS)("is right for everybody in $language and $theme, $width pixels wide", async (look) => {
    const { page, complaints } = await arrive(look)
    expect(await accessibilityOf(page, "[data-reconciliation]")).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
    await photograph(
      page.locator("[data-reconciliation]"),
      `order-page-${look.language}-${look.theme}-${look.width}`,
    )
    expect(complaints).toEqual([])
  })
})

/** The items that cost 75, 75 and 20, and where each stands in the grid. */
type Items = readonly { readonly key: string; readonly place: number }[]

function itemsOf({ rows }: OrderReconciliation): Items {
  return rows
    .map(({ key, net }, index) => ({ key, net: Number(net), place: index + 1 }))
    .toSorted((one, other) => other.net - one.net)
}

/** What some of these items shall hold of the first payment. */
function editOf(
  order: OrderReconciliation,
  cells: readonly (readonly [item: number, amount: string])[],
): object {
  const items = itemsOf(order)
  return {
    version: order.version,
    cells: cells.map(([item, amount]) => ({ row: items[item]?.key, column: order.columns[0]?.id, amount })),
  }
}

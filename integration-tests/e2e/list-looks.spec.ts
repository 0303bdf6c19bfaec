import type { Browser, Locator, Page } from "playwright-core"
import { accountPath, unreconciledPath } from "../../src/admin/lib/paths"
import { launch, logIn, photograph, target, visit, type Look, type Visit } from "./support/admin"
import { Desk } from "./support/desk"
import { arriveAtList, NOTHING } from "./support/list-visit"
import { see } from "./support/seen"
import { accessibilityOf } from "./support/widget"

const EN: Look = { language: "en", theme: "light" }
const LOOKS: (Look & { width: number })[] = [
  { language: "en", theme: "light", width: 1440 },
  { language: "fr", theme: "dark", width: 1440 },
  { language: "en", theme: "dark", width: 390 },
  { language: "fr", theme: "light", width: 390 },
]
const TRANSACTIONS = "/reconciliation/transactions"

describe("F30, F31: lists as all see them, in the admin", () => {
  const store = target()
  let browser: Browser
  let session: Awaited<ReturnType<typeof logIn>>
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

  const arrive = async (path: string, look: Look & { width?: number } = EN): Promise<Visit> => {
    const arrived = await arriveAtList(browser, session, { url: store.url, path, ...look })
    open.push(arrived)
    return arrived
  }
  const rows = (page: Page): Locator => page.locator("[data-list] [data-row]")
  const toast = (page: Page, text: RegExp): Locator =>
    page.locator("[data-sonner-toast]").filter({ hasText: text })

  it("reconciles two accounts one after the other, and says what each would do first", async () => {
    const stamp = Date.now()
    const emails = [`bulk.${stamp}.a@example.com`, `bulk.${stamp}.b@example.com`]
    const orders: string[] = []
    for (const [place, email] of emails.entries()) {
      const id = await desk.checkOut(desk.titles(1), { atOnce: true, email })
      await desk.reconcile(id)
      await desk.deposit(id, { amount: "5.00", method: "transfer", reference: `BULK ${place} ${stamp}` })
      orders.push(id)
    }
    const { page } = await arrive(`${unreconciledPath}?view=to_place`)
    for (const id of orders) {
      const { account_id: account } = await desk.read(id)
      const row = rows(page).filter({ has: page.locator(`a[href$="${accountPath(account)}"]`) })
      await row.first().getByRole("checkbox").click()
    }
    await page.keyboard.press("r")
    const dialog = page.locator("[data-dialog]")
    await dialog.locator("[data-bulk=planned]").nth(1).waitFor()
    expect(await dialog.textContent()).toContain("5.00 USD on 1 order")
    await see(page, "[data-dialog]", "list-bulk")
    await page.keyboard.press("Enter")
    await toast(page, /2 accounts reconciled/).waitFor()
    await dialog.waitFor({ state: "detached" })
    const allocated = await Promise.all(orders.map(async (id) => (await desk.read(id)).totals.allocated))
    expect(allocated).toEqual(["5.00", "5.00"])
  })

  it("praises when nothing is open", async () => {
    const arrived = await visit(browser, session, { url: store.url, ...EN })
    open.push(arrived)
    const { page } = arrived
    await page.route("**/admin/reconciliation/transactions**", (route) =>
      route.fulfill({
        json: route.request().url().includes("/totals")
          ? {
              totals: { ...NOTHING, all: 0, views: [], sums: [] },
            }
          : { transactions: [], next_cursor: null, limit: 50 },
      }),
    )
    await page.goto(`${store.url}/app${unreconciledPath}`)
    await page.locator("[data-empty=praise]").waitFor()
    expect(await page.locator("[data-unreconciled='0']").getAttribute("aria-label")).toBe(
      "Everything is reconciled",
    )
    await photograph(page, "list-empty")
  })

  it("opens a transaction to what it is reconciled with, both ways, and asks before that is deleted", async () => {
    const { account_id: account } = await desk.read(store.fullOrderId)
    const { page } = await arrive(`${TRANSACTIONS}?account=${account}&kind=payment`)
    await rows(page).first().locator("[data-expand]").click()
    const links = page.locator("[data-links]").first()
    await links.locator("tbody tr").first().waitFor()
    await see(page, "[data-links]", "list-links")
    await links.locator("[data-delete]").click()
    await page.locator("[data-dialog] div[aria-busy=false]").waitFor()
    await page.keyboard.press("Escape")
    await page.locator("[data-dialog]").waitFor({ state: "detached" })
    await page.goto(`${store.url}/app${TRANSACTIONS}?account=${account}&kind=order`)
    await rows(page).first().locator("[data-expand]").click()
    await page.locator("[data-links] tbody tr").first().waitFor()
  })

  it.each(LOOKS)(
    "is right for everybody in $language and $theme, $width pixels wide",
    async ({ width, ...look }) => {
      for (const path of [unreconciledPath, TRANSACTIONS]) {
        const { page } = await arrive(path, { ...look, width })
        await rows(page).nth(3).waitFor()
        const name = path.split("/").at(-1) ?? ""
        await see(page, "[data-list]", `list-${name}-${look.language}-${look.theme}-${width}`)
        expect(await accessibilityOf(page, "[data-unreconciled]")).toEqual([])
      }
    },
  )
})

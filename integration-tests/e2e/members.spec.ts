import type { Browser, Locator, Page } from "playwright-core"
import { accountPath } from "../../src/admin/lib/paths"
import { launch, logIn, target, visit, type Look, type Session, type Visit } from "./support/admin"
import { Desk } from "./support/desk"
import { see } from "./support/seen"
import { accessibilityOf, focusIsOn } from "./support/widget"

const EN: Look = { language: "en", theme: "light" }
const LOOKS: (Look & { width: number })[] = [
  { language: "en", theme: "light", width: 1440 },
  { language: "en", theme: "dark", width: 390 },
  { language: "fr", theme: "dark", width: 1440 },
  { language: "fr", theme: "light", width: 390 },
]

/** An order, whose it is, and the account that it was placed on. */
interface Placed {
  readonly id: string
  readonly number: string
  readonly email: string
  readonly accountId: string
}

describe("F67: an account is joined with another one, and taken out again, in the admin", () => {
  const store = target()
  let browser: Browser
  let session: Session
  let desk: Desk
  let guest: Placed
  let customer: Placed
  const open: Visit[] = []

  beforeAll(async () => {
    browser = await launch()
    session = await logIn(browser, store)
    desk = await Desk.open(store)
  })
  beforeEach(async () => {
    guest = await place("guest")
    customer = await place("customer")
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map(async ({ close }) => await close()))
  })
  afterAll(async () => {
    await browser?.close()
  })

  async function place(who: string): Promise<Placed> {
    const email = `${who}.${Date.now()}@example.com`
    const id = await desk.checkOut(desk.titles(1), { atOnce: true, email })
    await desk.reconcile(id)
    const { account_id: accountId, display_id: number } = await desk.read(id)
    return { id, number, email, accountId }
  }
  async function arrive(accountId: string, look: Look & { width?: number } = EN): Promise<Visit> {
    const arrived = await visit(browser, session, { url: store.url, ...look })
    open.push(arrived)
    const { page } = arrived
    await page.setViewportSize({ width: look.width ?? 1440, height: 900 })
    await page.goto(`${store.url}/app${accountPath(accountId)}`)
    await page.locator("[data-reconciliation] h1").waitFor()
    return arrived
  }
  const toast = (page: Page, text: RegExp): Locator =>
    page.locator("[data-sonner-toast]").filter({ hasText: text })
  const act = (page: Page): Locator => page.locator("[data-act]")
  const ready = async (page: Page): Promise<void> =>
    await page.locator("[data-act] button[type=submit][aria-disabled=false]").waitFor()
  async function openJoin(page: Page, sought: string): Promise<void> {
    await page.locator("[data-account-menu]").click()
    await page.getByRole("menuitem").first().click()
    await act(page).getByRole("textbox").first().fill(sought)
  }

  it("joins a guest's account with a customer's, shows the order there, and takes it out again", async () => {
    const { page, complaints } = await arrive(guest.accountId)
    await openJoin(page, customer.email)
    await act(page).locator("[data-found]").filter({ hasText: customer.email }).first().click()
    await ready(page)
    const brought = await act(page).locator("[data-brought]").allTextContents()
    expect(brought).toHaveLength(1)
    expect(brought[0]).toContain(`#${guest.number}`)
    expect(await act(page).locator("[data-account-effect]").count()).toBe(2)
    await see(page, "[data-act]", "members-join")
    expect((await desk.read(guest.id)).account_id).toBe(guest.accountId)
    await act(page).getByRole("textbox").last().fill("The same person")
    await act(page)
      .getByRole("button", { name: /^Join with / })
      .click()
    await toast(page, /belongs to/)
      .getByRole("button", { name: "Open the account" })
      .click()
    await page.waitForURL(`**${accountPath(customer.accountId)}`)
    expect((await desk.read(guest.id)).account_id).toBe(customer.accountId)
    const member = page.locator("[data-member]")
    await member.filter({ hasText: guest.email }).waitFor()
    await page
      .locator("[data-transactions] [data-row]")
      .filter({ hasText: `#${guest.number}` })
      .first()
      .waitFor()
    await see(page, "[data-memberships]", "members")

    await member.getByRole("link", { name: guest.email }).click()
    await page.waitForURL(`**${accountPath(guest.accountId)}`)
    await page.locator("[data-member-of]").getByRole("link", { name: customer.email }).waitFor()
    // Money recorded of a member lands on the other account: it is recorded there.
    expect(await page.locator("[data-opens-payment]").count()).toBe(0)
    await see(page, "[data-memberships]", "members-belongs")
    await page.locator("[data-member-of] a").click()
    await page.waitForURL(`**${accountPath(customer.accountId)}`)

    await page.locator("[data-member] [data-take-out]").click()
    await ready(page)
    await see(page, "[data-act]", "members-take-out")
    await page.keyboard.press("Escape")
    await act(page).waitFor({ state: "detached" })
    expect(await focusIsOn(page, "[data-take-out]")).toBe(true)
    await page.keyboard.press("Enter")
    await ready(page)
    await act(page)
      .getByRole("button", { name: /^Remove / })
      .click()
    await toast(page, /no longer belongs to/).waitFor()
    await page.locator("[data-memberships]").waitFor({ state: "detached" })
    expect(await focusIsOn(page, "h1")).toBe(true)
    expect((await desk.read(guest.id)).account_id).toBe(guest.accountId)
    expect(complaints).toEqual([])
  })

  it("names a company as its first member joins, finds it for the second, and records a payment there", async () => {
    const company = `Guitars & Sons ${guest.number}`
    const { page } = await arrive(guest.accountId)
    await openJoin(page, company)
    await act(page).locator("[data-found=new]").click()
    await ready(page)
    await see(page, "[data-act]", "members-join-company")
    await act(page)
      .getByRole("button", { name: `Join with ${company}` })
      .click()
    await toast(page, /belongs to/).waitFor()

    const second = await arrive(customer.accountId)
    await openJoin(second.page, company)
    const found = act(second.page).locator("[data-found]").filter({ hasText: company })
    await found.first().waitFor()
    expect(await found.count()).toBe(1)
    await found.first().click()
    await ready(second.page)
    await act(second.page)
      .getByRole("button", { name: `Join with ${company}` })
      .click()
    await toast(second.page, /belongs to/)
      .getByRole("button", { name: "Open the account" })
      .click()
    await second.page.getByRole("heading", { name: company, level: 1 }).waitFor()
    expect(await second.page.locator("[data-member]").count()).toBe(2)
    const { account_id: accountId } = await desk.read(customer.id)
    expect((await desk.read(guest.id)).account_id).toBe(accountId)

    await second.page.locator("[data-opens-payment]").click()
    await second.page.locator("[data-amount-field]").fill("5")
    await second.page.locator("[data-record][aria-disabled=false]").click()
    await toast(second.page, /recorded/).waitFor()
  })

  it("says why an account is not joined with one that is its own already", async () => {
    await desk.join(guest.id, customer.id)
    const { page } = await arrive(customer.accountId)
    await openJoin(page, guest.email)
    await act(page).locator("[data-found]").filter({ hasText: guest.email }).first().click()
    await act(page).locator("[data-refusal=membership_circle]").waitFor()
    await see(page, "[data-act]", "members-join-refused")
  })

  it.each(LOOKS)(
    "is right for everybody in $language and $theme, $width pixels wide",
    async ({ width, ...shown }) => {
      const suffix = `${shown.language}-${shown.theme}-${width}`
      const { page } = await arrive(guest.accountId, { ...shown, width })
      await openJoin(page, "example.com")
      await act(page).locator("[data-found]").first().waitFor()
      await act(page).locator("[data-found=new]").waitFor()
      await see(page, "[data-act]", `members-join-search-${suffix}`)
      await act(page).locator("[data-found=new]").click()
      await ready(page)
      await see(page, "[data-act]", `members-join-${suffix}`)
      await desk.join(guest.id, customer.id)
      const joined = await arrive(customer.accountId, { ...shown, width })
      await joined.page.locator("[data-member]").waitFor()
      expect(await accessibilityOf(joined.page, "[data-reconciliation]")).toEqual([])
      await see(joined.page, "[data-memberships]", `members-${suffix}`)
      await joined.page.locator("[data-take-out]").click()
      await ready(joined.page)
      await see(joined.page, "[data-act]", `members-take-out-${suffix}`)
    },
  )
})

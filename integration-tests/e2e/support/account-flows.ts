import { accountPath } from "../../../src/admin/lib/paths"
import type { OrderReconciliation } from "../../../src/types/http"
import {
  EVERYWHERE,
  notWhere,
  onlyIn,
  press,
  said,
  type Flow,
  type Screen,
  type State,
  type Visitor,
} from "./flow"
import { accessibilityOf, focusIsOn } from "./widget"

/** The page of the account that the order is in. */
export const ACCOUNT: Screen = {
  asks: () => "**/admin/reconciliation/accounts/*",
  arrival: "[data-reconciliation] :is(h1, [role=alert], [data-no-right])",
  shown: "[data-reconciliation] h1",
  at: async (page, { url }, orderId) => {
    const answer = await page.request.get(`${url}/admin/reconciliation/orders/${orderId}`)
    const { order } = (await answer.json()) as { order: OrderReconciliation }
    return `${url}/app${accountPath(order.account_id)}`
  },
}

/** The list of accounts. */
const LIST: Screen = {
  asks: () => "**/admin/reconciliation/accounts?*",
  arrival: "[data-reconciliation] :is([data-row], [role=alert], [data-no-right])",
  shown: "[data-reconciliation] [data-row]",
  at: async (_, { url }) => `${url}/app/reconciliation/accounts`,
}

/** The page of the customer who placed the order. */
const CUSTOMER: Screen = {
  asks: () => "**/admin/reconciliation/accounts?customer_id=*",
  arrival: "[data-reconciliation=read] [data-figure-of], [data-reconciliation=error]",
  // The walk ends on the account's own page.
  shown: "[data-reconciliation] [data-row]",
  at: async (page, { url }, orderId) => {
    const answer = await page.request.get(`${url}/admin/reconciliation/orders/${orderId}`)
    const { order } = (await answer.json()) as { order: OrderReconciliation }
    return `${url}/app/customers/${order.customer?.id}`
  },
}

export const UNREAD = notWhere("an order that is not read has no account", ["not read"])
export const REFUSED: readonly State[] = ["loading", "error", "no right"]
/** An account looks alike whatever became of one of its orders: one of them is walked. */
export const ONE: Partial<Flow["states"]> = notWhere("its account is walked in another state", [
  "full",
  "nothing to pay",
  "planned",
  "taken back",
  "refunded",
])

/** Waits until it is read, after what held it back is let through; false where nobody may see it. */
export async function readable({ page, card, language, release }: Visitor): Promise<boolean> {
  if ((await card.root.locator("[data-no-right]").count()) > 0) return false
  await release()
  const retry = card.root.getByRole("button", { name: said(language, "errors.retry") })
  if ((await card.root.locator("[data-error]").count()) > 0) await retry.click()
  await page.locator("[data-reconciliation] [data-row]").first().waitFor({ timeout: 60_000 })
  return true
}

/** Opens an entry of a menu, as people with a mouse or only a keyboard do. */
export async function choose({ page, language, way }: Visitor, key: string): Promise<void> {
  const entry = page.getByRole("menuitem", { name: said(language, key) }).first()
  await entry.waitFor()
  if (way === "mouse") return await entry.click()
  for (let step = 0; step < 12 && !(await entry.evaluate((one) => one === document.activeElement)); step += 1)
    await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
}

/** Opens the menu of a row of some kind. */
async function openMenu({ page, way }: Visitor, kinds: readonly string[]): Promise<void> {
  const rows = kinds.map((kind) => `[data-kind=${kind}] [data-row-menu]`).join()
  const menu = page.locator(rows).first()
  if (way === "mouse") return await menu.click()
  await menu.focus()
  await page.keyboard.press("Enter")
}

/** What stands over the page is right for everybody, and goes again with Escape; what was typed only when that is meant. */
export async function lookAndLeave(
  { page, language }: Visitor,
  selector: string,
  { isTyped = false } = {},
): Promise<void> {
  const over = page.locator(selector)
  await over.waitFor()
  expect(await accessibilityOf(page, selector)).toEqual([])
  expect(await over.textContent()).not.toMatch(/reconciliation\.|\{\{/)
  await page.keyboard.press("Escape")
  if (isTyped)
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: said(language, "payment.discard.go") })
      .click()
  await over.waitFor({ state: "detached" })
}

export const ACCOUNT_FLOWS: Readonly<Record<string, Flow>> = {
  "read an account, filter it, and go from row to row": {
    shows: ["features/account", "routes/reconciliation"],
    screen: ACCOUNT,
    states: { ...EVERYWHERE, ...UNREAD },
    walk: async (visitor) => {
      const { page, card, way } = visitor
      if (!(await readable(visitor))) return
      const rows = card.root.locator("[data-row]")
      if (way === "mouse") {
        await card.root.locator("[data-transactions] fieldset button").nth(1).click()
        await page.waitForURL(/show=open/)
        await page.reload()
        await card.root.locator("[data-transactions] fieldset [aria-pressed=true]").waitFor()
        await page.goBack()
        await page.waitForURL((address) => !address.search.includes("show="))
        await rows.first().waitFor()
        return
      }
      await rows.first().locator("[data-row-main]").focus()
      if ((await rows.count()) < 2) return
      await page.keyboard.press("j")
      const second = (await rows.nth(1).getAttribute("data-row")) ?? ""
      expect(await focusIsOn(page, `[data-row="${second}"] [data-row-main]`)).toBe(true)
      await page.keyboard.press("ArrowUp")
      const first = (await rows.first().getAttribute("data-row")) ?? ""
      expect(await focusIsOn(page, `[data-row="${first}"] [data-row-main]`)).toBe(true)
    },
  },
  "see what reconciling an account would write, and leave it": {
    shows: ["features/account"],
    screen: ACCOUNT,
    states: { ...EVERYWHERE, ...UNREAD, ...notWhere("the button comes with the account", REFUSED) },
    walk: async (visitor) => {
      if (!(await readable(visitor))) return
      await press(visitor, "account.reconcile.action")
      await visitor.page.locator("[data-dialog] div[aria-busy=false]").waitFor()
      await lookAndLeave(visitor, "[data-dialog]")
    },
  },
  "look at taking a payment back, and at deleting what it pays": {
    shows: ["features/account"],
    screen: ACCOUNT,
    states: {
      ...EVERYWHERE,
      ...UNREAD,
      ...notWhere("the menu comes with the rows", REFUSED),
      "nothing to pay": { not: "no money came" },
      narrow: { not: "the menu of a row is the same in the list" },
    },
    walk: async (visitor) => {
      if (!(await readable(visitor))) return
      await openMenu(visitor, ["payment", "deposit"])
      await choose(visitor, "account.menuActs.takeBack")
      await lookAndLeave(visitor, "[data-act]")
      await openMenu(visitor, ["payment", "deposit"])
      await choose(visitor, "account.menuActs.delete")
      await visitor.page.locator("[data-dialog] div[aria-busy=false]").waitFor()
      await lookAndLeave(visitor, "[data-dialog]")
    },
  },
  "look at moving a payment to another account, at who is found, and at what would be released": {
    shows: ["features/account"],
    screen: ACCOUNT,
    states: {
      ...EVERYWHERE,
      ...UNREAD,
      ...notWhere("the menu comes with the rows", REFUSED),
      "nothing to pay": { not: "no money came" },
    },
    walk: async (visitor) => {
      if (!(await readable(visitor))) return
      const { page, language } = visitor
      await openMenu(visitor, ["payment", "deposit"])
      await choose(visitor, "money.toAccount")
      const over = page.locator("[data-act]")
      await over
        .getByRole("textbox", { name: said(language, "money.target.search") })
        .fill("no-such-customer")
      await over.locator("[data-empty=targets]").waitFor()
      await over.getByRole("textbox", { name: said(language, "money.target.search") }).fill("")
      await over.locator("[data-found=nobody]").click()
      await over.locator("[data-outcome], [data-refusal]").first().waitFor()
      await lookAndLeave(visitor, "[data-act]", { isTyped: true })
    },
  },
  "look at undoing a reversal": {
    shows: ["features/account"],
    screen: ACCOUNT,
    states: onlyIn("taken back", "there nothing was taken back"),
    walk: async (visitor) => {
      if (!(await readable(visitor))) return
      await openMenu(visitor, ["reversal"])
      await choose(visitor, "money.undo.reversal.menu")
      await visitor.page.locator("[data-dialog] :is([data-outcome], [data-refusal])").first().waitFor()
      await lookAndLeave(visitor, "[data-dialog]")
    },
  },
  "look at recording money of an unknown owner, and find where it waits": {
    shows: ["features/account", "routes/reconciliation"],
    screen: LIST,
    states: { ...EVERYWHERE, ...UNREAD, ...ONE, ...notWhere("the list comes first", REFUSED) },
    walk: async (visitor) => {
      if (!(await readable(visitor))) return
      const { page, card, language } = visitor
      await press(visitor, "money.unknown.action")
      const over = page.locator("[data-act]")
      await over.getByRole("textbox", { name: said(language, "payment.amount") }).fill("12")
      await over.locator("button[type=submit][aria-disabled=false]").waitFor()
      await lookAndLeave(visitor, "[data-act]", { isTyped: true })
      await press(visitor, "account.list.unknownShort")
      await page.waitForURL(/show=suspense/)
      await card.root.locator("[data-row], [data-empty=nothing]").first().waitFor()
    },
  },
  "open on a customer's page the drawer in which a payment is recorded": {
    shows: ["features/account", "features/record-payment", "widgets/customer-account"],
    screen: CUSTOMER,
    states: { ...EVERYWHERE, ...UNREAD, ...ONE, ...notWhere("the button comes with the account", REFUSED) },
    walk: async (visitor) => {
      const { page } = visitor
      await press(visitor, "payment.title")
      await page.locator("[data-amount-field]").waitFor()
      await lookAndLeave(visitor, "[data-record-payment]")
    },
  },
  "find an account in the list": {
    shows: ["features/account", "features/write-off-requests", "routes/reconciliation"],
    screen: LIST,
    states: { ...EVERYWHERE, ...UNREAD, ...ONE },
    walk: async (visitor) => {
      const { page, card, language } = visitor
      if (!(await readable(visitor))) return
      const field = card.root.getByRole("textbox", { name: said(language, "account.list.searchHint") })
      await field.fill("no-such-customer")
      await page.keyboard.press("Enter")
      await card.root.locator("[data-empty=nothing]").waitFor()
      await press(visitor, "account.list.showAll")
      await card.root.locator("[data-row]").first().waitFor()
      const answered = page.waitForResponse(/admin\/reconciliation\/accounts\?/)
      await press(visitor, "account.list.open")
      await page.waitForURL(/show=open/)
      // The rows of before stand until those of now are here, and take the focus with them.
      await answered
      await page.waitForTimeout(200)
      await card.root.locator("[data-row] [data-row-main]").first().focus()
      await page.keyboard.press("Enter")
      await page.waitForURL(/\/reconciliation\/accounts\/\d+/)
      await card.root.getByRole("heading", { level: 1 }).waitFor()
    },
  },
  "see on a customer's page what is owed, and open the account": {
    shows: ["features/account", "widgets/customer-account"],
    screen: CUSTOMER,
    states: { ...EVERYWHERE, ...UNREAD, ...ONE },
    walk: async ({ page, card, language, way, release }) => {
      await release()
      if ((await card.root.getByRole("button", { name: said(language, "errors.retry") }).count()) > 0)
        await card.root.getByRole("button", { name: said(language, "errors.retry") }).click()
      else if ((await card.root.getAttribute("data-reconciliation")) === "error") return
      const link = card.root.getByRole("link", { name: said(language, "account.card.link") })
      await link.waitFor({ timeout: 60_000 })
      if (way === "mouse") await link.click()
      else {
        await link.focus()
        await page.keyboard.press("Enter")
      }
      await page.waitForURL(/\/reconciliation\/accounts\/\d+/)
      await page.locator("[data-transactions] [data-row]").first().waitFor()
    },
  },
}

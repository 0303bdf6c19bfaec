import { AxeBuilder } from "@axe-core/playwright"
import type { Locator, Page } from "playwright-core"

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

/** What a part of the page breaks of the WCAG, in words; nothing when it is right. */
export async function accessibilityOf(page: Page, selector: string): Promise<string[]> {
  await whenStill(page)
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).include(selector).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)
}

/** Waits until what fades or slides in has arrived: half transparent words have half their contrast. */
async function whenStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}

/** The reconciliation card of an order's page, read as a person reads it. */
export interface Widget {
  root: Locator
  state: Locator
  code: Locator
  /** Opened by a button that tells more. */
  panel: Locator
  line: (position: number) => Locator
  footer: (row: "total" | "unallocated") => Locator
}

const rowsOf = (root: Locator) => root.locator("tbody tr[data-row]")

export function cardOn(page: Page): Widget {
  const root = page.locator("[data-reconciliation]")
  return {
    root,
    state: root.locator("[data-state]"),
    code: root.locator("[data-code]"),
    panel: page.locator("[data-reconciliation-panel]"),
    line: (position) => rowsOf(root).nth(position - 1),
    footer: (row) => root.locator(`tfoot tr[data-row=${row}]`),
  }
}

export async function openOrder(page: Page, url: string, orderId: string): Promise<Widget> {
  await page.goto(`${url}/app/orders/${orderId}`)
  const widget = cardOn(page)
  await widget.root.locator("table, [role=alert], [data-empty]").first().waitFor({ timeout: 60_000 })
  return widget
}

/** The amounts of a row, without what only screen readers hear; "" where the place is blank. */
export async function amountsOf(row: Locator): Promise<string[]> {
  const texts = await row.locator("td").allTextContents()
  return texts.map((text) => (text.split(", ")[0] ?? "").trim())
}

/** Presses Tab until the focus is on one of the matrix's amounts or columns. */
export async function tabIntoMatrix(page: Page, widget: Widget): Promise<void> {
  await widget.root.getByRole("button", { name: "Reconcile now" }).focus()
  for (let presses = 0; presses < 5; presses += 1) {
    await page.keyboard.press("Tab")
    if (await focusIsOn(page, "[data-reconciliation] table button")) return
  }
  throw new Error("Five presses of Tab after “Reconcile now” did not reach the matrix.")
}

export async function focusIsOn(page: Page, selector: string): Promise<boolean> {
  return await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
}

/** The lines that the host's own page lists, from top to bottom, of products with these titles. */
export async function titlesOnPage(page: Page, titles: readonly string[]): Promise<string[]> {
  const summary = page
    .getByRole("heading", { name: "Summary", exact: true })
    .locator("xpath=ancestor::div[contains(@class, 'divide-y')][1]")
  await summary.getByText(titles[0] ?? "", { exact: true }).waitFor()
  const texts = await summary.locator("p").allTextContents()
  return texts.filter((text) => titles.includes(text))
}

/** The lines that the card lists, from top to bottom. */
export async function titlesInCard({ root }: Widget, titles: readonly string[]): Promise<string[]> {
  const heads = await rowsOf(root).locator("th").allTextContents()
  return heads.flatMap((head) => titles.find((title) => head.startsWith(title)) ?? [])
}

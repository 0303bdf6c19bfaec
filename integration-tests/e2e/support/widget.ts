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

/** What the card shows: still reading, an order, one that is not read yet, or why there is none. */
export type CardState = "loading" | "read" | "unread" | "error"

/** The reconciliation card of an order's page, read as a person reads it. */
export interface Widget {
  root: Locator
  state: Locator
  code: Locator
  /** The bar's words: "Paid 100.00". */
  parts: Locator
  /** What to do next; its kind in data-step. */
  step: Locator
  /** Opened by a button that tells more. */
  panel: Locator
  link: Locator
  /** Waits until the card shows one of these. */
  shows: (...states: CardState[]) => Promise<void>
}

export function cardOn(page: Page): Widget {
  const root = page.locator("[data-reconciliation]")
  return {
    root,
    state: root.locator("[data-state]"),
    code: root.locator("[data-code]"),
    parts: root.locator("[data-bar-part]"),
    step: root.locator("[data-step]"),
    panel: page.locator("[data-reconciliation-panel]"),
    link: root.locator("a[href*='/reconciliation/orders/']").last(),
    shows: async (...states) =>
      await page
        .locator(states.map((state) => `[data-reconciliation=${state}]`).join())
        .waitFor({ timeout: 60_000 }),
  }
}

export async function openOrder(page: Page, url: string, orderId: string): Promise<Widget> {
  await page.goto(`${url}/app/orders/${orderId}`)
  const widget = cardOn(page)
  await widget.shows("read", "unread", "error")
  return widget
}

const hasFocus = async (page: Page, selector: string): Promise<boolean> =>
  await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)

/** Whether the focus is there, or gets there within five seconds: what takes it may be loaded first. */
export async function focusIsOn(page: Page, selector: string): Promise<boolean> {
  const until = Date.now() + 5_000
  while (!(await hasFocus(page, selector))) {
    if (Date.now() > until) return false
    await page.waitForTimeout(50)
  }
  return true
}

/** Presses Tab until the focus is on what it looks for. */
export async function tabTo(page: Page, selector: string, presses = 20): Promise<void> {
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press("Tab")
    if (await hasFocus(page, selector)) return
  }
  throw new Error(`${presses} presses of Tab did not reach ${selector}.`)
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

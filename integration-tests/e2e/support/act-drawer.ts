import type { Locator, Page } from "playwright-core"
import { bareClassesIn } from "./gallery"
import { accessibilityOf } from "./widget"

/** Acts of an order's page, by their place in its menu. */
const ACTS = { refund: 0, plan: 1, terms: 2, writeOff: 3 } as const

export const drawer = (page: Page): Locator => page.locator("[data-act]")
export const send = (page: Page): Locator => drawer(page).locator("button[type=submit]")
export async function ready(page: Page): Promise<void> {
  await drawer(page).locator("button[type=submit][aria-disabled=false]").waitFor()
}
/** Opens a drawer by keyboard alone, from the page's menu. */
export async function begin(page: Page, act: keyof typeof ACTS): Promise<void> {
  await page.locator("[data-page-menu]").focus()
  await page.keyboard.press("Enter")
  await page.getByRole("menuitem").first().waitFor()
  await page.getByRole("menuitem").nth(ACTS[act]).click()
  await drawer(page).waitFor()
}
export const focused = async (page: Page): Promise<string> =>
  await page.evaluate(() => {
    const { activeElement: on } = document
    return on?.hasAttribute("data-first-field") ? "first" : (on?.tagName.toLowerCase() ?? "")
  })
/** What stands in the drawer is right for everybody, and fits. */
export async function isRight(page: Page): Promise<void> {
  expect(await accessibilityOf(page, "[data-act]")).toEqual([])
  expect(await bareClassesIn(page, "[data-act] *")).toEqual([])
  expect(await drawer(page).textContent()).not.toMatch(/reconciliation\.|\{\{/)
  const tooWide = await drawer(page).evaluate((shown) => shown.scrollWidth - shown.clientWidth)
  expect(tooWide).toBeLessThanOrEqual(0)
}

/** Closes what was typed in, which is asked about. */
export async function discard(page: Page): Promise<void> {
  const prompt = page.getByRole("alertdialog")
  await page.keyboard.press("Escape")
  await prompt.waitFor()
  expect(await drawer(page).count()).toBe(1)
  await prompt.getByRole("button").last().click()
  await drawer(page).waitFor({ state: "detached" })
}

import type { Page } from "playwright-core"
import { photograph } from "./admin"
import { bareClassesIn } from "./gallery"
import { accessibilityOf } from "./widget"

/** A part of the page, or what stands over it: no fault, no bare class, nothing without words, nothing too wide. */
export async function see(page: Page, selector: string, name: string): Promise<void> {
  expect(await accessibilityOf(page, selector)).toEqual([])
  expect(await bareClassesIn(page, `${selector} *`)).toEqual([])
  const shown = page.locator(selector)
  expect(await shown.textContent()).not.toMatch(/reconciliation\.|\{\{/)
  expect(await shown.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0)
  await photograph(page, name)
}

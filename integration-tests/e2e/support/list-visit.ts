import type { Browser } from "playwright-core"
import { visit, type logIn, type Look, type Visit } from "./admin"

/** What a store in which nothing needs a person counts, by what would. */
export const NOTHING = { to_place: 0, overdue: 0, taken_back: 0, contradictions: 0, owed: 0, not_due: 0 }

/** Opens a list of the admin and waits for what it lists. */
export async function arriveAtList(
  browser: Browser,
  session: Awaited<ReturnType<typeof logIn>>,
  {
    path,
    width = 1440,
    ...where
  }: Look & { readonly url: string; readonly path: string; readonly width?: number },
): Promise<Visit> {
  const arrived = await visit(browser, session, where)
  const { page } = arrived
  await page.setViewportSize({ width, height: 900 })
  await page.goto(`${where.url}/app${path}`)
  await page.locator("[data-list] [data-row], [data-list] [data-empty]").first().waitFor()
  return arrived
}

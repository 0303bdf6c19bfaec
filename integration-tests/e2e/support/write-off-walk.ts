import type { Page } from "playwright-core"
import { begin, discard, drawer, focused, isRight, ready, send } from "./act-drawer"
import type { Desk } from "./desk"

/** Above 5.00 USD a second person decides. */
export const WRITE_OFF = {
  accounts: { loss: "6580" },
  limits: {},
  approvalAbove: { usd: "5.00" },
  hostCreditLine: false,
  automatic: false,
}

/** On the page of an unpaid order. */
export async function writeOffOneItem(page: Page, desk: Desk, orderId: string): Promise<void> {
  const { rows } = await desk.read(orderId)
  const [, second = rows[0]] = rows
  await begin(page, "writeOff")
  await drawer(page)
    .getByLabel("Item")
    .selectOption(second?.key ?? "")
  await drawer(page).locator("[data-approval=needed]").waitFor()
  await page.locator("[data-will=now]").waitFor()
  expect(await focused(page)).toBe("select")
  expect(await drawer(page).getByLabel("Amount in USD").inputValue()).toBe(second?.open)
  expect(await drawer(page).textContent()).toMatch(/Above your limit of 5\.00\sUSD/)
  expect(await page.locator("[data-will]").textContent()).toMatch(
    /GL account 6580.*None.*Full.*no credit line/,
  )
  expect(await send(page).textContent()).toBe("Ask for approval")
  await isRight(page)
  await drawer(page).getByLabel("Amount in USD").fill("2.75")
  await drawer(page).locator("[data-approval=none]").waitFor()
  await drawer(page).getByRole("button", { name: "Bank charges" }).click()
  await discard(page)

  await begin(page, "writeOff")
  await drawer(page)
    .getByLabel("Item")
    .selectOption(second?.key ?? "")
  await drawer(page).getByLabel("Amount in USD").fill("2.75")
  await drawer(page).getByLabel("Why").fill("Parcel came a week late")
  await ready(page)
  expect(await send(page).textContent()).toBe("Write off 2.75")
  await isRight(page)
  await send(page).click()
  await drawer(page).waitFor({ state: "detached" })
  const after = (await desk.read(orderId)).rows
  expect(after.map((row, place) => Number(rows[place]?.open) - Number(row.open))).toEqual(
    rows.map(({ key }) => (key === second?.key ? expect.closeTo(2.75) : 0)),
  )
}

/** The same; the answer of what is sent breaks off once. */
export async function askForApproval(page: Page): Promise<void> {
  await begin(page, "writeOff")
  await drawer(page).getByLabel("Amount in USD").fill("12.75")
  await drawer(page).getByLabel("Why").fill("Goodwill")
  await ready(page)
  const keys: (string | null)[] = []
  await page.route("**/write-offs", async (route) => {
    keys.push(await route.request().headerValue("idempotency-key"))
    // The first was done, and its answer broke off.
    if (keys.length > 1) return await route.continue()
    await route.fetch()
    await route.fulfill({ status: 200, contentType: "application/json", body: '{ "write_off": nul' })
  })
  await send(page).click()
  const refusal = drawer(page).locator("[data-refusal=network]")
  await refusal.getByText("No answer came: it may have been done").waitFor()
  await drawer(page).getByLabel("Why").fill("Something else")
  await refusal.getByRole("button", { name: "Try again" }).click()
  await drawer(page).waitFor({ state: "detached" })
  expect(keys[1]).toBe(keys[0])
  const requests = page.locator("[data-requests] [data-request]")
  await requests.first().waitFor()
  expect(await requests.count()).toBe(1)
  expect(await requests.textContent()).toMatch(/12\.75.*Goodwill/)
}

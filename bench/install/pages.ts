import { existsSync } from "node:fs"
import { chromium, type Browser, type Page } from "playwright-core"
import { LOGIN } from "./shop"

const PATIENCE_MS = 60_000
const SETTLING_MS = 1_500

/** A page of the host's admin and what a person sees on it when all is well. */
interface Sight {
  readonly path: string
  readonly shows: (page: Page) => Promise<string[]>
}

async function openBrowser(): Promise<Browser> {
  const known = [process.env["PLAYWRIGHT_CHROMIUM"] ?? "", "/usr/bin/chromium", "/usr/bin/google-chrome"]
  const executablePath = known.find((file) => file !== "" && existsSync(file))
  if (executablePath === undefined) throw new Error("this proof needs Chromium: apt-get install -y chromium")
  return await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] })
}

/** Logs in through the form and looks at each page; what is wrong, page by page. */
export async function wrongOnPages(address: string, orderIds: readonly string[]): Promise<string[]> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: "en-GB" })
    const complaints: string[] = []
    page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`))
    page.on("console", (message) => {
      // the host asks the internet for a picture, which a machine without one tells
      if (message.type() === "error" && !message.text().includes("ERR_NAME_NOT_RESOLVED"))
        complaints.push(`console: ${message.text().split("\n")[0] ?? ""}`)
    })
    await logIn(page, address)
    // Before the login its own request is refused, which the console tells.
    complaints.length = 0
    const wrong: string[] = []
    for (const sight of sights(orderIds)) {
      // oxlint-disable-next-line no-await-in-loop -- one window, as a person has
      const missing = await look(page, address, sight)
      wrong.push(...[...missing, ...complaints.splice(0)].map((one) => `${sight.path}: ${one}`))
    }
    return wrong
  } finally {
    await browser.close()
  }
}

async function logIn(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/app/login`)
  await page.fill("input[name=email]", LOGIN.email)
  await page.fill("input[name=password]", LOGIN.password)
  await page.click("button[type=submit]")
  await page.waitForURL(({ pathname }) => !pathname.endsWith("/login"), { timeout: PATIENCE_MS })
}

async function look(page: Page, address: string, { path, shows }: Sight): Promise<string[]> {
  await page.goto(`${address}/app${path}`)
  const missing = await shows(page)
  // An error boundary may take the place of what was drawn first.
  await page.waitForTimeout(SETTLING_MS)
  const text = await page.locator("body").innerText()
  const boundary = /An error occurred|Unexpected error|Something went wrong|Application Error/i.exec(text)
  return boundary ? [...missing, `an error boundary: ${text.slice(0, 200)}`] : missing
}

const sights = (orderIds: readonly string[]): Sight[] => [
  { path: "/orders", shows: heading("Orders") },
  ...orderIds.map((id) => ({ path: `/orders/${id}`, shows: card })),
  { path: "/draft-orders", shows: heading("Draft Orders") },
  { path: "/draft-orders/create", shows: heading("Create Draft Order") },
]

const heading = (name: string) => async (page: Page) =>
  await page
    .getByRole("heading", { name, exact: true })
    .first()
    .waitFor({ timeout: PATIENCE_MS })
    .then(
      () => [],
      () => [`no heading "${name}"`],
    )

/** The card of an order of 75.00 and 50.00 that is wholly paid. */
async function card(page: Page): Promise<string[]> {
  const root = page.locator("[data-reconciliation]")
  const drawn = await root
    .locator("tfoot tr[data-row=total]")
    .waitFor({ timeout: PATIENCE_MS })
    .then(
      () => true,
      () => false,
    )
  if (!drawn) return ["no card with a matrix"]
  const state = await root.locator("[data-state]").first().textContent()
  const text = (await root.locator("table").innerText()).replace(/\s+/g, " ")
  const unpaid = await root.locator("tbody [data-open=rest]").count()
  return [
    ...(state === "Fully reconciled" ? [] : [`the card says "${state}"`]),
    ...["75.00", "50.00", "125.00"]
      .filter((sum) => !text.includes(sum))
      .map((sum) => `no ${sum} in: ${text}`),
    ...(unpaid === 0 ? [] : [`${unpaid} rows are shown as unpaid`]),
  ]
}

import { existsSync, mkdirSync } from "node:fs"
import path from "node:path"
import { chromium, type Browser, type Locator, type Page } from "playwright-core"
import { DRAFT_EMAIL, LOGIN } from "./shop"

const PATIENCE_MS = 60_000
const SETTLING_MS = 1_500
/** What was on the screen when something was wrong. */
const pictures = path.resolve(__dirname, "..", "..", ".cache", "install", "seen")
/** The list of orders draws the flag of a country from here, and a machine may have no internet. */
const FLAGS = "https://cdn.jsdelivr.net/gh/lipis/flag-icons/**"
const FLAG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>`

/** A page of the host's admin and what a person sees on it when all is well. */
interface Sight {
  readonly place: string
  readonly shows: (page: Page) => Promise<string[]>
}

async function openBrowser(): Promise<Browser> {
  const known = [process.env["PLAYWRIGHT_CHROMIUM"] ?? "", "/usr/bin/chromium", "/usr/bin/google-chrome"]
  const executablePath = known.find((file) => file !== "" && existsSync(file))
  if (executablePath === undefined) throw new Error("this proof needs Chromium: apt-get install -y chromium")
  return await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] })
}

/** The ids of what the store holds. */
export interface Held {
  readonly orders: readonly string[]
  readonly draft: string
}

/** Logs in through the form and looks at each page; what is wrong, page by page. */
export async function wrongOnPages(address: string, held: Held): Promise<string[]> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: "en-GB" })
    const complaints: string[] = []
    page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`))
    page.on("console", (message) => {
      if (message.type() === "error")
        complaints.push(`console: ${message.text().split("\n")[0] ?? ""} (${message.location().url})`)
    })
    await page.route(
      FLAGS,
      async (route) => await route.fulfill({ contentType: "image/svg+xml", body: FLAG }),
    )
    await logIn(page, address)
    // Before the login its own request is refused, which the console tells.
    complaints.length = 0
    const wrong: string[] = []
    for (const sight of sights(held)) {
      // oxlint-disable-next-line no-await-in-loop -- one window, as a person has
      const found = [...(await look(page, address, sight)), ...complaints.splice(0)]
      wrong.push(...found.map((one) => `${sight.place}: ${one}`))
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (found.length > 0) await picture(page, sight.place)
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

async function look(page: Page, address: string, { place, shows }: Sight): Promise<string[]> {
  await page.goto(`${address}/app${place}`)
  const missing = await shows(page)
  // An error boundary may take the place of what was drawn first.
  await page.waitForTimeout(SETTLING_MS)
  const text = await page.locator("body").innerText()
  const boundary = /An error occurred|Unexpected error|Something went wrong|Application Error/i.exec(text)
  return boundary ? [...missing, `an error boundary: ${text.slice(0, 200)}`] : missing
}

async function picture(page: Page, place: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: path.join(pictures, `${place.slice(1).replaceAll("/", "_")}.png`) })
}

const sights = ({ orders, draft }: Held): Sight[] => [
  { place: "/orders", shows: heading("Orders") },
  ...orders.map((id) => ({ place: `/orders/${id}`, shows: card })),
  ...orders.slice(0, 1).flatMap((id) => [
    { place: `/reconciliation/orders/${id}`, shows: desk },
    { place: `/orders/${id}`, shows: thereAndBack(id) },
  ]),
  { place: "/draft-orders", shows: all(heading("Draft Orders"), text(DRAFT_EMAIL)) },
  { place: `/draft-orders/${draft}`, shows: all(heading("Summary"), text("Lamp"), text(DRAFT_EMAIL)) },
  { place: "/draft-orders/create", shows: heading("Create Draft Order") },
]

type Shows = Sight["shows"]

const all =
  (...shown: readonly Shows[]): Shows =>
  async (page) =>
    (await Promise.all(shown.map(async (one) => await one(page)))).flat()

const heading =
  (name: string): Shows =>
  async (page) =>
    await seen(page.getByRole("heading", { name, exact: true }), `heading "${name}"`)

const text =
  (words: string): Shows =>
  async (page) =>
    await seen(page.getByText(words, { exact: true }), `"${words}"`)

const seen = async (what: Locator, name: string): Promise<string[]> =>
  await what
    .first()
    .waitFor({ timeout: PATIENCE_MS })
    .then(
      () => [],
      () => [`no ${name}`],
    )

/** The card of an order of 75.00 and 50.00 that is wholly paid. */
async function card(page: Page): Promise<string[]> {
  const root = page.locator("[data-reconciliation]")
  const drawn = await root
    .locator("[data-bar-part=paid]")
    .waitFor({ timeout: PATIENCE_MS })
    .then(
      () => true,
      () => false,
    )
  if (!drawn) return ["no card with a bar"]
  const state = await root.locator("[data-state]").first().textContent()
  const parts = await root.locator("[data-bar-part]").allTextContents()
  return [
    ...(state === "Fully reconciled" ? [] : [`the card says "${state}"`]),
    ...(parts.join() === "Paid 125.00" ? [] : [`its bar says "${parts.join()}"`]),
  ]
}

/** The order's own page, with a grid of what its payment pays. */
async function desk(page: Page): Promise<string[]> {
  const root = page.locator("[data-reconciliation]")
  return [
    ...(await seen(root.getByRole("heading", { level: 1 }), "heading of the order's page")),
    ...(await seen(page.locator("[role=grid] tbody td[aria-readonly=false]"), "cell that can be changed")),
  ]
}

/**
 * From the card to the order's page, where an amount is changed and not saved, and back by a link. With a second router
 * on the page neither link leads anywhere within it, and nobody is asked before leaving.
 */
const thereAndBack =
  (id: string): Shows =>
  async (page) => {
    const link = page.locator(`[data-reconciliation] a[href*="/reconciliation/orders/${id}"]`).last()
    const linked = await seen(link, "link to the order's page")
    if (linked.length > 0) return linked
    await page.evaluate("window.stillHere = true")
    await link.click()
    const shown = await desk(page)
    if (shown.length > 0) return shown
    await page.locator("[role=grid] tbody td[aria-readonly=false]").first().click()
    await page.keyboard.type("1.00")
    await page.keyboard.press("Enter")
    const changed = await seen(page.locator("[data-save-bar]"), "bar with an unsaved change")
    await page.locator("[data-reconciliation] h1 a").click()
    const asked = await seen(
      page.getByText("Leave without saving?", { exact: true }),
      "question before leaving",
    )
    if (asked.length > 0) return [...changed, ...asked]
    await page.getByRole("button", { name: "Leave without saving", exact: true }).click()
    const back = await seen(page.locator("[data-reconciliation] [data-bar-part=paid]"), "card after leaving")
    const stayed = (await page.evaluate("window.stillHere")) === true
    return [...changed, ...back, ...(stayed ? [] : ["a link that loaded the whole admin anew"])]
  }

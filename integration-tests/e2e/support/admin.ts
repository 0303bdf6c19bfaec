import { existsSync } from "node:fs"
import path from "node:path"
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core"

/** The running admin that the specs walk; whoever starts it sets these. */
export interface Target {
  /** Origin of the host, for example http://localhost:9000; the admin is below /app. */
  url: string
  email: string
  password: string
  /** Items 75, 75, 20 with 100 paid. */
  partialOrderId: string
  fullOrderId: string
  cancelledOrderId: string
  /** Paid in part, the rest in instalments. */
  plannedOrderId: string
  /** Charged back after it was paid. */
  reversedOrderId: string
  /** One of its items was refunded. */
  refundedOrderId: string
}

export function target(): Target {
  return {
    url: needed("E2E_ADMIN_URL").replace(/\/(app\/?)?$/, ""),
    email: needed("E2E_EMAIL"),
    password: needed("E2E_PASSWORD"),
    partialOrderId: needed("E2E_ORDER_ID"),
    fullOrderId: needed("E2E_FULL_ORDER_ID"),
    cancelledOrderId: needed("E2E_CANCELLED_ORDER_ID"),
    plannedOrderId: needed("E2E_PLANNED_ORDER_ID"),
    reversedOrderId: needed("E2E_REVERSED_ORDER_ID"),
    refundedOrderId: needed("E2E_REFUNDED_ORDER_ID"),
  }
}

function needed(name: string): string {
  const value = process.env[name]
  if (!value) {
    throw new Error(`${name} is not set: start the e2e suite with a running admin, its login and two orders.`)
  }
  return value
}

/** A missing browser is an error, never a skip. */
export async function launch(): Promise<Browser> {
  const executablePath = process.env["PLAYWRIGHT_CHROMIUM"] || "/usr/bin/chromium"
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no browser at ${executablePath}. Install it with:\n  apt-get install -y chromium`,
    )
  }
  return await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  })
}

export type Session = Awaited<ReturnType<BrowserContext["storageState"]>>

/** Logs in through the form, as a person does. */
export async function logIn(browser: Browser, { url, email, password }: Target): Promise<Session> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${url}/app/login`)
  await page.fill("input[name=email]", email)
  await page.fill("input[name=password]", password)
  await page.click("button[type=submit]")
  await page.waitForURL((address) => !address.pathname.endsWith("/login"), { timeout: 60_000 })
  const session = await context.storageState()
  await context.close()
  return session
}

export interface Look {
  language: "en" | "fr"
  theme: "light" | "dark"
}

export interface Visit {
  page: Page
  /** What the page complained of: uncaught errors and messages on the console. */
  complaints: string[]
  close: () => Promise<void>
}

/** A new window of the logged-in admin, in a language and theme that it keeps where the host keeps them. */
export async function visit(
  browser: Browser,
  session: Session,
  { url, language, theme }: Look & { url: string },
): Promise<Visit> {
  const context = await browser.newContext({
    storageState: session,
    viewport: { width: 1440, height: 1000 },
    reducedMotion: "reduce",
  })
  await context.addCookies([{ name: "lng", value: language, url }])
  await context.addInitScript(
    ([lng, look]) => {
      localStorage.setItem("lng", lng)
      localStorage.setItem("medusa_admin_theme", look)
    },
    [language, theme] as const,
  )
  const page = await context.newPage()
  const complaints: string[] = []
  page.on("pageerror", (error) => complaints.push(error.stack ?? error.message))
  page.on("console", (message) => {
    if (message.type() === "error") {
      complaints.push(`${message.text()} (${message.location().url})`)
    }
  })
  return { page, complaints, close: () => context.close() }
}

/** Keeps a picture for the documentation when E2E_SCREENS names a folder. */
export async function photograph(
  shown: { screenshot: (options: { path: string }) => Promise<unknown> },
  name: string,
): Promise<void> {
  const folder = process.env["E2E_SCREENS"]
  if (folder) {
    await shown.screenshot({ path: path.join(folder, `${name}.png`) })
  }
}

import { execFile } from "node:child_process"
import { readFileSync } from "node:fs"
import path from "node:path"
import { promisify } from "node:util"
import type { Page } from "playwright-core"

const root = path.resolve(__dirname, "../../..")
const folder = path.join(root, ".cache", "gallery")

/** Bundles the page on which every part of the admin stands in each of its states; gives its script. */
export async function buildGallery(): Promise<string> {
  const builder = path.join(root, "integration-tests/e2e/gallery/build.mjs")
  await promisify(execFile)(process.execPath, [builder, folder], { cwd: root })
  return readFileSync(path.join(folder, "gallery.mjs"), "utf8")
}

/** Classes worn there that neither the host's stylesheet nor the plugin's own has. */
export async function bareClassesIn(page: Page, selector: string): Promise<string[]> {
  const bare = await page.evaluate((wanted) => {
    const rules = Array.from(document.styleSheets)
      .flatMap((sheet) => Array.from(sheet.cssRules, (rule) => rule.cssText))
      .join("")
    const worn = new Set(
      Array.from(document.querySelectorAll(wanted)).flatMap((one) => Array.from(one.classList)),
    )
    return Array.from(worn).filter((name) => !rules.includes(`.${CSS.escape(name)}`))
  }, selector)
  // The host's own buttons name gradients that its stylesheet has under other selectors; its own field misspells one.
  return bare.filter((name) => !name.endsWith("-gradient") && !name.startsWith("[&::--webkit"))
}

/** Opens it on the store's own origin, in the stylesheet that the store's admin is served with. */
export async function openGallery(
  page: Page,
  {
    url,
    script,
    language,
    theme,
    shows = "parts",
    of = "",
  }: {
    url: string
    script: string
    language: string
    theme: string
    shows?:
      "parts" | "accounts" | "lists" | "instalments" | "runs" | "settings" | "audit" | "checks" | "set-up"
    /** Of lists, of planned payments and of runs, in which state. */
    of?: string
  },
): Promise<void> {
  const admin = await (await fetch(`${url}/app/`)).text()
  const styles = [...admin.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(([link]) => link).join("")
  if (styles === "") throw new Error("The admin is served without a stylesheet.")
  await page.route(`${url}/gallery.js`, (route) =>
    route.fulfill({ body: script, contentType: "text/javascript" }),
  )
  await page.route(`${url}/gallery?*`, (route) =>
    route.fulfill({
      body: `<!doctype html><html><head><title>Parts</title>${styles}</head><body><script type="module" src="/gallery.js"></script></body></html>`,
      contentType: "text/html",
    }),
  )
  // Sentences count the days until now.
  await page.clock.setFixedTime(new Date("2026-11-27T10:00:00Z"))
  await page.goto(`${url}/gallery?lang=${language}&theme=${theme}&shows=${shows}&of=${of}`)
  // A thousand rows are long in the making on a machine that makes others beside them; nothing is timed here.
  await page.locator("[data-gallery]").waitFor({ timeout: 120_000 })
  // Another font is wider: until the host's has come, sentences take lines more.
  await page.evaluate(async () => {
    document.body.getBoundingClientRect()
    await document.fonts.ready
  })
}

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

/** Opens it on the store's own origin, in the stylesheet that the store's admin is served with. */
export async function openGallery(
  page: Page,
  { url, script, language, theme }: { url: string; script: string; language: string; theme: string },
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
  await page.goto(`${url}/gallery?lang=${language}&theme=${theme}`)
  await page.locator("[data-gallery]").waitFor()
}

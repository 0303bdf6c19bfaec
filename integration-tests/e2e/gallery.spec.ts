import type { Browser, Locator } from "playwright-core"
import { launch, photograph, target, visit, type Look, type Visit } from "./support/admin"
import { bareClassesIn, buildGallery, openGallery } from "./support/gallery"
import { accessibilityOf } from "./support/widget"

const LOOKS: Look[] = [
  { language: "en", theme: "light" },
  { language: "en", theme: "dark" },
  { language: "fr", theme: "light" },
  { language: "fr", theme: "dark" },
]
const WIDTHS = [1440, 390]
/** Of a card whose next step takes two lines. */
const CARD_HEIGHT = 259
const PARTS = [
  "amount",
  "date",
  "state",
  "code",
  "matching code",
  "explanation",
  "effects",
  "empty",
  "error",
  "no right",
  "conflict",
  "leaving guard",
  "shortcuts",
  "order card",
  "payment plan",
  "page loading",
  "progress",
  "history",
  "history states",
  "history drawer",
  "why",
]

describe("the parts that every page of the admin is made of", () => {
  const { url } = target()
  let browser: Browser
  let script = ""
  const open: Visit[] = []

  beforeAll(async () => {
    browser = await launch()
    script = await buildGallery()
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map(async ({ close }) => await close()))
  })
  afterAll(async () => {
    await browser?.close()
  })

  const arrive = async (look: Look, width = 1440): Promise<Visit> => {
    const arrived = await visit(browser, { cookies: [], origins: [] }, { url, ...look })
    open.push(arrived)
    await arrived.page.setViewportSize({ width, height: 1000 })
    await openGallery(arrived.page, { url, script, ...look })
    return arrived
  }

  it.each(LOOKS.flatMap((look) => WIDTHS.map((width) => ({ ...look, width }))))(
    "are right for everybody in $language and $theme, $width pixels wide",
    async ({ width, ...look }) => {
      const { page, complaints } = await arrive(look, width)
      const parts = await page
        .locator("[data-part]")
        .evaluateAll((all) => all.map((one) => one.getAttribute("data-part")))
      expect(parts).toEqual(PARTS)
      expect(await accessibilityOf(page, "[data-gallery]")).toEqual([])
      // Long words break or scroll inside their part; the page itself never scrolls sideways.
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0)
      expect(await page.locator("[data-gallery]").textContent()).not.toMatch(/reconciliation\.|\{\{/)
      expect(complaints).toEqual([])
      await photograph(page.locator("[data-gallery]"), `parts-${look.language}-${look.theme}-${width}`)
    },
  )

  it("wear only classes that the host's stylesheet or the plugin's own has", async () => {
    const { page } = await arrive({ language: "en", theme: "light" })
    expect(await bareClassesIn(page, "[data-gallery] *")).toEqual([])
  })

  it("open the list of shortcuts by ?, keep the focus in it, and give it back", async () => {
    const { page } = await arrive({ language: "en", theme: "light" })
    const retry = page.getByRole("button", { name: "Try again" }).first()
    await retry.focus()
    await page.keyboard.press("?")
    const dialog = page.getByRole("dialog")
    await dialog.getByText("Edit the amount").waitFor()
    expect(await accessibilityOf(page, "[role=dialog]")).toEqual([])
    await page.keyboard.press("Escape")
    await dialog.waitFor({ state: "hidden" })
    expect(await retry.evaluate((button) => button === document.activeElement)).toBe(true)
  })

  it("say to the keyboard and to a screen reader which right a button lacks, and do nothing", async () => {
    const { page } = await arrive({ language: "fr", theme: "light" })
    const button = page.locator("[data-part='no right'] [data-needs=manage]")
    await button.focus()
    expect(await button.getAttribute("aria-disabled")).toBe("true")
    const description = await button.getAttribute("aria-describedby")
    expect(await page.locator(`[id="${description}"]`).first().textContent()).toBe(
      "Demande le droit « gérer ». Un administrateur de la boutique peut vous le donner.",
    )
    await page.keyboard.press("Enter")
    expect(await page.locator("[data-gallery]").isVisible()).toBe(true)
  })

  it("ask before unsaved changes are left, and let go when told so", async () => {
    const { page } = await arrive({ language: "en", theme: "light" })
    await page.getByRole("button", { name: "Change two amounts" }).click()
    await page.getByRole("link", { name: "Orders" }).click()
    const prompt = page.getByRole("alertdialog")
    await prompt.getByText("2 changed amounts (26.95) are not saved.").waitFor()
    expect(await accessibilityOf(page, "[role=alertdialog]")).toEqual([])
    expect(await bareClassesIn(page, "[role=alertdialog] *")).toEqual([])
    await prompt.getByRole("button", { name: "Stay", exact: true }).click()
    expect(await page.locator("[data-gallery]").isVisible()).toBe(true)
    await page.getByRole("link", { name: "Orders" }).click()
    await prompt.getByRole("button", { name: "Leave without saving" }).click()
    await page.locator("[data-elsewhere]").waitFor()
  })

  it("stay and save before the page is left, and say why where that cannot be", async () => {
    const { page } = await arrive({ language: "en", theme: "light" })
    const prompt = page.getByRole("alertdialog")
    const leave = page.getByRole("link", { name: "Orders" })
    await page.getByRole("button", { name: "Put too much" }).click()
    await page.getByRole("button", { name: "Change two amounts" }).click()
    await leave.click()
    const save = prompt.getByRole("button", { name: "Stay and save" })
    expect(await save.getAttribute("aria-disabled")).toBe("true")
    await save.click({ force: true })
    await prompt.getByText("An item is below zero.").waitFor()
    expect(await accessibilityOf(page, "[role=alertdialog]")).toEqual([])
    await page.reload()
    await page.getByRole("button", { name: "Change two amounts" }).click()
    await leave.click()
    await save.waitFor()
    await page.keyboard.press("Control+s")
    await prompt.waitFor({ state: "detached" })
    // Saved: there is nothing to ask any more.
    await leave.click()
    await page.locator("[data-elsewhere]").waitFor()
  })

  it("follow a payment through the picture of a code, by keyboard and by mouse", async () => {
    const { page } = await arrive({ language: "en", theme: "light" })
    const part = page.locator("[data-part='matching code']")
    const lit = part.locator("[data-lit] path")
    const cheque = part.getByRole("button", { name: /^Cheque CHQ 7315/ }).first()
    expect(await lit.count()).toBe(0)
    await cheque.focus()
    expect(await lit.count()).toBe(5)
    await page.keyboard.press("Enter")
    expect(await cheque.getAttribute("aria-pressed")).toBe("true")
    // What is chosen stays lit while the focus goes on, so that the codes of the rest of it can be reached.
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Tab")
    expect(await lit.count()).toBe(5)
    const other = part.getByRole("link", { name: "Matching code C" })
    expect(await other.evaluate((link) => link === document.activeElement)).toBe(true)
    await photograph(part.locator("[data-picture]").first(), "matching-code")
    // Each end is as high as its bands together: a rule for another bar once made stubs of them.
    const ends = await part
      .locator(".reconciliation-flow-end")
      .evaluateAll((all) =>
        all.map((end) => [end.getBoundingClientRect().height, Number(end.getAttribute("height"))] as const),
      )
    expect(ends.length).toBeGreaterThan(5)
    expect(ends.filter(([drawn, meant]) => Math.abs(drawn - meant) > 0.5)).toEqual([])
    await part.getByRole("button", { name: /^Card/ }).hover()
    expect(await lit.count()).toBe(1)
  })

  it("say in a table what the picture shows, of which a screen reader hears only the table's", async () => {
    const { page } = await arrive({ language: "en", theme: "light" })
    const part = page.locator("[data-part='matching code']")
    const image = part.getByRole("img").first()
    expect(await image.getAttribute("aria-label")).toMatch(
      /^What shares code d: 958.85 from 4 .* 326.95 is open/,
    )
    const rowsOf = async (form: string): Promise<string[]> =>
      await part.locator(`[data-table=${form}]`).first().locator("tbody tr").allTextContents()
    const heard = await rowsOf("read")
    await part.getByRole("button", { name: "Table" }).first().click()
    await part.locator("[data-picture]").first().waitFor({ state: "detached" })
    expect(await rowsOf("wide")).toEqual(heard)
    expect(heard).toHaveLength(11)
  })

  it("decide a conflict by keyboard, and block what cannot be saved", async () => {
    const { page } = await arrive({ language: "en", theme: "light" })
    const conflict = page.locator("[data-conflict]")
    await conflict.getByRole("radio", { name: "Mine" }).focus()
    // The host's radio looks whether the key is still down when the focus has moved, which is a moment after.
    await page.keyboard.press("ArrowLeft", { delay: 200 })
    await conflict.getByText("4.20 unallocated").waitFor()
    expect(await conflict.getByRole("button", { name: "Save merged" }).getAttribute("aria-disabled")).toBe(
      "true",
    )
  })

  it("have the order's card at one height, whether it is read, nothing is to pay, or there is nothing to see", async () => {
    const { page } = await arrive({ language: "en", theme: "light" })
    const heights = await page
      .locator("[data-card]")
      .evaluateAll((cards) =>
        cards.map((card): [string, number] => [
          card.getAttribute("data-card") ?? "",
          card.querySelector("[data-reconciliation]")?.getBoundingClientRect().height ?? 0,
        ]),
      )
    const higher = heights.filter(([, height]) => height !== CARD_HEIGHT).map(([name]) => name)
    expect(heights.length).toBeGreaterThan(15)
    // Those with a line more: two rows of badges, or a contradiction told in three lines.
    expect(higher).toEqual(["partly reconciled", "error", "may not change"])
  })

  it.each([
    [
      "partly reconciled",
      "26,95 en espèces du 26 nov. ne sont sur aucun article, et il manque exactement 26,95.Les y placer",
    ],
    ["with planned payments", "Prochaine échéance : 100,00 le 27 déc., pour Violin outfit, full size."],
    ["overdue instalment", "100,00 étaient dus le 15 nov., il y a 12 jours.Voir l’échéancier"],
    [
      "charged back",
      "Le 25 nov., le payeur a repris 66,45. 2 articles sont de nouveau ouverts.Voir que faire",
    ],
    ["no decimals", "4 880 restent à payer, pour 2 articles."],
  ])("say on the card of an order %s what is next", async (name, text) => {
    const { page } = await arrive({ language: "fr", theme: "light" })
    const step = await page.locator(`[data-card="${name}"] [data-step]`).textContent()
    expect(step?.replaceAll(/\s/g, " ")).toBe(text)
  })

  it("count what is late as open in the bar, and say its figures to a screen reader", async () => {
    const { page } = await arrive({ language: "en", theme: "light" })
    const bar = page.locator("[data-card='overdue instalment']").getByRole("img")
    expect(await bar.getAttribute("aria-label")).toBe(
      "Paid 200.00, Planned 100.00, Open 100.00 of 400.00 EUR",
    )
  })

  it("list planned payments one below the other where there is no room for a table", async () => {
    const { page } = await arrive({ language: "en", theme: "light" }, 390)
    const part = page.locator("[data-part='payment plan']")
    const [table, list] = [part.locator("table tbody tr"), part.locator("[data-instalment-list]")]
    const listed = list.locator("li[data-instalment]")
    const shown = async (rows: Locator): Promise<(string | null)[]> =>
      await rows.evaluateAll((all) => all.map((one) => one.getAttribute("data-instalment")))
    expect(await shown(listed)).toEqual(await shown(table))
    expect(await listed.count()).toBeGreaterThan(0)
    expect(
      await list.evaluate((one) => {
        const { right } = one.getBoundingClientRect()
        return Array.from(one.querySelectorAll("*")).filter(
          (inner) => inner.getBoundingClientRect().right > right,
        ).length
      }),
    ).toBe(0)
  })

  it("tell how far long work has come", async () => {
    const { page } = await arrive({ language: "en", theme: "light" })
    const bar = page.getByRole("progressbar", { name: "Reconciling all accounts" })
    expect(await bar.getAttribute("aria-valuetext")).toBe("263 of 412 accounts")
    expect(await page.locator("[data-part=progress] output").textContent()).toBe(
      "Reconciling all accounts: 60%",
    )
  })
})

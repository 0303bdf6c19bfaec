import type { Browser, Locator, Page } from "playwright-core"
import { launch, photograph, target, visit, type Look, type Visit } from "./support/admin"
import { bareClassesIn, buildGallery, openGallery } from "./support/gallery"
import { accessibilityOf } from "./support/widget"

const EN: Look = { language: "en", theme: "light" }
const LOOKS = (["en", "fr"] as const).flatMap((language) =>
  (["light", "dark"] as const).flatMap((theme) => [1440, 390].map((width) => ({ language, theme, width }))),
)
/** Of the gallery: the cheque of which a refund rests on one item, and a change that something bound rests on. */
const [CHEQUE, BOUND] = ["30", "60"]

describe("an order's history, and taking amounts back", () => {
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

  /** The gallery with one of its dialogs opened by its button. */
  const arrive = async (
    opener: string,
    { width = 1440, ...look }: Look & { width?: number } = EN,
  ): Promise<{ page: Page; dialog: Locator; button: Locator; complaints: string[] }> => {
    const arrived = await visit(browser, { cookies: [], origins: [] }, { url, ...look })
    open.push(arrived)
    const { page, complaints } = arrived
    await page.setViewportSize({ width, height: 900 })
    await openGallery(page, { url, script, ...look })
    const button = page.getByRole("button", { name: opener, exact: true })
    await button.focus()
    await page.keyboard.press("Enter")
    const dialog = page.getByRole("dialog")
    await dialog.waitFor()
    // It listens to keys from the moment at which it takes the focus, which is after it is drawn.
    await page.locator("[role=dialog]:focus-within").waitFor()
    return { page, dialog, button, complaints }
  }
  const change = (dialog: Locator, id: string): Locator => dialog.locator(`[data-change="${id}"]`)
  const act = (dialog: Locator, id: string): Locator => change(dialog, id).locator("[data-act]")
  /** What its menu offers; Enter chooses it, the mouse too. */
  const offered = (page: Page): Locator => page.getByRole("menuitem")
  const ask = async ({ page, dialog }: { page: Page; dialog: Locator }, id: string): Promise<void> => {
    await act(dialog, id).click()
    await offered(page).click()
  }
  const hasFocus = async (one: Locator): Promise<boolean> =>
    await one.evaluate((element) => element === document.activeElement)

  it.each(LOOKS)(
    "are right for everybody in $language and $theme, $width pixels wide",
    async ({ language, theme, width }) => {
      const look = { language, theme, width }
      for (const name of ["History", "Delete a cheque"]) {
        const { page, dialog, complaints } = await arrive(name, look)
        if (name === "History") await ask({ page, dialog }, CHEQUE)
        await dialog.locator("[data-order-effect]").first().waitFor()
        expect(await accessibilityOf(page, "[role=dialog]")).toEqual([])
        expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
        expect(await dialog.textContent()).not.toMatch(/reconciliation\.|\{\{/)
        expect(await bareClassesIn(page, "[role=dialog] *")).toEqual([])
        expect(complaints).toEqual([])
        await photograph(page, `${name === "History" ? "history" : "deletion"}-${language}-${theme}-${width}`)
      }
    },
  )

  it("lists changes newest first, with who and why, and marks what was undone", async () => {
    const { page, dialog } = await arrive("History")
    const entries = dialog.locator("[data-change]")
    await entries.first().waitFor()
    expect(await entries.evaluateAll((all) => all.map((one) => one.getAttribute("data-change")))).toEqual([
      "80",
      "70",
      "60",
      "50",
      "40",
      "30",
      "20",
    ])
    expect(await change(dialog, "70").textContent()).toContain("undone by Ada Ledger")
    expect(await change(dialog, "40").textContent()).toContain("Ben Carter: “called, salary on the 30th”")
    await act(dialog, "80").click()
    expect(await offered(page).allTextContents()).toEqual(["Redo…"])
    await page.keyboard.press("Escape")
    expect(await hasFocus(act(dialog, "80"))).toBe(true)
    expect(await act(dialog, "70").count()).toBe(0)
    await dialog.getByRole("button", { name: "By people 4" }).click()
    expect(await entries.count()).toBe(4)
    await dialog.getByRole("button", { name: "Show more" }).click()
    await dialog.getByRole("button", { name: "Show more" }).waitFor({ state: "hidden" })
  })

  it("asks before it undoes, what rests on it first; Escape answers no, and every focus comes back", async () => {
    const { page, dialog, button } = await arrive("History")
    await act(dialog, CHEQUE).focus()
    await page.keyboard.press("Enter")
    await offered(page).waitFor()
    await page.keyboard.press("Enter")
    await dialog.getByText("Undo this? 1 later change rests on it.").waitFor()
    expect(await hasFocus(dialog.locator("[data-ask]"))).toBe(true)
    await page.keyboard.press("Escape")
    await dialog.locator("[data-ask]").waitFor({ state: "detached" })
    expect(await hasFocus(act(dialog, CHEQUE))).toBe(true)
    await page.keyboard.press("Escape")
    await dialog.waitFor({ state: "hidden" })
    expect(await hasFocus(button)).toBe(true)
  })

  it("undoes both when told so, with the reason, and stays where it was", async () => {
    const { page, dialog } = await arrive("History")
    await ask({ page, dialog }, CHEQUE)
    await dialog.getByLabel("Reason (optional)").fill("taken twice")
    const sent = page.evaluate(
      async () =>
        await new Promise((resolve) =>
          window.addEventListener("answered", (event) => resolve((event as CustomEvent).detail), {
            once: true,
          }),
        ),
    )
    await dialog.getByRole("button", { name: "Undo both" }).click()
    expect(await sent).toEqual({
      path: "undo",
      body: { change_id: CHEQUE, version: 9, cascade: true, reason: "taken twice" },
    })
    await page.locator("[data-told]", { hasText: "Changed by 90" }).waitFor({ state: "attached" })
    await dialog.locator("[data-ask]").waitFor({ state: "detached" })
    expect(await hasFocus(act(dialog, CHEQUE))).toBe(true)
  })

  it("says why a change cannot be undone, and the way out", async () => {
    const { page, dialog } = await arrive("History")
    await ask({ page, dialog }, BOUND)
    const refusal = dialog.getByRole("alert")
    await refusal.getByText("Cancel the instalment first, then try again.").waitFor()
    expect(await dialog.getByRole("button", { name: "Undo", exact: true }).count()).toBe(0)
    await dialog.getByRole("button", { name: "Keep" }).click()
    expect(await hasFocus(act(dialog, BOUND))).toBe(true)
  })

  it.each([
    ["History of an order that moved on", "Undo both"],
    ["Delete of an order that moved on", "Delete 5 allocations (290.00)"],
  ])("%s says so, reads it again and asks anew", async (opener, name) => {
    const { page, dialog } = await arrive(opener)
    if (opener.startsWith("History")) await ask({ page, dialog }, CHEQUE)
    await dialog.getByText("This order has changed meanwhile.").waitFor()
    const yes = dialog.getByRole("button", { name })
    await yes.waitFor()
    expect(await yes.getAttribute("aria-disabled")).toBe("false")
  })

  it("shows who may only look the way that needs a right, and which, and does nothing", async () => {
    const { page, dialog } = await arrive("History, looking only")
    await act(dialog, CHEQUE).click()
    await page.keyboard.press("Enter")
    expect(await page.locator("[role=menuitem][data-needs=manage]").textContent()).toContain(
      "Needs the right “manage”",
    )
    expect(await dialog.locator("[data-ask]").count()).toBe(0)
  })

  it("says which right is missing where only the server knows it", async () => {
    const { page, dialog } = await arrive("History without the right")
    await ask({ page, dialog }, CHEQUE)
    await dialog.getByRole("button", { name: "Undo both" }).click()
    await dialog.getByText("Changing this needs the right “manage”.").waitFor()
    await dialog.getByText("An administrator of the store can give it to you.").waitFor()
  })

  it("opens at the change that made an amount", async () => {
    const { page, dialog } = await arrive("History at the cheque", { ...EN, width: 390 })
    await change(dialog, CHEQUE).waitFor()
    const { y = 0, height = 0 } = (await change(dialog, CHEQUE).boundingBox()) ?? {}
    expect(y).toBeGreaterThan(100)
    expect(y + height).toBeLessThan(page.viewportSize()?.height ?? 0)
  })

  it("deletes what was shown, named by its amount, and gives the focus back", async () => {
    const { page, dialog, button } = await arrive("Delete a cheque")
    await dialog.getByText("1 later amount rests on this and goes with it.").waitFor()
    expect(await dialog.locator("[data-deleted]").count()).toBe(6)
    expect(await dialog.locator("[data-kept]").textContent()).toContain("Cancel that instalment first")
    await page.keyboard.press("Escape")
    await dialog.waitFor({ state: "hidden" })
    expect(await hasFocus(button)).toBe(true)
    await button.click()
    await dialog.getByRole("button", { name: "Delete 5 allocations (290.00)" }).click()
    await dialog.waitFor({ state: "hidden" })
    expect(await page.locator("[data-told]").textContent()).toBe("Changed by 90")
    expect(await hasFocus(button)).toBe(true)
  })

  it("closes why an amount is there by Escape from anywhere in it", async () => {
    const { page, dialog } = await arrive("History")
    await page.keyboard.press("Escape")
    await dialog.waitFor({ state: "hidden" })
    const why = page.locator("[data-why]").first()
    await why.getByRole("button", { name: "Show in history" }).focus()
    await page.keyboard.press("Escape")
    await page.getByText("Closed", { exact: true }).waitFor({ state: "attached" })
  })
})

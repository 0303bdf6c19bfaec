import { writeFileSync } from "node:fs"
import type { Browser, Page } from "playwright-core"
import { gridOrder } from "../../test/support/grid-order"
import type { OrderReconciliation } from "../../src/types/http"
import { launch, logIn, target, visit } from "./support/admin"

/** "50x50,200x100": what `npm run bench -- matrix` asks for; a whole run of the tests looks at one small one. */
const SIZES = (process.env["MATRIX_SIZES"] ?? "12x9").split(",").map((size) => size.split("x").map(Number))
const KEYS = Number(process.env["MATRIX_KEYS"] ?? 24)
/** How long each key is held up, ms: the control of the bench. */
const HELD_UP = 60

interface Speed {
  readonly rows: number
  readonly columns: number
  readonly cells: number
  readonly p50: number
  readonly p95: number
  readonly floorP95: number
  readonly heldUpP95: number
}

describe("from a key press to the paint", () => {
  const store = target()
  let browser: Browser
  const report: Speed[] = []

  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    const file = process.env["MATRIX_REPORT"]
    if (file) writeFileSync(file, JSON.stringify(report))
  })

  async function opened({ rows, columns }: { rows: number; columns: number }) {
    const session = await logIn(browser, store)
    const look = { url: store.url, language: "en", theme: "light" } as const
    const { page, close } = await visit(browser, session, look)
    const order = filledOrder(rows, columns)
    await page.route(`**/admin/reconciliation/orders/${store.partialOrderId}`, (route) =>
      route.fulfill({ json: { order: { ...order, id: store.partialOrderId } } }),
    )
    await page.goto(`${store.url}/app/reconciliation/orders/${store.partialOrderId}`)
    await page.locator("[role=grid] tbody td[aria-readonly=false]").first().click()
    return { page, order, close }
  }

  it("goes to the far corner of 200 × 40 cells and back, of which few are drawn", async () => {
    const { page, close } = await opened({ rows: 200, columns: 40 })
    const focused = () =>
      page.evaluate(() => {
        const cell = document.activeElement as HTMLElement
        const [{ top, bottom, left, right }, box] = [
          cell.getBoundingClientRect(),
          cell.closest("[data-grid-scroll]")?.getBoundingClientRect(),
        ]
        const isSeen = box && top >= box.top && bottom <= box.bottom && left >= box.left && right <= box.right
        return [cell.dataset["row"], cell.getAttribute("aria-colindex"), isSeen]
      })
    const cells = () => page.locator("[role=grid] tbody td[data-row]").count()
    for (const [key, row, column] of [
      ["Control+End", "unallocated", "45"],
      ["ArrowUp", "total", "45"],
      ["ArrowUp", "line:200", "45"],
      ["Home", "line:200", "1"],
      ["ArrowRight", "line:200", "2"],
      ["ArrowRight", "line:200", "3"],
      ["Control+Home", "head", "1"],
    ] as const) {
      await page.keyboard.press(key)
      await page.waitForTimeout(200)
      expect(await focused()).toEqual([row, column, true])
      expect(await cells()).toBeLessThan(2_000)
    }
    const inSight = () =>
      page.evaluate(() => {
        const box = document.querySelector("[data-grid-scroll]")?.getBoundingClientRect()
        const rows = Array.from(
          document.querySelectorAll<HTMLElement>("[role=grid] tbody [data-row]"),
        ).filter((cell) => {
          const { top, bottom } = cell.getBoundingClientRect()
          return box && top >= box.top && bottom <= box.bottom
        })
        return [...new Set(rows.map(({ dataset }) => dataset["row"]))]
      })
    await page.locator("[data-grid-scroll]").evaluate((box) => box.scrollTo({ top: box.scrollHeight }))
    await page.waitForTimeout(200)
    expect((await inSight()).slice(-1)).toEqual(["line:200"])
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-row"))).toBe("head")
    const search = page.getByRole("searchbox")
    await search.fill("item 15")
    await page.waitForTimeout(200)
    expect((await inSight())[0]).toBe("line:15")
    await search.fill("")
    await page.waitForTimeout(200)
    expect((await inSight()).length).toBeGreaterThan(8)
    await close()
  })

  it.each(SIZES)(
    "%i × %i cells, each filled: totals and save bar follow every key",
    async (rows = 1, columns = 1) => {
      const { page, order, close } = await opened({ rows, columns })
      const typing = await typed(page)
      await page.locator("[data-save-bar]").waitFor()
      await page.evaluate((ms) => {
        document.addEventListener("keydown", () => {
          const until = performance.now() + ms
          while (performance.now() < until);
        })
      }, HELD_UP)
      const heldUp = await typed(page)
      await page.setContent("<input autofocus>")
      await page.locator("input").focus()
      const floor = await typed(page)
      report.push({
        rows,
        columns,
        cells: order.cells.length,
        p50: share(typing, 0.5),
        p95: share(typing, 0.95),
        floorP95: share(floor, 0.95),
        heldUpP95: share(heldUp, 0.95),
      })
      expect(share(heldUp, 0.95)).toBeGreaterThan(HELD_UP)
      expect(typing.length).toBe(KEYS)
      await close()
    },
  )
})

/** Every payment pays something of every item, and each has something left. */
function filledOrder(rows: number, columns: number): OrderReconciliation {
  const items = Array.from({ length: rows }, () => 5_000n)
  const payments = Array.from({ length: columns }, () => 2_000n)
  const cells = items.flatMap((_, item) =>
    payments.map((__, payment) => ({
      item,
      payment,
      amount: BigInt(100 + ((item * 31 + payment * 17) % 900)),
    })),
  )
  for (const { item, payment, amount } of cells) {
    items[item] = (items[item] ?? 0n) + amount
    payments[payment] = (payments[payment] ?? 0n) + amount
  }
  return gridOrder({ items, payments, cells })
}

/** Types amounts into cell after cell, as a person does who is quick; gives the time of each key until it was painted. */
async function typed(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { times })
    const listen = () => {
      const pressed = performance.now()
      requestAnimationFrame(() => {
        const painted = new MessageChannel()
        painted.port1.addEventListener("message", () => times.push(performance.now() - pressed))
        painted.port1.start()
        painted.port2.postMessage(0)
      })
    }
    document.addEventListener("keydown", listen, true)
    Object.assign(window, { stop: () => document.removeEventListener("keydown", listen, true) })
  })
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(["7", "5", "Enter", "ArrowRight"][key % 4] ?? "7")
    await page.waitForTimeout(40)
  }
  await page.waitForTimeout(300)
  return await page.evaluate(() => {
    const { times, stop } = window as unknown as { times: number[]; stop: () => void }
    stop()
    return times
  })
}

function share(times: readonly number[], part: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return Math.round((sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? 0) * 10) / 10
}

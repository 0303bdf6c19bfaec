import fc from "fast-check"
import { cellName } from "../../src/admin/features/order/grid/cell-amounts"
import { SheetMaker, type Sheet } from "../../src/admin/features/order/grid/sheet"
import { ReconciliationError } from "../../src/modules/reconciliation/domain/errors"
import { decimalOf } from "../../src/modules/reconciliation/domain/money"
import type { Wish } from "../../src/modules/reconciliation/domain/order/draft"
import type { OrderReconciliation } from "../../src/types/http"
import { withHostRows } from "../../src/modules/reconciliation/ingest/host-rows"
import { ada, day, EditShop } from "../setup/edit-shop"
import { openLedger, type Ledger } from "../setup/ledger"
import type { ModelOrder } from "../setup/model-shop"

describe("What the browser shows of a draft", () => {
  let ledger: Ledger
  const shop = new EditShop(() => ledger)

  beforeAll(async () => {
    ledger = await openLedger("matrix_draft")
  })

  afterAll(async () => {
    await ledger.close()
  })

  async function answerOf(order: ModelOrder): Promise<OrderReconciliation> {
    const host = { read: true, customer: null, billing_name: null, cancelled_at: null } as const
    const view = await shop.view(order)
    return { ...view, ...host, rows: withHostRows(view, undefined), mirrors: [], payment_qr: null }
  }

  /** Three payments, one with something left, a line that became cheaper, and a refund. */
  async function busyOrder(): Promise<ModelOrder> {
    const order = shop.newOrder()
    order.capture(day(2), 7000n, 0)
    order.capture(day(3), 6000n, 1)
    await shop.tell(order)
    order.edit(day(4), 1, 6000n)
    order.refund(day(5), { share: 10, payment: 0, credited: false })
    order.capture(day(6), 5000n, 1)
    await shop.tell(order)
    return order
  }

  /** What a sheet and the server's answer must agree on. */
  function shownBy({ cells, columns, rows, state }: Sheet, digits: number): object {
    const money = (units: bigint): string => decimalOf(units, digits)
    return {
      cells: [...cells]
        .filter(([, amount]) => amount !== 0n)
        .map(([name, amount]) => `${name} ${money(amount)}`)
        .toSorted(),
      columns: columns.map(
        ({ id, total, unallocated, state: of }) => `${id} ${money(total)} ${money(unallocated)} ${of}`,
      ),
      rows: rows.map(({ key, paid, amount }) => `${key} ${money(paid)} of ${money(amount)}`),
      state,
    }
  }

  function answeredBy({ cells, columns, rows, state }: OrderReconciliation): object {
    return {
      cells: cells
        .filter(({ amount }) => !/^0\.0+$/.test(amount))
        .map(({ row, column, amount }) => `${cellName(row, column)} ${amount}`)
        .toSorted(),
      columns: columns.map((one) => `${one.id} ${one.on_this_order} ${one.unallocated} ${one.state}`),
      rows: rows.map(({ key, allocated, net }) => `${key} ${allocated} of ${net}`),
      state,
    }
  }

  it("is what the server answers once it is saved, and what it refuses is shown as too much", async () => {
    const seen = { saved: 0, refused: 0 }
    const order = await busyOrder()
    const part = fc.record({ row: fc.nat(2), column: fc.nat(4), amount: fc.integer({ min: 0, max: 4000 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 5 }), async (parts) => {
        const before = await answerOf(order)
        const maker = new SheetMaker(before, "2026-01-31")
        expect(shownBy(maker.sheet([]), 2)).toEqual(answeredBy(before))
        const wishes = wishesOf(parts, before, maker)
        if (wishes.length === 0) return
        const sheet = maker.sheet(wishes)
        const isTooMuch = sheet.excess.rows.size + sheet.excess.columns.size > 0
        try {
          await ledger.service.edits.edit({
            orderId: order.id,
            expectedVersion: before.version,
            cells: wishes.map(({ row, column, amount }) => ({
              row,
              column: column.toString(),
              amount: decimalOf(amount, 2),
            })),
            context: ada,
          })
        } catch (error) {
          expect(error).toBeInstanceOf(ReconciliationError)
          expect(isTooMuch).toBe(true)
          seen.refused += 1
          return
        }
        expect(isTooMuch).toBe(false)
        seen.saved += 1
        expect(shownBy(sheet, 2)).toEqual(answeredBy(await answerOf(order)))
      }),
      { numRuns: 200, seed: 7 },
    )
    expect(await shop.broken(order)).toEqual([])
    expect(seen.saved).toBeGreaterThan(40)
    expect(seen.refused).toBeGreaterThan(40)
  })

  it("fills what is left, locked cells passed over, and never too much", async () => {
    const order = await busyOrder()
    await shop.takeBack(order, {})
    const before = await answerOf(order)
    const maker = new SheetMaker(before, "2026-01-31")
    const cells = before.rows.flatMap(({ key: row }) =>
      before.columns.map(({ id }) => ({ row, column: BigInt(id) })),
    )
    const wishes = maker.draft.fillAll([], cells)
    const sheet = maker.sheet(wishes)
    expect(sheet.excess.rows.size + sheet.excess.columns.size).toBe(0)
    expect(sheet.rows.every(({ amount, paid, unallocated }) => amount === paid || unallocated === 0n)).toBe(
      true,
    )
    expect(wishes.length).toBeGreaterThan(2)
  })
})

function wishesOf(
  parts: readonly { row: number; column: number; amount: number }[],
  { rows, columns }: OrderReconciliation,
  maker: SheetMaker,
): Wish[] {
  const wishes = new Map<string, Wish>()
  for (const part of parts) {
    const [row, column] = [rows[part.row % rows.length]?.key ?? "", columns[part.column % columns.length]]
    if (!column || maker.lockOf(row, column.id)) continue
    const amount = BigInt(part.amount) * (column.kind === "refund" ? -1n : 1n)
    wishes.set(cellName(row, column.id), { row, column: BigInt(column.id), amount })
  }
  return [...wishes.values()]
}

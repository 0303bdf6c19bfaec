import type { HostFulfilment, HostOrder } from "../../src/modules/reconciliation/ingest/host-order"
import { deliveriesOf, suppliesOf } from "../../src/modules/reconciliation/ingest/supplies"

type Pieces = Record<string, number>

const sent = (id: string, pieces: Pieces, more: Partial<HostFulfilment> = {}): HostFulfilment => ({
  id,
  created_at: "2026-01-05T10:00:00.000Z",
  items: Object.entries(pieces).map(([line, quantity]) => ({ line_item_id: line, quantity })),
  ...more,
})
const on = (day: number): string => `2026-02-${String(day).padStart(2, "0")}T23:30:00.000Z`

function order(pieces: Pieces, ...fulfillments: HostFulfilment[]): HostOrder {
  const items = Object.entries(pieces).map(([id, quantity]) => ({ id, quantity }))
  return { items, fulfillments } as unknown as HostOrder
}

function delivered(read: HostOrder, timeZone = "UTC"): [Record<string, string>, string | null] {
  const { lines, whole } = deliveriesOf(read, timeZone)
  return [Object.fromEntries(lines), whole]
}

describe("F15: when an order was delivered", () => {
  it("is the day of the last piece of each line, in the store's time zone", () => {
    const both = order(
      { A: 3, B: 1 },
      sent("ful_2", { A: 1 }, { delivered_at: on(9) }),
      sent("ful_1", { A: 2, B: 1 }, { delivered_at: on(4) }),
    )
    expect(delivered(both)).toEqual([{ "line:A": "2026-02-09", "line:B": "2026-02-04" }, "2026-02-09"])
    expect(delivered(both, "Europe/Paris")).toEqual([
      { "line:A": "2026-02-10", "line:B": "2026-02-05" },
      "2026-02-10",
    ])
  })

  it("waits for a piece that is not, or whose delivery was cancelled", () => {
    const part = sent("ful_1", { A: 2, B: 1 }, { delivered_at: on(4) })
    expect(delivered(order({ A: 3, B: 1 }, part))).toEqual([{ "line:B": "2026-02-04" }, null])
    const gone = sent("ful_2", { A: 1 }, { delivered_at: on(9), canceled_at: on(10) })
    expect(delivered(order({ A: 3, B: 1 }, part, gone))).toEqual([{ "line:B": "2026-02-04" }, null])
    expect(delivered(order({ A: 1 }, sent("ful_3", { A: 1 }, { shipped_at: on(3) })))).toEqual([{}, null])
  })

  it("counts pieces, not what each takes of the stock", () => {
    const kit = order({ A: 2 })
    const [line] = kit.items ?? []
    Object.assign(line ?? {}, {
      variant: {
        inventory_items: [
          { inventory_item_id: "string", required_quantity: 4 },
          { inventory_item_id: "bow", required_quantity: 1 },
        ],
      },
    })
    const parts = (pieces: number) => [
      { line_item_id: "A", inventory_item_id: "string", quantity: 4 * pieces },
      { line_item_id: "A", inventory_item_id: "bow", quantity: pieces },
    ]
    const first = { ...sent("ful_1", {}, { delivered_at: on(4) }), items: parts(1) }
    const second = { ...sent("ful_2", {}, { delivered_at: on(9) }), items: parts(1) }
    expect(delivered({ ...kit, fulfillments: [first] })).toEqual([{}, null])
    expect(delivered({ ...kit, fulfillments: [second, first] })[1]).toBe("2026-02-09")
    expect(suppliesOf({ ...kit, fulfillments: [first] }, "UTC").map(({ quantity }) => quantity)).toEqual([
      "1",
      "1",
    ])
  })

  it("asks nothing of a line of which nothing is left", () => {
    const read = order({ A: 1, B: 0 }, sent("ful_1", { A: 1 }, { delivered_at: on(4) }))
    expect(delivered(read)).toEqual([{ "line:A": "2026-02-04" }, "2026-02-04"])
  })

  it("keeps every step of each fulfilment, line by line", () => {
    const steps = suppliesOf(
      order({ A: 3 }, sent("ful_1", { A: 2, B: 0 }, { shipped_at: on(1), canceled_at: on(3) })),
      "UTC",
    )
    expect(
      steps.map(({ lineKey, step, quantity, occurredOn }) => [lineKey, step, quantity, occurredOn]),
    ).toEqual([
      ["line:A", "fulfilled", "2", "2026-01-05"],
      ["line:A", "shipped", "2", "2026-02-01"],
      ["line:A", "cancelled", "2", "2026-02-03"],
    ])
  })
})

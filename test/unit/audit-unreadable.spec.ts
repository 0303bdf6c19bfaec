import { judgeOrder } from "../../src/modules/reconciliation/audit/judge-order"
import { unreadable } from "../../src/modules/reconciliation/audit/unreadable"
import type { HostOrder } from "../../src/modules/reconciliation/ingest/host-order"
import { anOrder, CONTEXT } from "../support/audited-order"

function failureOf(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return error
  }
}

describe("F81: an order that cannot be added up", () => {
  it("names the item that has no amount, where that is why an order cannot be added up", () => {
    const { facts, order } = anOrder({ lines: [100, 20] })
    const [first, second] = order.items ?? []
    const lacking: HostOrder = {
      ...order,
      items: [first ?? null, second ? { ...second, title: "Violin", raw_total: null } : null],
    }
    const failure = failureOf(() => judgeOrder(facts, lacking, CONTEXT))
    expect(unreadable(facts, lacking, { failure, context: CONTEXT })).toMatchObject({
      kind: "order_unreadable",
      order: { id: "order_1" },
      row_id: "line_1",
      row_title: "Violin",
      detail: "The host gave no exact amount of line line_1.",
    })
    expect(unreadable(facts, null, { failure, context: CONTEXT })).toMatchObject({
      row_id: "line_1",
      row_title: null,
    })
    const other = unreadable(facts, lacking, { failure: new Error("gone"), context: CONTEXT })
    expect(other).toMatchObject({ row_id: null, row_title: null, detail: "gone" })
  })
})

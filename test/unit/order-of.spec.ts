import { lineOrder } from "../../src/modules/reconciliation/domain/allocation/line-order"
import { charge, credit, open } from "../support/items"

describe("Credits that came at the same moment", () => {
  const moment = { occurredAt: "2026-01-05T09:00:00.000Z", occurredOn: "2026-01-05" }
  const cancelled = (id: bigint, key: string, position: number) =>
    credit({ id, kind: "cancellation", key, lineKey: key, position, amount: 10n, ...moment })

  it("are used as the order lists their lines, whatever the shop's ids", () => {
    const credits = open(cancelled(1n, "cancel:line:A", 2), cancelled(2n, "cancel:line:Z", 1))
    const used = lineOrder(credits, open(charge(3n, "C", 15n))).map(
      (one) => `${one.credit.key} ${one.amount}`,
    )
    expect(used).toEqual(["cancel:line:Z 10", "cancel:line:A 5"])
  })

  it("and of one line, by key", () => {
    const credits = open(cancelled(1n, "cl:b", 1), cancelled(2n, "cl:a", 1))
    expect(lineOrder(credits, open(charge(3n, "C", 15n))).map((one) => one.credit.key)).toEqual([
      "cl:a",
      "cl:b",
    ])
  })
})

import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { WorkingLedger } from "../../src/modules/reconciliation/domain/posting/working-ledger"
import { charge, credit, debit } from "../support/items"

function received(...items: OpenItem[]): string[] {
  const placed = { placedAt: "2026-01-01T09:00:00.000Z", placedOn: "2026-01-01" }
  const ledger = new WorkingLedger({ documentId: 1n, ...placed, items })
  return [...ledger.received()].map(([lineKey, amount]) => `${lineKey.slice(5)} ${amount}`)
}

const A = charge(1n, "A", 100n, { allocated: 100n })
const reversal = debit({ id: 2n, kind: "reversal", key: "rev:9.1", lineKey: "line:A", amount: 30n })

describe("F17: what a line has received", () => {
  it("is what settles it, less what reversals took back, and again what settles those", () => {
    expect(received({ ...A, allocated: 40n })).toEqual(["A 40"])
    expect(received(A, reversal)).toEqual(["A 70"])
    expect(received(A, { ...reversal, allocated: 10n })).toEqual(["A 80"])
  })

  it("is less what its own credits gave", () => {
    const lowered = credit({ id: 3n, kind: "adjustment", key: "line:A", lineKey: "line:A", amount: 25n })
    expect(received(A, lowered)).toEqual(["A 75"])
  })

  it("is the same in every account that the order has been in", () => {
    const moved = charge(3n, "A", 60n, { key: "move:in:line:A#1", allocated: 35n })
    const again = charge(4n, "A", 25n, { key: "move:in:line:A#1", sequence: 2, allocated: 5n })
    expect(received(A, moved)).toEqual(["A 75"])
    expect(received(A, { ...moved, allocated: 60n }, again)).toEqual(["A 80"])
    const closed = { ...reversal, allocated: 30n }
    const reopened = { ...reversal, id: 5n, key: "move:in:rev:9.1#1", amount: 20n, allocated: 5n }
    expect(received(A, closed, reopened)).toEqual(["A 85"])
    const lowered = credit({ id: 6n, kind: "adjustment", key: "line:A", lineKey: "line:A", amount: 25n })
    const unspent = { ...lowered, id: 7n, key: "move:in:line:A#2", amount: 15n }
    expect(received(A, lowered, unspent)).toEqual(["A 75"])
  })

  it("is nothing of money and of what belongs to no line", () => {
    const money = credit({ id: 8n, kind: "payment", amount: 50n })
    expect(received(money, { ...reversal, lineKey: null, allocated: 30n })).toEqual([])
  })
})

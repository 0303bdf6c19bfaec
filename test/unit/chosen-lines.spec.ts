import { lineOrder } from "../../src/modules/reconciliation/domain/allocation/line-order"
import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import type { PinnedLine } from "../../src/modules/reconciliation/domain/instalments/pinned-line"
import { settle } from "../../src/modules/reconciliation/domain/planner/settle"
import { charge, credit, debit, open } from "../support/items"

const refund = (id: bigint, amount: bigint): OpenItem =>
  debit({ id, kind: "refund", key: `ref:${id}`, amount, occurredAt: `2026-01-0${id}T12:00:00.000Z` })
const lowered = (id: bigint, line: string, amount: bigint, day = 2): OpenItem =>
  credit({
    id,
    kind: "adjustment",
    key: `line:${line}`,
    sequence: Number(id),
    lineKey: `line:${line}`,
    amount,
    occurredAt: `2026-01-0${day}T12:00:00.000Z`,
  })

function settled(
  items: readonly OpenItem[],
  chosen: Record<string, PinnedLine[]>,
  awaited: readonly string[] = [],
): string[] {
  const proposals = settle(open(...items), {
    strategy: lineOrder,
    chosenLines: new Map(Object.entries(chosen)),
    awaited: new Set(awaited),
  })
  return proposals.map(
    ({ credit: from, debit: to, amount, rule }) => `${from.id} → ${to.id} ${amount} ${rule}`,
  )
}

const lines = (...pairs: [string, bigint][]): PinnedLine[] =>
  pairs.map(([line, amount]) => ({ lineKey: `line:${line}`, amount }))

describe("F17: a refund whose lines an admin chose", () => {
  it("takes of each line what was chosen, past the order of the lines", () => {
    const items = [lowered(4n, "A", 30n), lowered(5n, "B", 30n), refund(9n, 40n)]
    expect(settled(items, { "ref:9": lines(["B", 25n], ["A", 15n]) })).toEqual([
      "5 → 9 25 refund_of_chosen_line",
      "4 → 9 15 refund_of_chosen_line",
    ])
  })

  it("takes the oldest credits of a line first, no more than chosen", () => {
    const items = [lowered(4n, "A", 10n, 3), lowered(5n, "A", 10n, 2), refund(9n, 18n)]
    expect(settled(items, { "ref:9": lines(["A", 15n]) })).toEqual([
      "5 → 9 10 refund_of_chosen_line",
      "4 → 9 5 refund_of_chosen_line",
      "4 → 9 3 refund_of_line",
    ])
  })

  it("is settled like any other as far as a chosen line has nothing to give", () => {
    const items = [lowered(4n, "A", 10n), lowered(5n, "B", 30n), refund(9n, 40n)]
    expect(settled(items, { "ref:9": lines(["A", 40n]) })).toEqual([
      "4 → 9 10 refund_of_chosen_line",
      "5 → 9 30 refund_of_line",
    ])
  })

  it("waits for its lines while the host is about to lower them", () => {
    const money = credit({ id: 6n, kind: "payment", key: "cap:6", amount: 50n })
    const items = [lowered(4n, "A", 10n), lowered(5n, "B", 30n), money, refund(8n, 5n), refund(9n, 40n)]
    expect(settled(items, { "ref:9": lines(["A", 40n]) }, ["ref:9"])).toEqual([
      "4 → 9 10 refund_of_chosen_line",
      "5 → 8 5 refund_of_line",
    ])
  })

  it("takes no more than the refund is worth, whatever was chosen", () => {
    const items = [lowered(4n, "A", 30n), refund(9n, 20n)]
    expect(settled(items, { "ref:9": lines(["A", 30n], ["A", 5n]) })).toEqual([
      "4 → 9 20 refund_of_chosen_line",
    ])
  })

  it("comes before the line's own charge, which other credits would settle first", () => {
    const items = [charge(1n, "A", 10n), lowered(4n, "A", 10n), refund(9n, 10n)]
    expect(settled(items, { "ref:9": lines(["A", 10n]) })).toEqual(["4 → 9 10 refund_of_chosen_line"])
    expect(settled(items, {})).toEqual(["4 → 1 10 own_line"])
  })

  it("leaves money, charges and other refunds alone", () => {
    const items = [
      credit({ id: 2n, kind: "payment", lineKey: "line:A", amount: 10n }),
      charge(3n, "A", 10n),
      refund(8n, 10n),
      refund(9n, 10n),
    ]
    expect(settled(items, { "ref:9": lines(["A", 10n]) })).toEqual(["2 → 3 10 line_order"])
  })

  it("chooses nothing for the line of a refund that the host took back", () => {
    const taken = debit({ id: 9n, kind: "void", key: "ref:9", amount: 10n })
    expect(settled([lowered(4n, "A", 10n), taken], { "ref:9": lines(["A", 10n]) })).toEqual([
      "4 → 9 10 replaced_money",
    ])
  })
})

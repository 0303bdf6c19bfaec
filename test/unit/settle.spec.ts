import { put } from "../../src/modules/reconciliation/domain/allocation/fill"
import { exactMatch } from "../../src/modules/reconciliation/domain/allocation/exact-match"
import { lineOrder } from "../../src/modules/reconciliation/domain/allocation/line-order"
import type { Strategy } from "../../src/modules/reconciliation/domain/allocation/strategy"
import { planInWork } from "../../src/modules/reconciliation/domain/instalments/fulfil"
import { least } from "../../src/modules/reconciliation/domain/money"
import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { settle, type Settlement } from "../../src/modules/reconciliation/domain/planner/settle"
import { charge, credit, debit, instalment, lines, open } from "../support/items"

function settled(items: OpenItem[], settlement: Partial<Settlement> = {}): string[] {
  return settle(open(...items), { strategy: lineOrder, ...settlement }).map(
    ({ credit: from, debit: to, amount, rule }) => `${from.id} → ${to.id} ${amount} ${rule}`,
  )
}

const waiting = (...ids: bigint[]): Pick<Settlement, "waiting"> => ({ waiting: new Set(ids) })
const later = { occurredAt: "2026-01-05T09:00:00.000Z" }

const A = charge(1n, "A", 60n)
const B = charge(2n, "B", 40n)
const refund = debit({ id: 3n, kind: "refund", key: "ref:1", amount: 10n })
const voided = debit({ id: 4n, kind: "void", key: "cap:9", amount: 10n })
const cash = credit({ id: 11n, kind: "payment", key: "cap:11", amount: 30n })
const more = credit({ id: 12n, kind: "payment", key: "cap:12", amount: 20n, ...later })
const lowered = (id: bigint, line: string, amount: bigint, facts: Partial<OpenItem> = {}): OpenItem =>
  credit({
    id,
    kind: "adjustment",
    key: `line:${line}`,
    sequence: 2,
    lineKey: `line:${line}`,
    amount,
    ...facts,
  })

describe("F20: a credit that waits for a person", () => {
  it("goes on no charge, while other money does", () => {
    expect(settled([A, cash, more])).toEqual(["11 → 1 30 line_order", "12 → 1 20 line_order"])
    expect(settled([A, cash, more], waiting(11n))).toEqual(["12 → 1 20 line_order"])
    expect(settled([A, cash, more], waiting(11n, 12n))).toEqual([])
  })

  it("fulfils no planned payment", () => {
    const planned = [instalment(1, 30n, { pins: lines(["B", 30n]) })]
    expect(settled([A, B, cash], { plan: planInWork(planned) })).toEqual(["11 → 2 30 instalment"])
    expect(settled([A, B, cash, more], { plan: planInWork(planned), ...waiting(11n) })).toEqual([
      "12 → 2 20 instalment",
    ])
  })

  it("of a lowered line goes on no line, not even its own", () => {
    const items = [A, B, lowered(13n, "A", 70n)]
    expect(settled(items)).toEqual(["13 → 1 60 own_line", "13 → 2 10 own_order"])
    expect(settled(items, waiting(13n))).toEqual([])
  })

  it("still pays refunds back and stands in for money that was taken back", () => {
    const money = credit({ id: 14n, kind: "payment", key: "cap:9", amount: 30n })
    expect(settled([A, refund, voided, money], waiting(14n))).toEqual([
      "14 → 4 10 voided_money",
      "14 → 3 10 refund_of_surplus",
    ])
    expect(settled([A, refund, voided, cash], waiting(11n))).toEqual([
      "11 → 3 10 refund_of_surplus",
      "11 → 4 10 replaced_money",
    ])
    expect(settled([A, refund, voided, lowered(13n, "A", 70n)], waiting(13n))).toEqual([
      "13 → 3 10 refund_of_line",
      "13 → 4 10 replaced_money",
    ])
  })
})

describe("What settles on an order by itself", () => {
  it("is none of the money on account: that is settled by the account's policy", () => {
    const deposit = credit({ id: 15n, kind: "deposit", documentId: null, amount: 30n })
    expect(settled([A, refund, voided, deposit])).toEqual([])
  })

  it("is what lowered lines have left over, the oldest first", () => {
    const items = [B, lowered(13n, "C", 30n, later), lowered(14n, "D", 30n)]
    expect(settled(items)).toEqual(["14 → 2 30 own_order", "13 → 2 10 own_order"])
  })

  it("is left to a strategy only as far as nothing else has settled it", () => {
    const plan = planInWork([instalment(1, 30n, { pins: lines(["A", 30n]) })])
    const firstOnLast: Strategy = ([first], debits) => {
      const last = debits.at(-1)
      return first && last ? [put(first, last, { amount: least(first.open, last.open), rule: "own" })] : []
    }
    expect(settled([B, { ...A, amount: 30n }, cash, more], { plan, strategy: firstOnLast })).toEqual([
      "11 → 1 30 instalment",
      "12 → 2 20 own",
    ])
  })
})

describe("F15: what a strategy leaves", () => {
  it("pays refunds back, and what is left then is offered to the strategy once more", () => {
    const line = charge(1n, "A", 20n)
    expect(settled([line, refund, cash], { strategy: exactMatch })).toEqual([
      "11 → 3 10 refund_of_surplus",
      "11 → 1 20 exact_match",
    ])
    // A credit that waits for a person still goes on no charge.
    expect(settled([line, refund, cash], { strategy: exactMatch, ...waiting(11n) })).toEqual([
      "11 → 3 10 refund_of_surplus",
    ])
  })
})

import { lineOrder } from "../../src/modules/reconciliation/domain/allocation/line-order"
import type { DocumentState } from "../../src/modules/reconciliation/domain/posting/document-state"
import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import {
  replay,
  type ReplayInput,
  type ReplayResult,
} from "../../src/modules/reconciliation/domain/posting/replay"
import { charge, credit, instalment, lines } from "../support/items"
import { shown, stateOf, whenOf } from "../support/states"

type Given = Partial<ReplayInput> & { items?: readonly OpenItem[] }

function lived(states: DocumentState[], given: Given = {}): ReplayResult {
  return replay({
    documentId: 1n,
    orderId: "order_1",
    placedAt: whenOf(1).at,
    placedOn: whenOf(1).on,
    hostVersion: 0,
    stateAt: null,
    items: [],
    paidLines: [],
    states,
    strategy: lineOrder,
    ...given,
  })
}

const applied = ({ proposals }: ReplayResult): string[] =>
  proposals.map(({ credit: from, debit: to, amount, rule }) => `${from.key} → ${to.key} ${amount} ${rule}`)
const posted = ({ items }: ReplayResult): string[] =>
  items.map(({ side, kind, key, amount }) => `${side} ${kind} ${key} ${amount}`)

const A = charge(1n, "A", 60n)
const B = charge(2n, "B", 40n)
const cash = credit({ id: 3n, kind: "payment", key: "cap:1", amount: 50n })

describe("An order that is read", () => {
  it("is settled although nothing happened: what was set free may have a place by now", () => {
    expect(applied(lived([], { items: [A, cash] }))).toEqual(["cap:1 → line:A 50 line_order"])
  })

  it("leaves the credits alone that wait for a person", () => {
    expect(applied(lived([], { items: [A, cash], waiting: new Set([3n]) }))).toEqual([])
  })

  it("is planned by the money's own reference where no payment of the host is known", () => {
    const instalments = [instalment(1, 50n, { pins: lines(["B", 40n]) })]
    expect(applied(lived([], { items: [A, B, cash], instalments }))).toEqual([
      "cap:1 → line:B 40 instalment",
      "cap:1 → line:A 10 instalment",
    ])
  })

  it("scenarios no state again that it has lived, whatever else happened at the same moment", () => {
    const capture = (name: string, day: number) => shown("payment", -20n, { name, day })
    const [one, two, three] = [capture("1", 2), capture("2", 2), capture("3", 3)]
    const paid = (id: bigint, key: string): OpenItem =>
      credit({ id, kind: "payment", key, amount: 20n, allocated: 20n })
    const items = [{ ...A, allocated: 40n }, paid(3n, "cap:1"), paid(4n, "cap:2")]
    const states = [[one], [one, two], [one, two, three]].map((money, index) =>
      stateOf(index < 2 ? 2 : 3, money, { lines: null }),
    )
    const read = lived(states, { items, stateAt: whenOf(2).at, hostVersion: 1 })
    expect(posted(read)).toEqual(["credit payment cap:3 20"])
    expect(applied(read)).toEqual(["cap:3 → line:A 20 line_order"])
  })

  it("gives a refund's credit back to the lines that were paid last, or to all, as the store wants", () => {
    const order = [
      shown("line", 60n, { name: "A", day: 1 }),
      shown("line", 40n, { name: "B", day: 1, position: 1 }),
    ]
    const states = [
      stateOf(1, order),
      stateOf(2, [...order, shown("payment", -100n)]),
      stateOf(3, [...order, shown("payment", -100n), shown("credit_line", -10n, { day: 3 })]),
    ]
    const lowered = (refundLines?: ReplayInput["refundLines"]): string[] =>
      lived(states, { ...(refundLines && { refundLines }) })
        .items.filter(({ kind }) => kind === "credit_line")
        .map(({ lineKey, amount }) => `${lineKey} ${amount}`)
    expect(lowered()).toEqual(["line:B 10"])
    expect(lowered("newest_first")).toEqual(["line:B 10"])
    expect(lowered("pro_rata")).toEqual(["line:A 6", "line:B 4"])
  })
})

describe("F12: an order whose lines ask for a down payment", () => {
  const states = [
    stateOf(1, [shown("line", 60n, { name: "A" })]),
    stateOf(2, [shown("line", 60n, { name: "A" }), shown("payment", -50n)]),
  ]

  it("is planned once, of what it first owed", () => {
    const asked: unknown[] = []
    const payment = { dueOn: "2026-02-01", amount: 60n, method: null, reference: null, pins: [] }
    const read = lived(states, {
      planFirst: (owed) => {
        asked.push(owed)
        return [payment]
      },
    })
    expect(asked).toEqual([lines(["A", 60n])])
    expect(read.plan).toEqual([payment])
    expect(applied(read)).toEqual(["cap:1 → line:A 50 instalment"])
  })

  it("has no plan where none of them asks for one after all", () => {
    const read = lived(states, { planFirst: () => [] })
    expect(read).not.toHaveProperty("plan")
    expect(applied(read)).toEqual(["cap:1 → line:A 50 line_order"])
  })
})

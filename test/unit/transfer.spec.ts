import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { throughTransfers, transferOf } from "../../src/modules/reconciliation/domain/posting/transfer"
import { charge, credit, debit, held, taxes } from "../support/items"

const given = { at: "2026-01-09T10:00:00.000Z", on: "2026-01-09" }

const shortly = ({ id, side, kind, key, sequence, amount, allocated }: OpenItem): string =>
  `${id} ${side} ${kind} ${key}#${sequence} ${amount - allocated} of ${amount} open`

describe("F67: an order that gets another owner", () => {
  const half = charge(1n, "A", 120n, { allocated: 60n, taxes: taxes(20n), taxesAllocated: [10n] })
  const full = charge(2n, "B", 50n, { allocated: 50n })
  const surplus = credit({ id: 3n, kind: "payment", key: "cap:1", amount: 80n, allocated: 50n })
  const refund = debit({ id: 4n, kind: "refund", key: "ref:1", amount: 5n })

  it("has each open rest closed by the other side and opened again as what it was; what is settled stays", () => {
    const { closing, reopened } = transferOf({ items: [half, full, surplus, refund], ...given })
    expect(closing.map(shortly)).toEqual([
      "-1 credit transfer move:out:line:A#1#1 0 of 60 open",
      "-2 debit transfer move:out:cap:1#1#1 0 of 30 open",
      "-3 credit transfer move:out:ref:1#1#1 0 of 5 open",
    ])
    expect(reopened.map(shortly)).toEqual([
      "-1 debit charge move:in:line:A#1#1 60 of 60 open",
      "-2 credit payment move:in:cap:1#1#1 30 of 30 open",
      "-3 debit refund move:in:ref:1#1#1 5 of 5 open",
    ])
    expect([...closing, ...reopened].map(({ occurredAt, occurredOn }) => [occurredAt, occurredOn])).toEqual(
      Array.from({ length: 6 }, () => [given.at, given.on]),
    )
  })

  it("is closed by allocations of each whole rest, the credit on the debit", () => {
    const { proposals } = transferOf({ items: [half, surplus], ...given })
    expect(
      proposals.map(
        ({ credit: from, debit: to, amount, rule }) => `${from.key} → ${to.key} ${amount} ${rule}`,
      ),
    ).toEqual(["move:out:line:A#1 → line:A 60 transferred", "cap:1 → move:out:cap:1#1 30 transferred"])
  })

  it("takes the tax in a rest along, rate by rate; a rate of which nothing is left stays behind", () => {
    const two = charge(1n, "A", 132n, {
      allocated: 66n,
      taxes: taxes(20n, 12n),
      taxesAllocated: [8n, 12n],
    })
    const { closing, reopened, proposals } = transferOf({ items: [two], ...given })
    expect(reopened[0]).toMatchObject({ taxes: taxes(12n), taxesAllocated: [0n], amount: 66n, allocated: 0n })
    expect(closing[0]).toMatchObject({
      taxes: taxes(12n),
      taxesAllocated: [12n],
      amount: 66n,
      allocated: 66n,
    })
    expect(proposals[0]).toMatchObject({ creditTaxes: [12n], debitTaxes: [12n, 0n] })
  })

  it("of which nothing is open, moves nothing", () => {
    expect(transferOf({ items: [full], ...given })).toEqual({ closing: [], proposals: [], reopened: [] })
  })

  it("moves on under the name of the item it began as, and numbers what comes again under one key", () => {
    const first = transferOf({ items: [half], ...given })
    const stored = [
      { ...half, allocated: 120n },
      ...first.closing.map((item) => ({ ...item, id: 5n })),
      ...first.reopened.map((item) => ({ ...item, id: 6n })),
    ]
    const back = transferOf({ items: stored, ...given })
    expect(back.closing.map(shortly)).toEqual(["-1 credit transfer move:out:line:A#1#2 0 of 60 open"])
    expect(back.reopened.map(shortly)).toEqual(["-1 debit charge move:in:line:A#1#2 60 of 60 open"])
  })

  it("numbers two rests of one item apart, also when the order goes on, back and on again", () => {
    // 10 of 50 were written off before it went there and back; then the write-off was undone.
    const begun = charge(1n, "A", 50n, { allocated: 40n })
    const back = charge(2n, "A", 40n, { key: "move:in:line:A#1", sequence: 2 })
    const past = [
      charge(3n, "A", 40n, { key: "move:in:line:A#1", allocated: 40n }),
      credit({ id: 4n, kind: "transfer", key: "move:out:line:A#1", amount: 40n, allocated: 40n }),
      credit({
        id: 5n,
        kind: "transfer",
        key: "move:out:line:A#1",
        sequence: 2,
        amount: 40n,
        allocated: 40n,
      }),
    ]
    const again = transferOf({ items: [begun, back, ...past], ...given })
    expect(again.closing.map(shortly)).toEqual([
      "-1 credit transfer move:out:line:A#1#3 0 of 10 open",
      "-2 credit transfer move:out:line:A#1#4 0 of 40 open",
    ])
    expect(again.reopened.map(shortly)).toEqual([
      "-1 debit charge move:in:line:A#1#3 10 of 10 open",
      "-2 debit charge move:in:line:A#1#4 40 of 40 open",
    ])
    expect(again.proposals.map(({ credit: from, debit: to }) => [from.key, to.id])).toEqual([
      ["move:out:line:A#1", 1n],
      ["move:out:line:A#1", 2n],
    ])
  })

  it("keeps postings of one key apart", () => {
    const dearer = debit({
      id: 7n,
      kind: "adjustment",
      key: "line:A",
      lineKey: "line:A",
      sequence: 2,
      amount: 9n,
    })
    expect(transferOf({ items: [half, dearer], ...given }).closing.map(({ key }) => key)).toEqual([
      "move:out:line:A#1",
      "move:out:line:A#2",
    ])
  })
})

describe("F67: the page of an order that had another owner", () => {
  const first = charge(1n, "A", 100n, { allocated: 100n })
  const earlier = credit({ id: 2n, kind: "payment", key: "cap:1", amount: 40n, allocated: 40n })
  const closing = credit({ id: 3n, kind: "transfer", key: "move:out:line:A#1", amount: 60n, allocated: 60n })
  const again = charge(4n, "A", 60n, { key: "move:in:line:A#1", allocated: 25n })
  const later = credit({ id: 5n, kind: "payment", key: "cap:2", amount: 25n, allocated: 25n })
  const items = [first, earlier, closing, again, later]
  const allocations = [held(1n, [2n, 1n], 40n), held(2n, [3n, 1n], 60n), held(3n, [5n, 4n], 25n)]

  it("shows one item with all that was settled of it in any account, and nothing of the transfer", () => {
    const seen = throughTransfers(1n, items, allocations)
    expect(seen.items.map(shortly)).toEqual([
      "1 debit charge line:A#1 35 of 100 open",
      "2 credit payment cap:1#1 0 of 40 open",
      "5 credit payment cap:2#1 0 of 25 open",
    ])
    expect(
      seen.allocations.map(({ creditItemId, debitItemId, amount }) => [creditItemId, debitItemId, amount]),
    ).toEqual([
      [2n, 1n, 40n],
      [5n, 1n, 25n],
    ])
  })

  it("shows money that moved on as one payment, and a rest that nothing settled as open", () => {
    const money = credit({ id: 1n, kind: "payment", key: "cap:1", amount: 30n, allocated: 30n })
    const out = debit({ id: 2n, kind: "transfer", key: "move:out:cap:1#1", amount: 30n, allocated: 30n })
    const on = credit({ id: 3n, kind: "payment", key: "move:in:cap:1#1", amount: 30n })
    const seen = throughTransfers(1n, [money, out, on], [held(1n, [1n, 2n], 30n)])
    expect(seen.items.map(shortly)).toEqual(["1 credit payment cap:1#1 30 of 30 open"])
    expect(seen.allocations).toEqual([])
  })

  it("of an order that never moved is what it was", () => {
    const before = { items: [first, earlier], allocations: allocations.slice(0, 1) }
    expect(throughTransfers(1n, before.items, before.allocations)).toEqual(before)
  })
})

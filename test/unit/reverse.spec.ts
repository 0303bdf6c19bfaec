import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { reversalNumberOf, reversedItemOf } from "../../src/modules/reconciliation/domain/key"
import {
  nextReversal,
  planReversal,
  postedBy,
  reversibleOf,
  type ReversalInput,
  type Settled,
} from "../../src/modules/reconciliation/domain/reversals/reverse"
import { charge, credit, debit, open } from "../support/items"

const MOMENT = { occurredAt: "2026-01-20T09:00:00.000Z", occurredOn: "2026-01-20" }
const PLACED = { placedAt: "2025-12-01T09:00:00.000Z", placedOn: "2025-12-01" }
/** Orders 1 and 3 are in account 1, order 2 is in account 2. */
const homeOf: ReversalInput["homeOf"] = (documentId) =>
  documentId === null ? undefined : { ...PLACED, accountId: documentId === 2n ? 2n : 1n }

const description = { kind: "chargeback", title: "Chargeback", reference: "dp_1", ...MOMENT }

interface Given {
  money?: Partial<OpenItem>
  amount: bigint
  settled: Settled[]
  earlier?: OpenItem[]
}

function planned({ money: facts, amount, settled, earlier = [] }: Given) {
  const allocated = settled.reduce((sum, one) => sum + one.amount, 0n)
  const item = credit({ id: 10n, kind: "payment", key: "cap:1", amount: allocated, allocated, ...facts })
  const [money] = open(item)
  if (!money) throw new Error("no money")
  return planReversal({
    chain: [{ money, settled, earlier, accountId: 1n }],
    number: nextReversal(earlier),
    amount,
    homeOf,
    description,
  })
}

const shortly = (given: Given): string[] =>
  planned(given).flatMap(({ accountId, items }) =>
    postedBy(items).map(
      ({ id, key, sequence, documentId, lineKey, amount, allocated }) =>
        `account ${accountId}: ${id} ${key}#${sequence} order ${documentId} ${lineKey ?? "–"} ${amount}, ${amount - allocated} open`,
    ),
  )

const A = charge(1n, "A", 60n, { allocated: 60n })
const B = charge(2n, "B", 40n, { allocated: 40n })
const X = charge(3n, "X", 30n, { allocated: 30n, documentId: 2n })
const refund = debit({ id: 4n, kind: "refund", key: "ref:1", amount: 20n, allocated: 20n })

describe("F66: what a reversal owes again", () => {
  it("falls due when what it reopens did; what reopens nothing has no day", () => {
    const due = { ...A, dueOn: "2026-01-31" }
    const settled = [
      { debit: refund, amount: 20n },
      { debit: due, amount: 30n },
      { debit: B, amount: 10n },
    ]
    const days = planned({ amount: 60n, settled }).flatMap(({ items }) =>
      postedBy(items).map(({ lineKey, dueOn }) => [lineKey, dueOn]),
    )
    expect(days).toEqual([
      ["line:B", null],
      ["line:A", "2026-01-31"],
      [null, null],
    ])
  })

  it("is what the money settled last, each line once, lines before refunds", () => {
    const settled = [
      { debit: A, amount: 30n },
      { debit: B, amount: 20n },
      { debit: A, amount: 10n },
      { debit: refund, amount: 20n },
    ]
    expect(shortly({ amount: 55n, settled })).toEqual([
      "account 1: -1 rev:10.1#1 order 1 line:A 35, 35 open",
      "account 1: -2 rev:10.1#2 order 1 line:B 20, 20 open",
    ])
    expect(shortly({ amount: 80n, settled }).slice(1)).toEqual([
      "account 1: -2 rev:10.1#2 order 1 line:B 20, 20 open",
      "account 1: -3 rev:10.1#3 order 1 – 20, 20 open",
    ])
    expect(shortly({ amount: 10n, settled })).toEqual(["account 1: -1 rev:10.1#1 order 1 line:A 10, 10 open"])
  })

  it("is first what settles nothing yet, which takes the reversal at once", () => {
    const given: Given = { money: { amount: 75n }, amount: 70n, settled: [{ debit: A, amount: 60n }] }
    expect(shortly(given)).toEqual([
      "account 1: -1 rev:10.1#1 order 1 – 15, 0 open",
      "account 1: -2 rev:10.1#2 order 1 line:A 55, 55 open",
    ])
    const [home] = planned(given)
    expect(
      home?.proposals.map(
        ({ credit: from, debit: to, amount, rule }) => `${from.id} → ${to.id} ${amount} ${rule}`,
      ),
    ).toEqual(["10 → -1 15 reversed_rest"])
    expect(shortly({ ...given, amount: 5n })).toEqual(["account 1: -1 rev:10.1#1 order 1 – 5, 0 open"])
  })

  it("is owed where the order is by now, under a name of its own in each other account", () => {
    const settled = [
      { debit: X, amount: 30n },
      { debit: A, amount: 60n },
    ]
    const given: Given = { money: { amount: 95n }, amount: 95n, settled }
    expect(shortly(given)).toEqual([
      "account 1: -1 rev:10.1#1 order 1 – 5, 0 open",
      "account 1: -2 rev:10.1#2 order 1 line:A 60, 60 open",
      "account 2: -1 rev:10.1.2#1 order 2 line:X 30, 30 open",
    ])
    expect(planned(given).map(({ proposals }) => proposals.length)).toEqual([1, 0])
  })

  it("of money on account rests on no order, in the account of the money", () => {
    const kept = debit({ id: 5n, kind: "write_off", amount: 8n, allocated: 8n, documentId: null })
    const given: Given = {
      money: { kind: "deposit", documentId: null, amount: 70n },
      amount: 70n,
      settled: [
        { debit: kept, amount: 8n },
        { debit: A, amount: 60n },
      ],
    }
    expect(shortly(given)).toEqual([
      "account 1: -1 rev:10.1#1 order null – 2, 0 open",
      "account 1: -2 rev:10.1#2 order 1 line:A 60, 60 open",
      "account 1: -3 rev:10.1#3 order null – 8, 8 open",
    ])
  })

  it("is one debit an order, where it had paid refunds of several", () => {
    const other = { ...refund, id: 5n, key: "ref:2", documentId: 3n }
    const settled = [
      { debit: refund, amount: 20n },
      { debit: other, amount: 15n },
    ]
    expect(shortly({ amount: 35n, settled })).toEqual([
      "account 1: -1 rev:10.1#1 order 3 – 15, 15 open",
      "account 1: -2 rev:10.1#2 order 1 – 20, 20 open",
    ])
  })

  it("is placed with its order, so that it is paid again in the order's turn; else when it came", () => {
    const given: Given = {
      money: { documentId: null, amount: 61n },
      amount: 61n,
      settled: [{ debit: A, amount: 60n }],
    }
    expect(planned(given)[0]?.items.map(({ placedAt, placedOn }) => [placedAt, placedOn])).toEqual([
      [MOMENT.occurredAt, MOMENT.occurredOn],
      [PLACED.placedAt, PLACED.placedOn],
    ])
  })

  it("is described by what took the money and what it had paid, the kind said once", () => {
    const again = charge(6n, "A", 5n, { kind: "reversal", title: "Chargeback: Lamp", allocated: 5n })
    const lamp = charge(7n, "B", 5n, { title: "Lamp, after Chargeback: ", position: 7, allocated: 5n })
    const [home] = planned({
      amount: 10n,
      settled: [
        { debit: lamp, amount: 5n },
        { debit: again, amount: 5n },
      ],
    })
    expect(postedBy(home?.items ?? []).map(({ title }) => title)).toEqual([
      "Chargeback: Lamp",
      "Chargeback: Lamp, after Chargeback: ",
    ])
    expect(home?.items[1]?.item).toMatchObject({
      side: "debit",
      kind: "reversal",
      reference: "dp_1",
      reversalKind: "chargeback",
      position: 7,
      taxes: [],
      taxesAllocated: [],
      dueOn: null,
      ...MOMENT,
    })
  })
})

describe("F66: a second reversal of the same money", () => {
  const first = debit({ id: 20n, kind: "reversal", key: "rev:10.1", lineKey: "line:A", amount: 25n })
  const rested = debit({
    id: 21n,
    kind: "reversal",
    key: "rev:10.1",
    sequence: 2,
    amount: 20n,
    allocated: 20n,
  })
  const recorded = credit({ id: 22n, kind: "reversal", key: "rev:10.void", lineKey: "line:A", amount: 25n })

  it("reopens nothing twice", () => {
    const settled = [
      { debit: B, amount: 40n },
      { debit: A, amount: 60n },
    ]
    expect(shortly({ amount: 75n, settled, earlier: [first] })).toEqual([
      "account 1: -1 rev:10.2#1 order 1 line:A 35, 35 open",
      "account 1: -2 rev:10.2#2 order 1 line:B 40, 40 open",
    ])
  })

  it("counts what rested as taken, not as reopened, and takes it from no refund", () => {
    const settled = [
      { debit: A, amount: 60n },
      { debit: rested, amount: 20n },
      { debit: refund, amount: 20n },
    ]
    const given: Given = { amount: 80n, settled, earlier: [rested] }
    expect(shortly(given)).toEqual([
      "account 1: -1 rev:10.2#1 order 1 line:A 60, 60 open",
      "account 1: -2 rev:10.2#2 order 1 – 20, 20 open",
    ])
    expect(planned(given)[0]?.items.map(({ item }) => item.title)).toEqual([
      "Chargeback: line:A",
      "Chargeback: ref:1",
    ])
  })

  it("is not owed where a rest was taken last, but where the money went before", () => {
    const elsewhere = { ...refund, documentId: 3n }
    const settled = [
      { debit: A, amount: 60n },
      { debit: elsewhere, amount: 20n },
      { debit: rested, amount: 20n },
    ]
    expect(shortly({ amount: 80n, settled, earlier: [rested] })).toEqual([
      "account 1: -1 rev:10.2#1 order 1 line:A 60, 60 open",
      "account 1: -2 rev:10.2#2 order 3 – 20, 20 open",
    ])
  })

  it("is not owed again where an earlier one took a refund's money back, but where another refund paid", () => {
    const fromRefund = debit({ id: 23n, kind: "reversal", key: "rev:10.1", amount: 20n })
    const settled = [
      { debit: { ...refund, id: 5n, key: "ref:2", documentId: 3n }, amount: 20n },
      { debit: refund, amount: 20n },
    ]
    expect(shortly({ amount: 20n, settled, earlier: [fromRefund] })).toEqual([
      "account 1: -1 rev:10.2#1 order 3 – 20, 20 open",
    ])
  })

  it("does not take for reopened what the store recorded by itself", () => {
    const settled = [{ debit: A, amount: 60n }]
    expect(shortly({ amount: 60n, settled, earlier: [recorded] })).toEqual([
      "account 1: -1 rev:10.1#1 order 1 line:A 60, 60 open",
    ])
  })

  it("does not take for reopened what the store takes back of its own record either", () => {
    const again = debit({ id: 23n, kind: "reversal", key: "rev:10.void", sequence: 2, amount: 20n })
    const settled = [{ debit: refund, amount: 20n }]
    expect(shortly({ amount: 20n, settled, earlier: [recorded, again] })).toEqual([
      "account 1: -1 rev:10.1#1 order 1 – 20, 20 open",
    ])
    expect(reversibleOf({ amount: 100n }, { earlier: [recorded, again], voided: 0n })).toBe(100n)
  })

  it("may take what is left: the amount less what reversals and the host took back", () => {
    const money = { amount: 100n }
    expect(reversibleOf(money, { earlier: [], voided: 0n })).toBe(100n)
    expect(reversibleOf(money, { earlier: [first, rested, recorded], voided: 15n })).toBe(40n)
    expect(reversibleOf(money, { earlier: [first], voided: 80n })).toBe(0n)
  })
})

describe("The name of a reversal", () => {
  it("has a number that no earlier one of the payment has", () => {
    const next = (...keys: string[]): number => nextReversal(keys.map((key) => ({ key })))
    expect(next()).toBe(1)
    expect(next("rev:12.1", "rev:12.2.7", "rev:12.void")).toBe(3)
    expect(next("rev:12.10", "rev:14.9")).toBe(11)
    expect(
      ["rev:12.10", "rev:12.2.7", "rev:12.void", "cap:1"].map((key) => reversalNumberOf({ key })),
    ).toEqual([10, 2, null, null])
  })

  it("tells the money again", () => {
    expect(reversedItemOf({ key: "rev:12.1" })).toBe(12n)
    expect(reversedItemOf({ key: "rev:123.void" })).toBe(123n)
    for (const key of ["cap:1", "line:rev:12.1", "rev:1x.1"]) expect(reversedItemOf({ key })).toBeNull()
  })
})

import type { Allocation, OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { sharingOf, type Sharing } from "../../src/modules/reconciliation/domain/order/sharing"
import { charge, credit, debit, held } from "../support/items"

type Owner = Parameters<typeof sharingOf>[0]["owner"]
type Given = readonly [creditId: bigint, debitId: bigint, amount: bigint, more?: Partial<Allocation>]

/** Items whose counters are what their allocations say. */
function shared(
  items: readonly OpenItem[],
  given: readonly Given[],
  owner: Owner = { documentId: 1n },
): Sharing {
  const allocations = given.map(([one, other, amount, more], index) =>
    held(BigInt(index + 1), [one, other], amount, more),
  )
  const counted = items.map((item) => ({
    ...item,
    allocated: allocations
      .filter(({ creditItemId, debitItemId }) => creditItemId === item.id || debitItemId === item.id)
      .reduce((sum, { amount }) => sum + amount, 0n),
  }))
  return sharingOf({ owner, items: counted, allocations })
}

const payers = (sharing: Sharing): string[] =>
  sharing.payers.map(
    ({ item, isMoney, amount, here, elsewhere, unallocated }) =>
      `${item.key}${isMoney ? "" : " (credit)"}: ${amount} = ${here} + ${elsewhere} elsewhere + ${unallocated} left`,
  )
const debts = (sharing: Sharing): string[] =>
  sharing.debts.map(
    ({ key, amount, settled, open, isOfLine }) =>
      `${key}${isOfLine ? "" : " (refund)"}: ${amount} = ${settled} + ${open} open`,
  )
const shares = ({ shares: all }: Sharing): string[] =>
  all.map(({ creditItemId, debtKey, amount }) => `${creditItemId} → ${debtKey} ${amount}`)

const A = charge(1n, "A", 100n)
const B = charge(2n, "B", 40n)
const cash = credit({ id: 7n, kind: "payment", amount: 120n })
const lowered = credit({
  id: 8n,
  kind: "adjustment",
  key: "line:A",
  sequence: 2,
  lineKey: "line:A",
  amount: 30n,
})
const refund = debit({ id: 9n, kind: "refund", key: "ref:1", amount: 10n })
const others = { documentId: 2n }

describe("F33: what shares the code of an order", () => {
  it("is what pays and what it settles, and what is owed and has no money", () => {
    const sharing = shared(
      [A, B, cash],
      [
        [7n, 1n, 100n],
        [7n, 2n, 15n],
      ],
    )
    expect(payers(sharing)).toEqual(["cap:7: 120 = 115 + 0 elsewhere + 5 left"])
    expect(debts(sharing)).toEqual(["line:A: 100 = 100 + 0 open", "line:B: 40 = 15 + 25 open"])
    expect(shares(sharing)).toEqual(["7 → line:A 100", "7 → line:B 15"])
  })

  it.each<[string, OpenItem[], Given[], { paid: string[]; owed: string[] }]>([
    [
      "a line's credit on its own line pays nothing: the line costs less, and the credit is as much smaller",
      [A, B, lowered],
      [
        [8n, 1n, 20n, { rule: "own_line" }],
        [8n, 2n, 10n, { rule: "own_order" }],
      ],
      {
        paid: ["line:A (credit): 10 = 10 + 0 elsewhere + 0 left"],
        owed: ["line:A: 80 = 0 + 80 open", "line:B: 40 = 10 + 30 open"],
      },
    ],
    [
      "a line that was wholly cancelled before it was paid is not there",
      [charge(1n, "A", 30n), B, lowered],
      [[8n, 1n, 30n, { rule: "own_line" }]],
      { paid: [], owed: ["line:B: 40 = 0 + 40 open"] },
    ],
    [
      "a cent of rounding lowers the line that it is put on",
      [A, credit({ id: 3n, kind: "rounding", key: "round:1", lineKey: "round:1", amount: 1n })],
      [[3n, 1n, 1n]],
      { paid: [], owed: ["line:A: 99 = 0 + 99 open"] },
    ],
    [
      "a refund is owed too, and a credit of a line may be what pays it",
      [A, cash, lowered, refund],
      [
        [7n, 1n, 100n],
        [8n, 9n, 10n, { rule: "refund_of_line" }],
      ],
      {
        paid: [
          "cap:7: 120 = 100 + 0 elsewhere + 20 left",
          "line:A (credit): 30 = 10 + 0 elsewhere + 20 left",
        ],
        owed: ["line:A: 100 = 100 + 0 open", "ref:1#1 (refund): 10 = 10 + 0 open"],
      },
    ],
    [
      "what a price was raised by is of the same line",
      [A, charge(3n, "A", 20n, { kind: "adjustment", sequence: 2 }), cash],
      [
        [7n, 1n, 100n],
        [7n, 3n, 20n],
      ],
      { paid: ["cap:7: 120 = 120 + 0 elsewhere + 0 left"], owed: ["line:A: 120 = 120 + 0 open"] },
    ],
    [
      "what a reversal opened of a line again is owed by itself",
      [A, debit({ id: 3n, kind: "reversal", key: "rev:7.1", lineKey: "line:A", amount: 60n }), cash],
      [
        [7n, 1n, 100n],
        [7n, 3n, 20n],
      ],
      {
        paid: ["cap:7: 120 = 120 + 0 elsewhere + 0 left"],
        owed: ["line:A: 100 = 100 + 0 open", "rev:7.1#1: 60 = 20 + 40 open"],
      },
    ],
    [
      "money of elsewhere pays here with a part",
      [A, credit({ id: 7n, kind: "deposit", documentId: null, amount: 120n }), charge(5n, "X", 50n, others)],
      [
        [7n, 1n, 60n],
        [7n, 5n, 50n],
      ],
      { paid: ["deposit:7: 120 = 60 + 50 elsewhere + 10 left"], owed: ["line:A: 100 = 60 + 40 open"] },
    ],
    [
      "what goes on in another account is neither paid nor owed here any more",
      [
        A,
        cash,
        credit({ id: 3n, kind: "transfer", key: "move:out:line:A#1", lineKey: "line:A", amount: 30n }),
        debit({ id: 4n, kind: "transfer", key: "move:out:cap:7#1", amount: 50n }),
      ],
      [
        [7n, 1n, 70n],
        [3n, 1n, 30n],
        [7n, 4n, 50n],
      ],
      { paid: ["cap:7: 70 = 70 + 0 elsewhere + 0 left"], owed: ["line:A: 70 = 70 + 0 open"] },
    ],
  ])("%s", (_, items, given, { paid, owed }) => {
    const sharing = shared(items, given)
    expect([payers(sharing), debts(sharing)]).toEqual([paid, owed])
  })

  it("lists lines as the order does and payers by age, and shares in that order", () => {
    const late = credit({ id: 6n, kind: "payment", amount: 30n, occurredAt: "2026-02-01T00:00:00.000Z" })
    const sharing = shared(
      [charge(1n, "A", 10n, { position: 5 }), charge(2n, "B", 40n, { position: 2 }), late, cash, refund],
      [
        [6n, 1n, 5n],
        [6n, 2n, 5n],
        [7n, 9n, 10n],
        [7n, 1n, 5n],
        [7n, 2n, 5n],
      ],
    )
    expect(shares(sharing)).toEqual([
      "7 → line:B 5",
      "7 → line:A 5",
      "7 → ref:1#1 10",
      "6 → line:B 5",
      "6 → line:A 5",
    ])
  })

  it("makes one share of several allocations between the same two", () => {
    const sharing = shared(
      [A, cash],
      [
        [7n, 1n, 60n],
        [7n, 1n, 5n, { instalmentId: 3n }],
      ],
    )
    expect(
      sharing.shares.map(({ amount, allocations }) => [amount, allocations.map(({ id }) => id)]),
    ).toEqual([[65n, [1n, 2n]]])
  })
})

describe("F34: what shares the code of a credit", () => {
  it("is what the credit pays, of whatever order, and not what that has open", () => {
    const deposit = credit({ id: 7n, kind: "deposit", documentId: null, amount: 120n })
    const sharing = shared(
      [A, charge(5n, "X", 50n, others), deposit, { ...cash, id: 8n }],
      [
        [7n, 1n, 60n],
        [7n, 5n, 50n],
      ],
      {
        itemId: 7n,
      },
    )
    expect(payers(sharing)).toEqual(["deposit:7: 120 = 110 + 0 elsewhere + 10 left"])
    expect(debts(sharing)).toEqual(["line:A: 60 = 60 + 0 open", "line:X: 50 = 50 + 0 open"])
  })

  it("is the credit alone when nothing is left of what it paid", () => {
    const deposit = credit({ id: 7n, kind: "deposit", documentId: null, amount: 120n })
    const sharing = shared([deposit], [], { itemId: 7n })
    expect([payers(sharing), debts(sharing)]).toEqual([["deposit:7: 120 = 0 + 0 elsewhere + 120 left"], []])
  })
})

import { candidateOf, itemAfter } from "../../src/modules/reconciliation/domain/allocation/candidate"
import { codesOpenedBy } from "../../src/modules/reconciliation/domain/allocation/sequence"
import { STRATEGIES } from "../../src/modules/reconciliation/domain/allocation/strategies"
import type { Candidate } from "../../src/modules/reconciliation/domain/allocation/strategy"
import {
  isCharge,
  isMoneyIn,
  isOfLine,
  type OpenItem,
} from "../../src/modules/reconciliation/domain/open-item"
import { isWhole } from "../../src/modules/reconciliation/domain/planner/take-back"
import {
  openingItem,
  planUndoneOpening,
  type OpeningBalance,
} from "../../src/modules/reconciliation/domain/posting/opening-balance"
import { planReversal } from "../../src/modules/reconciliation/domain/reversals/reverse"

const opening = (said: string, more: Partial<OpeningBalance> = {}, id = 1n): OpenItem => {
  const [direction, amount = "0"] = said.split(" ")
  return openingItem(
    {
      key: `opening:batch.${id}`,
      direction: direction === "owes" ? "owes" : "has_money",
      amount: BigInt(amount),
      occurredAt: "2025-12-31T12:00:00.000Z",
      occurredOn: "2025-12-31",
      dueOn: null,
      memo: null,
      position: Number(id),
      ...more,
    },
    id,
  )
}

const placed = (item: OpenItem, documentId: bigint | null = item.documentId): Candidate =>
  candidateOf(
    { ...item, documentId },
    {
      placedAt: item.occurredAt,
      placedOn: item.occurredOn,
      orderId: documentId === null ? null : `order_${documentId}`,
    },
  )

/** An order's line of January. */
const line = (amount: bigint, id: bigint): Candidate =>
  placed(
    {
      ...opening("owes 1", {}, id),
      kind: "charge",
      key: `line:${id}`,
      lineKey: `line:${id}`,
      amount,
      occurredAt: "2026-01-02T09:00:00.000Z",
      occurredOn: "2026-01-02",
    },
    id,
  )

const deposit = (amount: bigint, id = 50n): Candidate =>
  placed({
    ...opening("has 1", {}, id),
    kind: "deposit",
    key: "deposit:cheque",
    amount,
    occurredAt: "2026-01-05T09:00:00.000Z",
    occurredOn: "2026-01-05",
  })

describe("F61: an opening balance", () => {
  it.each`
    said          | side        | charge   | money    | line
    ${"owes 100"} | ${"debit"}  | ${true}  | ${false} | ${true}
    ${"has 100"}  | ${"credit"} | ${false} | ${true}  | ${false}
  `(
    "that $said is a $side",
    ({ said, side, charge, money, line: isLine }: Record<string, string | boolean>) => {
      const item = opening(String(said), { dueOn: "2026-01-31" })
      expect([item.side, isCharge(item), isMoneyIn(item), isOfLine(item)]).toEqual([
        side,
        charge,
        money,
        isLine,
      ])
      expect([item.documentId, item.dueOn]).toEqual([null, side === "debit" ? "2026-01-31" : null])
    },
  )

  it("is paid before every order by oldest_first, of one day the first of its batch first", () => {
    // By their keys alone the tenth would come before the ninth.
    const [ninth, tenth] = [opening("owes 30", {}, 9n), opening("owes 40", {}, 10n)]
    const paid = STRATEGIES.oldest_first([deposit(80n)], [line(100n, 20n), placed(tenth), placed(ninth)])
    expect(paid.map(({ debit, amount }) => [debit.id, amount])).toEqual([
      [9n, 30n],
      [10n, 40n],
      [20n, 10n],
    ])
  })

  it("is one debt for exact_match, and not one with the others of its customer", () => {
    const debits = [placed(opening("owes 40", {}, 1n)), placed(opening("owes 30", {}, 2n)), line(100n, 10n)]
    const paid = STRATEGIES.exact_match([deposit(30n)], debits)
    expect(paid.map(({ debit, amount, rule }) => [debit.id, amount, rule])).toEqual([
      [2n, 30n, "exact_match"],
    ])
  })

  it("opens a code for what pays it, also where both are opening balances, and none of its own", () => {
    const [owed, had] = [opening("owes 100", {}, 1n), opening("has 100", {}, 2n)]
    const nothing = { documents: new Set<bigint>(), items: new Set<bigint>() }
    expect(codesOpenedBy([{ credit: had, debit: owed }], nothing)).toEqual([{ itemId: 2n }])
  })

  it.each(["owes 100", "has 100"])(
    "that %s is taken back by its opposite, which opens no code and is whole",
    (said) => {
      const item = opening(said)
      const { item: counter, proposals } = planUndoneOpening(placed(item), {
        at: "2026-02-01T09:00:00.000Z",
        on: "2026-02-01",
      })
      expect([counter.side === item.side, counter.amount, counter.allocated, counter.lineKey]).toEqual([
        false,
        100n,
        100n,
        null,
      ])
      expect(proposals.map(({ amount, rule }) => [amount, rule])).toEqual([[100n, "opening_undone"]])
      expect(codesOpenedBy(proposals, { documents: new Set(), items: new Set() })).toEqual([])
      expect(isWhole(counter)).toBe(true)
    },
  )

  it("is owed again, with its day, when what paid it is taken back; before what settled nothing of it", () => {
    const owed = opening("owes 100", { dueOn: "2026-01-31" })
    const money = deposit(130n)
    money.open = 30n
    const [account] = planReversal({
      chain: [
        {
          money: { ...money, item: itemAfter(money) },
          accountId: 7n,
          settled: [{ debit: { ...owed, allocated: 100n }, amount: 100n }],
          earlier: [],
        },
      ],
      number: 1,
      amount: 130n,
      homeOf: () => undefined,
      description: {
        kind: "bounced_cheque",
        title: "Bounced cheque",
        reference: "",
        occurredAt: "2026-02-01T09:00:00.000Z",
        occurredOn: "2026-02-01",
      },
    })
    expect(account?.accountId).toBe(7n)
    expect(
      account?.items.map(({ item }) => [item.kind, item.amount, item.lineKey, item.documentId, item.dueOn]),
    ).toEqual([
      ["reversal", 30n, null, null, null],
      ["reversal", 100n, owed.lineKey, null, "2026-01-31"],
    ])
  })
})

import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { reversedItemOf } from "../../src/modules/reconciliation/domain/key"
import {
  nextReversal,
  planReversal,
  postedBy,
  reversibleAmong,
  type ReversalInput,
  type Settled,
} from "../../src/modules/reconciliation/domain/reversals/reverse"
import { charge, credit, debit, open } from "../support/items"

const MOMENT = { occurredAt: "2026-01-20T09:00:00.000Z", occurredOn: "2026-01-20" }
const PLACED = { placedAt: "2025-12-01T09:00:00.000Z", placedOn: "2025-12-01" }
/** Order 1 is in account 1, order 2 in account 2. */
const homeOf: ReversalInput["homeOf"] = (documentId) =>
  documentId === null ? undefined : { ...PLACED, accountId: documentId }

const description = { kind: "chargeback", title: "Chargeback", reference: "dp_1", ...MOMENT }

const A = charge(1n, "A", 60n, { allocated: 60n })

describe("F66: a capture of which money went on with its order", () => {
  // 200 came to account 1 and paid 60 there and 100 of order 2; of 40 that went on to account 2, 25 paid a line.
  const moved = debit({ id: 30n, kind: "transfer", key: "move:out:cap:1#1", amount: 40n, allocated: 40n })
  const came = credit({ id: 10n, kind: "payment", key: "cap:1", amount: 200n, allocated: 200n })
  const wentOn = credit({ id: 31n, kind: "payment", key: "move:in:cap:1#1", amount: 40n, allocated: 25n })
  const Y = charge(5n, "Y", 25n, { allocated: 25n, documentId: 2n })
  const big = charge(6n, "Z", 100n, { allocated: 100n, documentId: 2n })
  const chain = (...earlier: OpenItem[]) => {
    const of = (item: OpenItem, accountId: bigint, settled: Settled[]) => ({
      money: { ...candidate(item) },
      accountId,
      settled,
      earlier: earlier.filter((one) => reversedItemOf(one) === item.id),
    })
    return [
      of(came, 1n, [
        { debit: A, amount: 60n },
        { debit: big, amount: 100n },
        { debit: moved, amount: 40n },
      ]),
      of(wentOn, 2n, [{ debit: Y, amount: 25n }]),
    ]
  }
  const candidate = (item: OpenItem) => {
    const [only] = open(item)
    if (!only) throw new Error("no money")
    return only
  }
  const posted = (amount: bigint, ...earlier: OpenItem[]): string[] =>
    planReversal({
      chain: chain(...earlier),
      number: nextReversal(earlier),
      amount,
      homeOf,
      description,
    }).flatMap(({ accountId, items }) =>
      postedBy(items).map(
        (item) =>
          `account ${accountId}: ${item.id} ${item.key}#${item.sequence} ${item.lineKey ?? "–"} ${item.amount}`,
      ),
    )

  it("is taken back wherever it went: what rests, then lines, in the newest account first", () => {
    expect(posted(200n)).toEqual([
      "account 2: -1 rev:31.1#1 – 15",
      "account 2: -2 rev:31.1#2 line:Y 25",
      "account 2: -3 rev:10.1.2#1 line:Z 100",
      "account 1: -1 rev:10.1#1 line:A 60",
    ])
    expect(posted(45n)).toEqual([
      "account 2: -1 rev:31.1#1 – 15",
      "account 2: -2 rev:31.1#2 line:Y 25",
      "account 2: -3 rev:10.1.2#1 line:Z 5",
    ])
  })

  it("may be taken back to the amount that came, and in one account to what it settled or left there", () => {
    const left = (which: ReturnType<typeof chain>, reversals: OpenItem[], voided = 0n): bigint =>
      reversibleAmong(which, { came, reversals, voided })
    expect(left(chain(), [])).toBe(200n)
    expect(chain().map((one) => left([one], []))).toEqual([160n, 40n])
    const earlier = [debit({ id: 40n, kind: "reversal", key: "rev:31.1", lineKey: "line:Y", amount: 25n })]
    expect(left(chain(...earlier), earlier)).toBe(175n)
    expect(chain(...earlier).map((one) => left([one], earlier))).toEqual([160n, 15n])
    expect(left(chain(), [], 190n)).toBe(10n)
  })

  it("is taken back in part after part", () => {
    const earlier = [
      debit({ id: 40n, kind: "reversal", key: "rev:31.1", lineKey: "line:Y", documentId: 2n, amount: 25n }),
    ]
    expect(posted(30n, ...earlier)).toEqual([
      "account 2: -1 rev:31.2#1 – 15",
      "account 2: -2 rev:10.2.2#1 line:Z 15",
    ])
  })
})

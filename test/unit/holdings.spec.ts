import { holdingsOf, type Reach } from "../../src/modules/reconciliation/domain/reversals/holdings"
import { charge, credit, debit } from "../support/items"

const CAPTURE = 10n
const [a, b, c] = [charge(1n, "A", 100n), charge(2n, "B", 100n), charge(3n, "C", 100n)]
const creditOf = (id: bigint, line: string, open = 0n): Reach["items"][number] =>
  credit({ id, kind: "credit_line", lineKey: `line:${line}`, amount: 100n, allocated: 100n - open })

const items = [
  a,
  b,
  c,
  credit({ id: CAPTURE, kind: "payment", amount: 1_000n }),
  credit({ id: 11n, kind: "payment", amount: 1_000n }),
  creditOf(21n, "A"),
  creditOf(22n, "B"),
  creditOf(24n, "C"),
  debit({ id: 30n, kind: "refund", amount: 100n }),
]

/** Allocations in the order of their making: from, to, amount. */
function reachOf(steps: [bigint, bigint, bigint][], more: Reach["items"] = []): Reach {
  const allocations = steps.map(([creditItemId, debitItemId, amount], index) => ({
    id: BigInt(index + 1),
    creditItemId,
    debitItemId,
    amount,
  }))
  return { items: [...items, ...more], allocations }
}

function found(reach: Reach): string {
  const { waiting, held, gone } = holdingsOf(new Set([CAPTURE]), reach)
  return Object.entries({ waiting, held, gone })
    .flatMap(([name, parts]) => parts.map(({ at, amount }) => `${name} ${at.key} ${amount}`))
    .join(", ")
}

const reversalOf = (line: string, amount: bigint, money = CAPTURE): Reach["items"][number] =>
  debit({ id: 40n + money, kind: "reversal", key: `rev:${money}.1`, lineKey: `line:${line}`, amount })

describe("F66: where money is by now", () => {
  it.each<[string, string, Reach]>([
    ["lies where it paid", "held line:A 60", reachOf([[CAPTURE, 1n, 60n]])],
    [
      "goes on with the line's credit, and with the next line's",
      "held line:C 60",
      reachOf([
        [CAPTURE, 1n, 60n],
        [21n, 2n, 60n],
        [22n, 3n, 60n],
      ]),
    ],
    [
      "is split as the credit is",
      "held line:C 10, held line:B 20, gone line:A 30",
      reachOf([
        [CAPTURE, 1n, 60n],
        [21n, 30n, 30n],
        [21n, 2n, 20n],
        [21n, 3n, 10n],
      ]),
    ],
    [
      "does not go round with credits that paid each other before it came",
      "held line:A 1",
      reachOf([
        [21n, 2n, 10n ** 9n],
        [22n, 1n, 10n ** 9n],
        [CAPTURE, 1n, 1n],
      ]),
    ],
    [
      "stays when a credit gives back what another line's had given before it came",
      "held line:A 13",
      reachOf(
        [
          [22n, 1n, 50n],
          [CAPTURE, 1n, 61n],
          [21n, 2n, 50n],
        ],
        [reversalOf("A", 48n)],
      ),
    ],
    [
      "follows what a credit of such a circle had to spare",
      "held line:B 5, held line:A 1",
      reachOf([
        [21n, 2n, 10n ** 9n + 5n],
        [22n, 3n, 10n ** 9n],
        [24n, 1n, 10n ** 9n],
        [CAPTURE, 1n, 6n],
      ]),
    ],
    [
      "waits with a credit that is not used",
      "waiting line:A 60",
      reachOf([[CAPTURE, 1n, 60n]], [creditOf(23n, "A", 60n)]),
    ],
    [
      "follows a credit that was used before it came",
      "held line:B 30, held line:A 10",
      reachOf([
        [21n, 2n, 30n],
        [CAPTURE, 1n, 40n],
      ]),
    ],
    [
      "follows a credit that was paid out before it came",
      "held line:A 10, gone line:A 30",
      reachOf([
        [21n, 30n, 30n],
        [CAPTURE, 1n, 40n],
      ]),
    ],
    ["lies there no more when it was reversed", "", reachOf([[CAPTURE, 1n, 60n]], [reversalOf("A", 60n)])],
    [
      "goes on in place of newer money that was reversed",
      "held line:C 60",
      reachOf(
        [
          [CAPTURE, 1n, 60n],
          [11n, 1n, 60n],
          [21n, 3n, 60n],
        ],
        [reversalOf("A", 60n, 11n)],
      ),
    ],
    [
      "goes on with the rest when a part of it was reversed further on",
      "held line:C 40, held line:A 20",
      reachOf(
        [
          [CAPTURE, 1n, 80n],
          [11n, 1n, 60n],
          [21n, 3n, 60n],
        ],
        [reversalOf("A", 60n, 11n), reversalOf("C", 20n)],
      ),
    ],
  ])("money %s", (_, expected, reach) => {
    expect(found(reach)).toBe(expected)
  })
})

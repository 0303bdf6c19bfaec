import {
  planChosenRefund,
  type HostBeforeRefund,
} from "../../src/modules/reconciliation/domain/refunds/chosen-refund"
import { ReconciliationError } from "../../src/modules/reconciliation/domain/errors"
import { matrixOf } from "../../src/modules/reconciliation/domain/order/matrix"
import { openAmount, type Allocation, type OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { refundableRows, type RefundOfRows } from "../../src/modules/reconciliation/domain/refunds/refundable"
import { credit, debit } from "../support/items"

/** One order's postings and what settles what: "credit id → debit id amount". */
interface Timeline {
  items: OpenItem[]
  settled: string[]
  chosen?: RefundOfRows[]
  expected?: { lineKey: string; amount: bigint }[]
}

function allocationsOf({ settled }: Timeline): Allocation[] {
  return settled.map((text, index) => {
    const [, from = "", to = "", amount = ""] = /^(\d+) → (\d+) (\d+)$/.exec(text) ?? []
    return {
      id: BigInt(index + 1),
      creditItemId: BigInt(from),
      debitItemId: BigInt(to),
      amount: BigInt(amount),
      origin: "auto",
      rule: "line_order",
      step: index + 1,
      creditOpenBefore: 0n,
      debitOpenBefore: 0n,
      creditTaxes: [],
      debitTaxes: [],
      instalmentId: null,
      releases: null,
      accountingOn: "2026-01-01",
      recordedAt: "2026-01-01T00:00:00.000Z",
    }
  })
}

/** Items with the counters that their allocations make. */
function counted(timeline: Timeline): OpenItem[] {
  const allocations = allocationsOf(timeline)
  return timeline.items.map((item) => ({
    ...item,
    allocated: allocations
      .filter(({ creditItemId, debitItemId }) => creditItemId === item.id || debitItemId === item.id)
      .reduce((sum, { amount }) => sum + amount, 0n),
  }))
}

const line = (id: bigint, name: string, amount: bigint): OpenItem =>
  debit({ id, kind: "charge", key: `line:${name}`, lineKey: `line:${name}`, position: Number(id), amount })
const lowered = (id: bigint, name: string, amount: bigint): OpenItem =>
  credit({ id, kind: "adjustment", key: `line:${name}`, sequence: 2, lineKey: `line:${name}`, amount })
const paid = (id: bigint, amount: bigint): OpenItem =>
  credit({ id, kind: "payment", key: `cap:${id}`, amount })
const refund = (id: bigint, amount: bigint): OpenItem =>
  debit({ id, kind: "refund", key: `ref:${id}`, amount })

const A_AND_B = [line(1n, "A", 108n), line(2n, "B", 36n), paid(3n, 144n)]
const PAID: Timeline = { items: A_AND_B, settled: ["3 → 1 108", "3 → 2 36"] }
const B_OFF: Timeline = { items: [...A_AND_B, lowered(4n, "B", 36n)], settled: PAID.settled }
const HALF_A: Timeline = { items: [...A_AND_B, lowered(4n, "A", 54n)], settled: PAID.settled }

function tablesOf(timeline: Timeline) {
  const [items, allocations] = [counted(timeline), allocationsOf(timeline)]
  const { rows } = matrixOf({ documentId: 1n, items, allocations })
  const { chosen = [] } = timeline
  return { items, rows, refundable: refundableRows({ documentId: 1n, rows, items, allocations, chosen }) }
}

const most = (timeline: Timeline): string =>
  [...tablesOf(timeline).refundable].map(([key, row]) => `${key.slice(5)} ${row.most}`).join(", ")

const chose = (key: string | null, ...lines: [string, bigint][]): RefundOfRows => ({
  key,
  lines: lines.map(([name, amount]) => ({ lineKey: `line:${name}`, amount })),
})

describe("F17: what a row may be paid back by choice", () => {
  it.each<[string, Timeline, string]>([
    ["what it received", PAID, "A 108, B 36"],
    ["nothing of what it did not receive", { ...PAID, settled: ["3 → 1 108"] }, "A 108, B 0"],
    ["its credit that waits, when all of it is gone", B_OFF, "A 108, B 36"],
    ["its credit that waits and what it still holds", HALF_A, "A 108, B 36"],
    [
      "no credit that pays another row already",
      { items: [...HALF_A.items, line(5n, "C", 50n)], settled: [...PAID.settled, "4 → 5 50"] },
      "A 58, B 36, C 50",
    ],
    [
      "no credit that a refund has taken",
      { items: [...HALF_A.items, refund(5n, 54n)], settled: [...PAID.settled, "4 → 5 54"] },
      "A 54, B 36",
    ],
    [
      "no more than it received, however often it was credited",
      {
        items: [...B_OFF.items, lowered(6n, "B", 36n), refund(5n, 36n)],
        settled: [...PAID.settled, "6 → 5 36"],
      },
      "A 108, B 0",
    ],
    ["less what is being refunded", { ...PAID, chosen: [chose(null, ["B", 36n], ["A", 8n])] }, "A 100, B 0"],
    [
      "less what a refund chose that the ledger has not read",
      { ...PAID, chosen: [chose("ref:9", ["B", 30n])] },
      "A 108, B 6",
    ],
    [
      "less what the host broke off: paid out, and no row lowered",
      { items: [...A_AND_B, refund(5n, 36n)], settled: PAID.settled, chosen: [chose("ref:5", ["B", 36n])] },
      "A 108, B 0",
    ],
    [
      "only once less what was chosen, when the row's credit has paid it",
      {
        items: [...B_OFF.items, refund(5n, 30n)],
        settled: [...PAID.settled, "4 → 5 30"],
        chosen: [chose("ref:5", ["B", 30n])],
      },
      "A 108, B 6",
    ],
    [
      "again what the host took back",
      {
        items: [
          ...A_AND_B,
          refund(5n, 36n),
          credit({ id: 6n, kind: "void", key: "ref:5", amount: 36n, sequence: 2 }),
        ],
        settled: [...PAID.settled, "6 → 5 36"],
        chosen: [chose("ref:5", ["B", 36n])],
      },
      "A 108, B 36",
    ],
    [
      "nothing of what was written off",
      {
        items: [
          line(1n, "A", 108n),
          line(2n, "B", 36n),
          paid(3n, 138n),
          credit({ id: 4n, kind: "write_off", key: "woff:1", amount: 6n }),
        ],
        settled: ["3 → 1 108", "3 → 2 30", "4 → 2 6"],
      },
      "A 108, B 30",
    ],
    [
      "nothing of the rounding",
      {
        items: [
          ...A_AND_B,
          debit({
            id: 7n,
            kind: "rounding",
            key: "round:1",
            lineKey: "round:1",
            amount: 1n,
            position: 2_000_000,
          }),
        ],
        settled: PAID.settled,
      },
      "A 108, B 36",
    ],
  ])("is %s", (_, timeline, expected) => {
    expect(most(timeline)).toBe(expected)
  })
})

/** Minor units by row, and how the host stands. */
type Asked = [Record<string, bigint>, Partial<HostBeforeRefund>]

const HOST: HostBeforeRefund = { owes: 0n, isInexact: false, isCanceled: false, isChanging: false }

/** What each chosen row is lowered by, or the code of the refusal. */
function planned(
  timeline: Timeline,
  rows: Record<string, bigint>,
  host: Partial<HostBeforeRefund> = {},
): string {
  const { items, ...tables } = tablesOf(timeline)
  const wanted = new Map(Object.entries(rows).map(([name, amount]) => [`line:${name}`, amount]))
  try {
    const chosen = planChosenRefund({
      orderId: "order_1",
      digits: 2,
      amount: [...wanted.values()].reduce((sum, amount) => sum + amount, 0n),
      wanted,
      ...tables,
      expected: timeline.expected ?? [],
      openRefunds: items
        .filter(({ kind }) => kind === "refund")
        .reduce((sum, item) => sum + openAmount(item), 0n),
      host: { ...HOST, ...host },
    })
    return chosen.map(({ lineKey, lowers }) => `${lineKey.slice(5)} ${lowers}`).join(", ")
  } catch (error) {
    return error instanceof ReconciliationError ? error.code : String(error)
  }
}

describe("F17: whether a refund can pay back exactly the chosen rows", () => {
  const coming = { ...PAID, expected: [{ lineKey: "line:A", amount: 54n }] }

  it.each<[string, Timeline, Asked, string]>([
    ["the host lowers them where it owes nothing", PAID, [{ A: 10n, B: 36n }, {}], "A 10, B 36"],
    ["it lowers nothing where their credit waits", B_OFF, [{ B: 36n }, { owes: 36n }], "B 0"],
    ["it lowers the rest beyond the credit", HALF_A, [{ A: 108n }, { owes: 54n }], "A 54"],
    ["or of another row in the same refund", B_OFF, [{ A: 10n, B: 36n }, { owes: 36n }], "A 10, B 0"],
    ["not while another row's credit waits", B_OFF, [{ A: 10n }, { owes: 36n }], "refund_uses_other_credit"],
    ["nor with a part of it", B_OFF, [{ A: 10n, B: 30n }, { owes: 36n }], "refund_uses_other_credit"],
    ["nor when the order was paid too much", PAID, [{ A: 10n }, { owes: 32n }], "refund_uses_other_credit"],
    ["not with credit that the host does not know of", B_OFF, [{ B: 36n }, {}], "refund_lowers_other_rows"],
    ["what is on its way counts as their credit", coming, [{ A: 54n }, { owes: 54n }], "A 0"],
    ["and more of another row is lowered", coming, [{ A: 54n, B: 6n }, { owes: 54n }], "A 0, B 6"],
    [
      "only what earlier refunds have not to be paid by, once",
      {
        items: [...A_AND_B, refund(5n, 54n)],
        settled: PAID.settled,
        expected: [...coming.expected, { lineKey: "line:B", amount: 36n }],
      },
      [{ A: 36n, B: 36n }, { owes: 36n }],
      "A 0, B 36",
    ],
    ["but not twice", { ...coming, items: [...A_AND_B, refund(5n, 54n)] }, [{ A: 54n }, {}], "A 54"],
    [
      "a part of a minor unit that the host owes goes to a chosen row",
      PAID,
      [{ A: 10n }, { owes: 1n, isInexact: true }],
      "A 9",
    ],
    ["never more than that", PAID, [{ A: 10n }, { owes: 2n, isInexact: true }], "refund_uses_other_credit"],
    ["nor where the host counts whole units", PAID, [{ A: 10n }, { owes: 1n }], "refund_uses_other_credit"],
    [
      "not while a change is begun that the host's credit line would meet",
      PAID,
      [{ B: 36n }, { isChanging: true }],
      "order_changing",
    ],
    [
      "which a refund without credit line does not",
      B_OFF,
      [{ B: 36n }, { owes: 36n, isChanging: true }],
      "B 0",
    ],
    [
      "not on a cancelled order that the host would have to lower",
      PAID,
      [{ B: 36n }, { isCanceled: true }],
      "order_cancelled",
    ],
    ["not above what a row can be paid back", PAID, [{ B: 37n }, {}], "refund_above_received"],
    ["not of a row that the order has not", PAID, [{ C: 1n }, {}], "row_unknown"],
  ])("%s", (_, timeline, [rows, host], expected) => {
    expect(planned(timeline, rows, host)).toBe(expected)
  })
})

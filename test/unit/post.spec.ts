import type {
  Desired,
  DocumentState,
  PostingClass,
} from "../../src/modules/reconciliation/domain/posting/document-state"
import { ReconciliationError } from "../../src/modules/reconciliation/domain/errors"
import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { post } from "../../src/modules/reconciliation/domain/posting/post"
import { WorkingLedger } from "../../src/modules/reconciliation/domain/posting/working-ledger"
import { taxes } from "../support/items"
import { shown, stateOf } from "../support/states"

const PLACED = { placedAt: "2026-01-01T09:00:00.000Z", placedOn: "2026-01-01" }
/** Posts what the host showed, one state after the other. */
function posted(...states: (DocumentState & { linesStand?: boolean })[]): OpenItem[] {
  const ledger = new WorkingLedger({ documentId: 1n, ...PLACED, items: [] })
  for (const { linesStand = false, ...state } of states)
    post(ledger, state, { orderId: "order_1", linesStand })
  return ledger.posted.map(({ item }) => item)
}

const shortly = (items: readonly OpenItem[]): string[] =>
  items.map(({ side, kind, key, sequence, amount }) => `${side} ${kind} ${key}#${sequence} ${amount}`)

describe("What a posting is", () => {
  it.each<[PostingClass, bigint[], string[]]>([
    [
      "line",
      [10n, 12n, 5n],
      ["debit charge line:1#1 10", "debit adjustment line:1#2 2", "credit adjustment line:1#3 7"],
    ],
    ["line", [-5n], ["credit adjustment line:1#1 5"]],
    [
      "fee",
      [10n, 12n, 5n],
      ["debit fee line:1#1 10", "debit fee line:1#2 2", "credit adjustment line:1#3 7"],
    ],
    [
      "shipping",
      [10n, 12n, 5n],
      ["debit shipping ship:1#1 10", "debit adjustment ship:1#2 2", "credit adjustment ship:1#3 7"],
    ],
    ["shipping", [-5n], ["credit adjustment ship:1#1 5"]],
    ["return_shipping", [10n], ["debit return_shipping ship:1#1 10"]],
    [
      "payment",
      [-10n, -12n, -5n],
      ["credit payment cap:1#1 10", "credit payment cap:1#2 2", "debit void cap:1#3 7"],
    ],
    ["stored_value", [-10n, 0n], ["credit stored_value value:1#1 10", "debit void value:1#2 10"]],
    [
      "refund",
      [10n, 12n, 5n],
      ["debit refund ref:1#1 10", "debit refund ref:1#2 2", "credit void ref:1#3 7"],
    ],
  ])("of a %s follows from its side and from what stands", (postingClass, amounts, wanted) => {
    const states = amounts.map((signed, index) => stateOf(index + 2, [shown(postingClass, signed)]))
    expect(shortly(posted(...states))).toEqual(wanted)
  })

  it("is named as its line, and as taken back only where money is", () => {
    const before = stateOf(2, [shown("line", 10n), shown("payment", -10n), shown("refund", 5n)])
    const after = stateOf(3, [shown("line", 4n)])
    expect(posted(before, after).map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      "charge: Title of line:1",
      "payment: Title of cap:1",
      "refund: Title of ref:1",
      "adjustment: Title of line:1",
      "void: Title of cap:1 taken back",
      "void: Title of ref:1 taken back",
    ])
  })

  it("contains tax of its own sign, whatever its side", () => {
    const line = (signed: bigint, tax: bigint): Desired => shown("line", signed, { taxes: taxes(tax) })
    const items = posted(
      stateOf(2, [line(120n, 20n)]),
      stateOf(3, [line(60n, 10n)]),
      stateOf(4, [line(90n, 15n)]),
    )
    expect(items.map(({ side, amount, taxes: parts }) => [side, amount, parts])).toEqual([
      ["debit", 120n, taxes(20n)],
      ["credit", 60n, taxes(10n)],
      ["debit", 30n, taxes(5n)],
    ])
  })
})

describe("F16: a credit line that the host no longer shows", () => {
  const lines = [
    shown("line", 60n, { name: "A", taxes: taxes(10n) }),
    shown("line", 30n, { name: "B", position: 1 }),
  ]

  it("is taken back from each line that it lowered, with its tax, when that came to light", () => {
    const items = posted(
      stateOf(2, lines),
      stateOf(3, [...lines, shown("credit_line", -45n, { day: 3 })]),
      stateOf(5, lines),
    )
    const credits = items.filter(({ kind }) => kind === "credit_line")
    expect(
      credits.map(
        ({ side, sequence, lineKey, amount, taxes: parts, occurredOn }) =>
          `${side} #${sequence} ${lineKey} ${amount} tax ${parts.map((part) => part.amount).join()} on ${occurredOn}`,
      ),
    ).toEqual([
      "credit #1 line:A 30 tax 5 on 2026-01-03",
      "credit #2 line:B 15 tax  on 2026-01-03",
      "debit #3 line:A 30 tax 5 on 2026-01-05",
      "debit #4 line:B 15 tax  on 2026-01-05",
    ])
  })

  it("is taken back once, and split anew when it is shown again", () => {
    const credited = stateOf(3, [...lines, shown("credit_line", -45n, { day: 3 })])
    const without = stateOf(5, lines)
    expect(posted(stateOf(2, lines), credited, without, without)).toHaveLength(6)
    expect(shortly(posted(stateOf(2, lines), credited, without, credited).slice(6))).toEqual([
      "credit credit_line cl:1#5 30",
      "credit credit_line cl:1#6 15",
    ])
  })
})

describe("F60: rounding", () => {
  const rounded = (amounts: bigint[], balance: bigint): string[] => {
    const lines = amounts.map((signed, index) => shown("line", signed, { name: `${index}`, position: index }))
    return shortly(posted(stateOf(2, lines, { balance })).slice(amounts.length))
  }

  it("is what the amounts, each rounded, leave to their exact sum", () => {
    expect(rounded([10n, 10n], 20n)).toEqual([])
    expect(rounded([10n, 10n], 21n)).toEqual(["debit rounding round:order_1#1 1"])
    expect(rounded([10n, 10n], 19n)).toEqual(["credit rounding round:order_1#1 1"])
  })

  it("is a line of its own after all others", () => {
    const [, item] = posted(stateOf(2, [shown("line", 10n)], { balance: 11n }))
    expect(item).toMatchObject({
      title: "Rounding",
      reference: "round:order_1",
      lineKey: "round:order_1",
      position: 2_000_000_000,
      method: null,
      occurredOn: "2026-01-02",
      taxes: [],
    })
  })

  it("is at most half a minor unit an amount and half of one for the sum", () => {
    expect(rounded([10n], 11n)).toEqual(["debit rounding round:order_1#1 1"])
    expect(rounded([10n], 9n)).toEqual(["credit rounding round:order_1#1 1"])
    expect(rounded([10n, 10n, 10n], 32n)).toEqual(["debit rounding round:order_1#1 2"])
    for (const balance of [12n, 8n]) expect(() => rounded([10n], balance)).toThrow("rounding cannot explain")
    expect(() => rounded([10n, 10n], 22n)).toThrow("rounding cannot explain")
  })

  it("explains nothing where the host shows no amount", () => {
    const standing = stateOf(2, [shown("line", 10n)])
    const empty = stateOf(3, [], { lines: null, balance: 11n })
    expect(() => posted(standing, empty)).toThrow("rounding cannot explain")
  })

  it("that is too large to be one is refused, with all that is needed to look into it", () => {
    const state = stateOf(2, [shown("line", 10n), shown("payment", -4n)], { balance: 60n })
    let refused: unknown
    try {
      posted(state)
    } catch (error) {
      refused = error
    }
    expect(refused).toBeInstanceOf(ReconciliationError)
    expect(refused).toMatchObject({
      type: "unexpected_state",
      code: "rounding_too_large",
      message:
        "The order's 2 amounts add up to 60 minor units, but 6 would stand in the ledger: rounding cannot explain the difference.",
      ids: { order_id: "order_1" },
      remedy:
        "Nothing was written. Reconcile the order again; if it is refused again, report it with the order's lines, credit lines, captures and refunds.",
    })
  })

  it("is left as it is where the lines that stand are not those that the host now shows", () => {
    const first = stateOf(2, [
      shown("line", 10n, { name: "A" }),
      shown("line", 1n, { name: "B", position: 1 }),
    ])
    const without = stateOf(3, [shown("line", 10n, { name: "A" })], { balance: 10n })
    const dearer = stateOf(3, [...(first.lines ?? []), shown("line", 1n, { name: "C" })], { balance: 12n })
    for (const later of [without, dearer])
      expect(posted(first, { ...later, linesStand: true })).toHaveLength(2)
    const same = { ...stateOf(3, [...(first.lines ?? [])], { balance: 12n }), linesStand: true }
    expect(shortly(posted(first, same).slice(2))).toEqual(["debit rounding round:order_1#1 1"])
  })
})

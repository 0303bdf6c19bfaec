import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { waitingCredits } from "../../src/modules/reconciliation/domain/planner/waiting"
import { authorityFor, limitOf } from "../../src/modules/reconciliation/domain/write-offs/limit"
import {
  openForWriteOff,
  planUndo,
  planWriteOff,
  standingIn,
  type WriteOffKind,
} from "../../src/modules/reconciliation/domain/write-offs/write-off"
import { charge, credit, debit, open } from "../support/items"

const A = charge(1n, "A", 10n, { allocated: 8n })
const B = charge(2n, "B", 10n, { allocated: 9n })
const refund = debit({ id: 3n, kind: "refund", amount: 4n, position: 0 })
const late = credit({ id: 4n, kind: "payment", amount: 3n, occurredAt: "2026-01-05T09:00:00.000Z" })
const early = credit({ id: 5n, kind: "stored_value", amount: 3n })
const lowered = credit({ id: 6n, kind: "adjustment", lineKey: "line:A", amount: 3n })
const settled = charge(7n, "C", 10n, { allocated: 10n })
const spent = credit({ id: 8n, kind: "payment", amount: 3n, allocated: 3n })

const offered = (kind: WriteOffKind): bigint[] =>
  openForWriteOff(open(refund, B, A, late, early, lowered, settled, spent), kind).map(({ item }) => item.id)

describe("F24: what there is to write off", () => {
  it("is what is owed, lines in order and then refunds, of a short payment and of what banks took", () => {
    expect(offered("short_payment")).toEqual([1n, 2n, 3n])
    expect(offered("bank_charges")).toEqual([1n, 2n, 3n])
  })

  it("is money that is left, oldest first, and then what lines were lowered by, of a surplus", () => {
    expect(offered("surplus")).toEqual([5n, 4n, 6n])
  })

  it("is no write-off and nothing that goes on in another account", () => {
    const undone = credit({ id: 9n, kind: "write_off", key: "woff:1", amount: 3n })
    const moved = credit({ id: 10n, kind: "transfer", amount: 3n })
    expect(openForWriteOff(open(undone, moved), "surplus")).toEqual([])
  })
})

describe("F24: what stands written off", () => {
  const rest = credit({ id: 1n, kind: "write_off", key: "woff:1", amount: 30n, allocated: 30n })
  const kept = debit({ id: 2n, kind: "write_off", key: "woff:2", amount: 20n, allocated: 20n })
  const given = credit({ id: 3n, kind: "write_off", key: "woff:3", amount: 70n, allocated: 70n })
  const undone = debit({ id: 4n, kind: "write_off", key: "woff:3", sequence: 2, amount: 70n, allocated: 70n })

  it("is every rest and every surplus, each as an amount of its own, but what was undone", () => {
    expect(standingIn([A, late, rest, kept, given, undone])).toBe(50n)
    expect(standingIn([A, late])).toBe(0n)
  })
})

describe("F24: how much may be written off", () => {
  it("is the smaller of an amount and a share of the total, and nothing without a limit", () => {
    expect(limitOf({ amount: "1.00", percent: 5 }, 10_000n, 2)).toBe(100n)
    expect(limitOf({ amount: "1.00", percent: 0.5 }, 10_000n, 2)).toBe(50n)
    expect(limitOf({ amount: "1.00", percent: 5 }, -10_000n, 2)).toBe(0n)
    expect(limitOf(undefined, 10_000n, 2)).toBe(0n)
  })

  it("is anybody's, one person's or two persons' to decide", () => {
    const decide = (amount: bigint, approvalAbove: bigint | undefined): string =>
      authorityFor(amount, { standing: 0n, limit: 100n, approvalAbove })
    expect([100n, 101n, 500n, 501n].map((amount) => decide(amount, 500n))).toEqual([
      "anybody",
      "one_person",
      "one_person",
      "two_persons",
    ])
    expect([100n, 101n].map((amount) => decide(amount, undefined))).toEqual(["anybody", "nobody"])
    expect(decide(60n, 50n)).toBe("two_persons")
  })

  it("counts what stands written off already", () => {
    const decide = (standing: bigint, approvalAbove: bigint | undefined): string =>
      authorityFor(10n, { standing, limit: 100n, approvalAbove })
    expect([90n, 91n, 490n, 491n].map((standing) => decide(standing, 500n))).toEqual([
      "anybody",
      "one_person",
      "one_person",
      "two_persons",
    ])
    expect([90n, 91n].map((standing) => decide(standing, undefined))).toEqual(["anybody", "nobody"])
  })
})

describe("F24: a write-off", () => {
  const given = {
    key: "woff:1",
    documentId: 1n,
    occurredAt: "2026-01-20T09:00:00.000Z",
    occurredOn: "2026-01-20",
    glAccount: "6580",
  }
  const shortly = ({ id, side, kind, title, reference, writeOffKind, amount, allocated }: OpenItem): string =>
    `${id} ${side} ${kind} "${title}" ${reference} ${writeOffKind} ${amount - allocated} of ${amount} open`

  it.each<[WriteOffKind, bigint, string, string[]]>([
    [
      "short_payment",
      3n,
      '-1 credit write_off "Write-off" 1 short_payment 0 of 3 open',
      ["-1 → 1 2 written_off", "-1 → 2 1 written_off"],
    ],
    [
      "bank_charges",
      1n,
      '-1 credit write_off "Bank charges" 1 bank_charges 0 of 1 open',
      ["-1 → 1 1 written_off"],
    ],
    [
      "surplus",
      4n,
      '-1 debit write_off "Surplus kept" 1 surplus 0 of 4 open',
      ["5 → -1 3 surplus_kept", "4 → -1 1 surplus_kept"],
    ],
  ])("of a %s is one item, wholly settled at once", (kind, amount, item, allocations) => {
    const planned = planWriteOff(amount, openForWriteOff(open(A, B, late, early), kind), { ...given, kind })
    expect(shortly(planned.item)).toBe(item)
    expect(planned.item).toMatchObject({ glAccount: "6580", documentId: 1n, sequence: 1, taxes: [] })
    expect(
      planned.proposals.map(
        ({ credit: from, debit: to, amount: part, rule }) => `${from.id} → ${to.id} ${part} ${rule}`,
      ),
    ).toEqual(allocations)
  })

  it("of a line's credit takes all of the tax in it, and has none itself", () => {
    const taxed = credit({
      id: 6n,
      kind: "cancellation",
      lineKey: "line:A",
      amount: 10n,
      taxes: [{ code: "vat", rate: "20", amount: 2n }],
      taxesAllocated: [0n],
    })
    const left = openForWriteOff(open(taxed), "surplus")
    const planned = [7n, 3n].map((amount) => planWriteOff(amount, left, { ...given, kind: "surplus" }))
    expect(planned.map(({ item }) => item.taxes)).toEqual([[], []])
    const taken = planned.flatMap(({ proposals }) =>
      proposals.map(({ creditTaxes, debitTaxes }) => [creditTaxes, debitTaxes]),
    )
    expect(taken).toEqual([
      [[1n], []],
      [[1n], []],
    ])
  })

  it.each<[WriteOffKind, "credit" | "debit", string]>([
    ["short_payment", "debit", "9 → -1 3 write_off_undone"],
    ["surplus", "credit", "-1 → 9 3 write_off_undone"],
  ])("of a %s is undone by an item of the other side under its key", (kind, side, allocation) => {
    const facts = { id: 9n, kind: "write_off", key: "woff:1", amount: 3n } as const
    const [original] = open(side === "debit" ? credit(facts) : debit(facts))
    if (!original) throw new Error("no write-off")
    const { item, proposals } = planUndo(original, { ...given, kind })
    expect(item).toMatchObject({
      side,
      key: "woff:1",
      sequence: 2,
      amount: 3n,
      allocated: 3n,
      documentId: 1n,
    })
    expect(
      proposals.map(({ credit: from, debit: to, amount, rule }) => `${from.id} → ${to.id} ${amount} ${rule}`),
    ).toEqual([allocation])
  })
})

describe("F20: credits that wait for a person", () => {
  const edit = (creditItemId: bigint, openBefore: bigint, freed: bigint) => ({
    creditItemId,
    openBefore,
    freed,
  })
  const waiting = (edits: ReturnType<typeof edit>[], left: Record<string, bigint>): bigint[] => [
    ...waitingCredits(edits, new Map(Object.entries(left).map(([id, amount]) => [BigInt(id), amount]))),
  ]

  it("are those of which an edit set something free that nobody has put since", () => {
    expect(waiting([edit(1n, 0n, 30n)], { 1: 30n })).toEqual([1n])
    expect(waiting([edit(1n, 0n, 30n)], { 1: 0n })).toEqual([])
    expect(waiting([edit(1n, 0n, 30n)], {})).toEqual([])
    expect(waiting([edit(1n, 0n, 30n), edit(1n, 30n, -30n)], { 1: 5n })).toEqual([])
    expect(waiting([edit(1n, 0n, 30n), edit(1n, 30n, -10n)], { 1: 25n })).toEqual([1n])
  })

  it("are none that an edit only put", () => {
    expect(waiting([edit(1n, 50n, -20n)], { 1: 30n })).toEqual([])
    expect(waiting([edit(1n, 50n, -20n), edit(1n, 30n, 20n)], { 1: 50n })).toEqual([1n])
  })

  it("forget what was put by others between two edits", () => {
    expect(waiting([edit(1n, 0n, 30n), edit(1n, 10n, -10n)], { 1: 20n })).toEqual([])
  })

  it("are told one by one", () => {
    expect(waiting([edit(1n, 0n, 5n), edit(2n, 0n, 5n), edit(3n, 5n, -5n)], { 1: 5n, 2: 5n, 3: 5n })).toEqual(
      [1n, 2n],
    )
  })
})

import { lineOrder } from "../../src/modules/reconciliation/domain/allocation/line-order"
import type { RepaidLine } from "../../src/modules/reconciliation/domain/posting/document-state"
import { replay } from "../../src/modules/reconciliation/domain/posting/replay"
import { historyOf } from "../../src/modules/reconciliation/ingest/history"
import { HostTimeline } from "../support/host-timeline"

const at = (day: number, second = 0): string => `2026-01-0${day}T12:00:0${second}.000Z`

interface Choice {
  mark: string
  lines: Record<string, { amount: bigint; lowers: bigint }>
}

/** What settles refunds, and what each line is worth in the end, read late and in one go. */
function lived(timeline: HostTimeline, choices: readonly Choice[]): { paid: string[]; nets: string[] } {
  const history = historyOf({
    order: timeline.order(),
    versions: timeline.versionsSince(0),
    changes: timeline.confirmedChanges(),
    digits: 2,
    readAt: at(9),
    timeZone: "UTC",
    moneyReferences: [],
    paymentMethods: {},
    settledBefore: null,
    refundChoices: choices.map(({ mark, lines }) => ({
      mark,
      paymentId: "pay_1",
      amount: 0n,
      at: "",
      lines: Object.entries(lines).map(([name, line]): RepaidLine => ({
        lineKey: `line:${timeline.orderId}_${name}`,
        ...line,
      })),
    })),
  })
  const { items, proposals } = replay({
    documentId: 1n,
    orderId: timeline.orderId,
    placedAt: timeline.placedAt,
    placedOn: "2026-01-01",
    hostVersion: 0,
    stateAt: null,
    items: [],
    paidLines: [],
    states: history.states,
    payments: history.payments,
    chosenLines: history.chosenLines,
    strategy: lineOrder,
  })
  const nets = new Map<string, bigint>()
  for (const { lineKey, side, amount } of items) {
    if (lineKey === null) continue
    const name = lineKey.slice(-1)
    nets.set(name, (nets.get(name) ?? 0n) + (side === "debit" ? amount : -amount))
  }
  return {
    paid: proposals
      .filter(({ debit }) => debit.kind === "refund")
      .map(
        ({ credit, debit, amount, rule }) =>
          `${credit.lineKey?.slice(-1)} → ${debit.key.slice(-4)} ${amount} ${rule}`,
      ),
    nets: [...nets].map(([name, net]) => `${name} ${net}`),
  }
}

describe("F17: refunds of chosen rows, read late", () => {
  it("lower the rows of the refund that a credit line came with, not of one before that lowered none", () => {
    const timeline = new HostTimeline()
      .place({ A: "108", B: "36" })
      .capture(at(1), "144", { id: "cap1" })
      .edit(at(2), { B: null })
    timeline.refund(at(3), "36", { id: "ref1", mark: "1" })
    timeline.refund(at(4), "10", { id: "ref2", mark: "2" }).credit(at(4, 1), { amount: "10" })
    const choices = [
      { mark: "1", lines: { B: { amount: 3600n, lowers: 0n } } },
      { mark: "2", lines: { A: { amount: 1000n, lowers: 1000n } } },
    ]
    expect(lived(timeline, choices)).toEqual({
      paid: ["B → ref1 3600 refund_of_chosen_line", "A → ref2 1000 refund_of_chosen_line"],
      nets: ["A 9800", "B 0"],
    })
  })

  it("lower the rows of the good refund, though the host counts one with it that it had broken off", () => {
    const timeline = new HostTimeline().place({ A: "108", B: "36" }).capture(at(1), "144", { id: "cap1" })
    timeline.refund(at(3), "36", { id: "ref1", mark: "1" }).leaveUncounted("ref1")
    timeline
      .refund(at(4), "10", { id: "ref2", mark: "2" })
      .countLate("pay_1")
      .credit(at(4, 1), { amount: "10" })
    const choices = [
      { mark: "1", lines: { B: { amount: 3600n, lowers: 3600n } } },
      { mark: "2", lines: { A: { amount: 1000n, lowers: 1000n } } },
    ]
    expect(lived(timeline, choices).nets).toEqual(["A 9800", "B 3600"])
  })

  it("wait a moment for their own rows, though another row's credit lies there", () => {
    const timeline = new HostTimeline()
      .place({ A: "108", B: "36" })
      .capture(at(1), "144", { id: "cap1" })
      .edit(at(2), { B: null })
    timeline.refund(at(3), "10", { id: "ref1", mark: "1" }).credit(at(3, 1), { amount: "10" })
    const choices = [{ mark: "1", lines: { A: { amount: 1000n, lowers: 1000n } } }]
    expect(lived(timeline, choices)).toEqual({
      paid: ["A → ref1 1000 refund_of_chosen_line"],
      nets: ["A 9800", "B 0"],
    })
  })

  it("are paid like any other where the host never lowers them", () => {
    const timeline = new HostTimeline()
      .place({ A: "108", B: "36" })
      .capture(at(1), "144", { id: "cap1" })
      .edit(at(2), { B: null })
    timeline.refund(at(3), "10", { id: "ref1", mark: "1" })
    const choices = [{ mark: "1", lines: { A: { amount: 1000n, lowers: 1000n } } }]
    expect(lived(timeline, choices).paid).toEqual(["B → ref1 1000 refund_of_line"])
  })
})

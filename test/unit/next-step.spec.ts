import { readFileSync } from "node:fs"
import path from "node:path"
import type { Instalment } from "../../src/modules/reconciliation/domain/instalments/instalment"
import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { Book } from "../support/book"
import { actFlow } from "../support/flow"
import { HostTimeline } from "../support/host-timeline"
import { credit, debit, held, instalment } from "../support/items"
import { rowsUnder } from "../support/markdown"
import { answerOf } from "../support/order-answer"
import { A, B, cash, ledger, stepOf, told } from "../support/steps"

const page = readFileSync(path.resolve(__dirname, "../../docs/spec/status.md"), "utf8")
const PROBLEM = { code: "refund_without_row", facts: { amount: "-20.00" }, detail: "d", remedy: "r" }

/** The step of each example of docs/spec/status.md, by its name there. */
const STEPS: Readonly<Record<string, string>> = {
  "costs nothing": "nothing_to_pay",
  "not paid": "unpaid 100.00 of A",
  "partly paid": "unpaid 40.00 of A, paid in part",
  paid: "done",
  "paid in two parts": "done",
  overpaid: "surplus 50.00 of payment, nothing",
  "paid by a gift card": "done",
  "partly paid by a gift card": "unpaid 60.00 of A, paid in part",
  "not paid, lowered": "unpaid 60.00 of A",
  "not paid, lowered to zero": "nothing_to_pay",
  "partly paid, lowered to what was paid": "done",
  "paid, lowered": "surplus 40.00 of credit, nothing",
  "paid, raised": "unpaid 30.00 of A, paid in part",
  "not paid, wholly credited": "nothing_to_pay",
  "not paid, partly credited": "unpaid 60.00 of A",
  "partly credited, the rest paid": "done",
  "paid, then credited": "surplus 40.00 of credit, nothing",
  "paid, refunded with a credit": "done",
  "paid, wholly refunded with a credit": "done",
  "partly paid, refunded with a credit": "unpaid 40.00 of A, paid in part",
  "paid, returned, not refunded": "surplus 100.00 of credit, nothing",
  "paid, returned, refunded": "done",
  "paid, refunded, not yet returned": "return_expected 100.00",
  "a return on its way covers what is owed": "return_expected 40.00",
  "a return on its way covers a part of it": "unpaid 60.00 of A B, paid in part",
  "not paid, a return on its way": "unpaid 140.00 of A B",
  "overpaid, the surplus refunded": "done",
  "cancelled, not paid": "nothing_to_pay",
  "cancelled, zero": "nothing_to_pay",
  "cancelled, partly credited": "nothing_to_pay",
  "cancelled, paid, refunded": "done",
  "cancelled, paid, not refunded": "surplus 100.00 of credit, nothing",
  "cancelled, partly paid, not refunded": "surplus 60.00 of credit, nothing",
  "cancelled, paid, refunded later": "done",
  "a draft with money": "surplus 100.00 of payment, nothing",
  "a payment taken back by the provider": "taken_back 100.00 on 2026-01-02, void",
  "the same, paid again": "done",
  "a refund taken back by the provider": "surplus 40.00 of payment, nothing",
  "the same, and the order raised": "unpaid 10.00 of B, paid in part",
  "cancelled, and the cancellation taken back": "unpaid 100.00 of A",
  "paid, the host counts a refund without row": "error",
  "not paid, the host counts a payment wrongly": "error",
  "cancelled, the refund was refused": "error",
  "planned, nothing paid yet": "next_instalment 50.00 on 2026-01-05 for A",
  "planned, first instalment paid": "next_instalment 50.00 on 2026-01-09 for A",
  "planned in part": "next_instalment 50.00 on 2026-01-05 for A, without 50.00",
  "planned, first instalment overdue": "overdue 50.00 on 2026-01-03, 1 late",
  "planned, second instalment overdue": "overdue 50.00 on 2026-01-04, 1 late",
  "planned, the first instalment failed": "failed 50.00 on 2026-01-08, 0 late",
  "planned, failed and paid again": "next_instalment 50.00 on 2026-01-20 for A",
  "planned, overdue and postponed": "next_instalment 50.00 on 2026-01-12 for A",
  "planned, and the plan withdrawn": "unpaid 50.00 of A, paid in part",
  "the plan ended and did not cover all": "unpaid 50.00 of A, paid in part",
  "planned, paid to the end": "done",
  "planned, then cancelled": "nothing_to_pay",
  reversed: "taken_back 100.00 on 2026-01-03, chargeback, A open",
  "reversed in part": "taken_back 40.00 on 2026-01-03, chargeback, A open",
  "wholly refunded, then raised": "unpaid 50.00 of A",
  "refunded in part, the rest reversed": "taken_back 60.00 on 2026-01-04, chargeback, A open",
  "reversed, paid again": "done",
  "a short payment written off": "done",
}

describe("The one next step of an order", () => {
  const examples = rowsUnder(page, "Examples")

  it("is known of every example of docs/spec/status.md", () => {
    expect(examples.map((row) => row["case"])).toEqual(Object.keys(STEPS))
  })

  it.each(examples.map((row) => [row["case"] ?? "", row["what happens"] ?? ""]))("%s", (name, steps) => {
    const book = new Book()
    actFlow({ host: steps.split("; ") }, new HostTimeline(), book)
    const { today, digits, expected, items, allocations } = book
    const answer = { problems: book.hasProblems ? [PROBLEM] : [] }
    const instalments = book.instalments()
    const { order, maker, step } = stepOf(
      answerOf({ items, allocations, instalments, expected, digits, today, answer }),
      { today },
    )
    expect(told(step)).toBe(STEPS[name])
    expect([order.state, maker.sheet([]).state]).toEqual([book.state(), book.state()])
    if (step.kind === "done" || step.kind === "nothing_to_pay") expect(book.state()).toBe("full")
  })
})

describe("What comes before what", () => {
  const overdue = { instalments: [instalment(1, 1000n, { dueOn: "2026-01-15" })] }
  const warnings = [{ code: "refund_above_received", facts: {}, detail: "d", remedy: "r" }]

  it("first a contradiction, then what can be done at once, then what is late", () => {
    const items = [A, B, cash(3n, 100n)]
    const contradicting = ledger(items, [], { ...overdue, answer: { problems: [PROBLEM, PROBLEM] } })
    expect(stepOf(contradicting).step).toEqual({ kind: "error", notice: PROBLEM, others: 1 })
    expect(stepOf(ledger(items, [], overdue)).step.kind).toBe("place")
    expect(told(stepOf(ledger([A, B], [], overdue)).step)).toBe("overdue 10.00 on 2026-01-15, 16 late")
  })

  it("of two that are late the one that fell due first, be it that it failed", () => {
    const plan = (dueOn: string): Instalment[] => [
      instalment(1, 1000n, { dueOn: "2026-01-20", failed: true }),
      instalment(2, 500n, { dueOn }),
    ]
    const late = (dueOn: string): string => told(stepOf(ledger([A], [], { instalments: plan(dueOn) })).step)
    expect(late("2026-01-15")).toBe("overdue 5.00 on 2026-01-15, 16 late")
    expect(late("2026-01-25")).toBe("failed 10.00 on 2026-01-20, 11 late")
  })

  it("an instalment of today is not late: it is next", () => {
    const today = { instalments: [instalment(1, 1420n, { dueOn: "2026-01-31" })] }
    expect(stepOf(ledger([A], [], today)).step).toMatchObject({ kind: "next_instalment", daysLeft: 0 })
  })

  it("a refund that pays back nothing, then a warning, then praise", () => {
    const paid = [held(9n, [3n, 1n], 1420n)]
    const refund = debit({ id: 4n, kind: "refund", amount: 300n, occurredOn: "2026-01-28" })
    const unexplained = ledger([A, cash(3n, 1420n), refund], paid, { answer: { warnings } })
    expect(stepOf(unexplained).step).toEqual({
      kind: "refund_unplaced",
      amount: "3.00",
      occurredOn: "2026-01-28",
    })
    expect(stepOf(ledger([A, cash(3n, 1420n)], paid, { answer: { warnings } })).step.kind).toBe("warning")
    expect(stepOf(ledger([A, cash(3n, 1420n)], paid)).step.kind).toBe("done")
  })

  it("a chargeback that is planned to be paid again is not: its instalment is", () => {
    const reversal = debit({ id: 4n, kind: "reversal", key: "rev:3.1", lineKey: "line:A", amount: 1420n })
    const taken = [A, cash(3n, 1420n), { ...reversal, reversalKind: "chargeback" }]
    const paid = [held(9n, [3n, 1n], 1420n)]
    expect(told(stepOf(ledger(taken, paid)).step)).toBe(
      "taken_back 14.20 on 2026-01-01, chargeback, line:A open",
    )
    const plan = { instalments: [instalment(1, 1420n)] }
    expect(stepOf(ledger(taken, paid, plan)).step.kind).toBe("next_instalment")
  })

  it("of two reversals the newer one", () => {
    const reversal = (id: bigint, key: string, day: number): OpenItem => ({
      ...debit({ id, kind: "reversal", key, lineKey: "line:A", amount: 700n }),
      reversalKind: "bounced_cheque",
      occurredOn: `2026-01-${day}`,
      occurredAt: `2026-01-${day}T09:00:00.000Z`,
    })
    const taken = [A, cash(3n, 1420n), reversal(4n, "rev:3.1", 10), reversal(5n, "rev:3.2", 20)]
    expect(told(stepOf(ledger(taken, [held(9n, [3n, 1n], 1420n)])).step)).toBe(
      "taken_back 7.00 on 2026-01-20, bounced_cheque, line:A open",
    )
  })

  it("money that can be put nowhere is no surplus while something is missing, nor does a refund bring money", () => {
    const own = credit({ id: 3n, kind: "adjustment", key: "line:A", lineKey: "line:A", amount: 1420n })
    const waiting = [A, { ...own, sequence: 2 }]
    expect(told(stepOf(ledger(waiting)).step)).toBe("unpaid 14.20 of line:A")
    const refund = debit({ id: 4n, kind: "refund", amount: 300n })
    expect(stepOf(ledger([...waiting, refund])).step.kind).toBe("refund_unplaced")
  })

  it("a return on its way is no gap in a plan", () => {
    const plan = { instalments: [instalment(1, 1420n)], expected: 1000n }
    expect(told(stepOf(ledger([A, B], [], plan)).step)).toBe(
      "next_instalment 14.20 on 2026-02-01 for line:A, without 2.75",
    )
  })

  it("nothing paid, but authorised; and a total of zero, because it was cancelled", () => {
    expect(stepOf(ledger([A]), { isAuthorized: true }).step).toMatchObject({
      kind: "unpaid",
      isAuthorized: true,
    })
    const cancelled = { answer: { cancelled_at: "2026-01-02T09:00:00.000Z" } }
    expect(stepOf(ledger([], [], cancelled)).step).toEqual({ kind: "nothing_to_pay", isCancelled: true })
  })
})

import { readFileSync } from "node:fs"
import path from "node:path"
import { openAmount } from "../../src/modules/reconciliation/domain/open-item"
import type { Coverage } from "../../src/modules/reconciliation/domain/instalments/reserve"
import { stateOfDocument, stateOfItem } from "../../src/modules/reconciliation/domain/order/status"
import { Book } from "../support/book"
import { actFlow, codeOf } from "../support/flow"
import { HostTimeline } from "../support/host-timeline"
import { rowsUnder } from "../support/markdown"

const page = readFileSync(path.resolve(__dirname, "../../docs/spec/status.md"), "utf8")

describe("F7: the examples of docs/spec/status.md", () => {
  const examples = rowsUnder(page, "Examples")

  it("are many", () => {
    expect(examples.length).toBeGreaterThan(30)
  })

  it.each(examples.map((row) => [row["case"] ?? "", row]))("%s", (_, row) => {
    const timeline = new HostTimeline()
    const book = new Book()
    actFlow({ host: (row["what happens"] ?? "").split("; ") }, timeline, book)
    const listed = ["debit", "credit"].filter((side) =>
      book.items.some((item) => item.side === side && openAmount(item) > 0n),
    )
    expect({ state: book.state(), code: codeOf(book), listed: listed.join(" and ") || "–" }).toEqual({
      state: row["state"],
      code: row["code"],
      listed: row["listed"],
    })
  })
})

const COVERAGES: readonly Coverage[] = [
  { planned: 0n, overdue: false },
  { planned: 0n, overdue: true },
  { planned: 1n, overdue: false },
  { planned: 1n, overdue: true },
]

describe("F7: the decision of docs/spec/status.md", () => {
  const decisions = rowsUnder(page, "Decision")
  const balances = [0n, 1n, 10n ** 15n].flatMap((open) =>
    [0n, 1n, 10n ** 15n].flatMap((applied) =>
      [false, true].flatMap((hasProblems) =>
        COVERAGES.map((coverage) => ({ open, applied, hasProblems, coverage })),
      ),
    ),
  )

  const covers = (wanted: string | undefined, { planned, overdue }: Coverage): boolean =>
    wanted === "any" || (wanted === "something, nothing overdue or failed") === (planned > 0n && !overdue)

  const fits = (wanted: string | undefined, amount: bigint): boolean =>
    wanted === "any" || (wanted === "0" ? amount === 0n : amount > 0n)

  it.each(
    balances.map((balance) => [
      `${balance.open} open, ${balance.applied} applied, ${JSON.stringify({ ...balance.coverage, planned: Number(balance.coverage.planned) })}, problems: ${balance.hasProblems}`,
      balance,
    ]),
  )("is the first row that fits: %s", (_, balance) => {
    const { open, applied, hasProblems, coverage } = balance as (typeof balances)[number]
    const row = decisions.find(
      (one) =>
        (one["problems"] === "yes") === hasProblems &&
        fits(one["open debits"], open) &&
        covers(one["planned covers"], coverage) &&
        fits(one["applied"], applied),
    )
    expect(`\`${stateOfDocument({ open, applied, hasProblems, coverage })}\``).toBe(row?.["state"])
  })
})

describe("F7: an item's state", () => {
  it.each([
    [0n, "none"],
    [1n, "partial"],
    [99n, "partial"],
    [100n, "full"],
  ])("of 100 with %s allocated is %s", (allocated, state) => {
    expect(stateOfItem({ amount: 100n, allocated })).toBe(state)
  })
})

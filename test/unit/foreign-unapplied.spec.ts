import { foreignUnapplied } from "../../src/admin/features/record-payment/foreign-unapplied"
import { held } from "../support/items"
import { A, B, cash, ledger } from "../support/steps"

describe("What lies on the account beside what an order's own page offers", () => {
  const deposit = { ...cash(3n, 5000n), documentId: null, kind: "deposit" } as const

  it.each<[string, Parameters<typeof ledger>, string, string | null]>([
    ["all of it, where none of it is on the page", [[A, B]], "35.80", "35.80"],
    ["less the order's own money", [[A, B, cash(4n, 1000n)]], "45.80", "35.80"],
    [
      "less what is left of money that pays a part of it: that has a column, and the next step offers it",
      [[A, B, deposit], [held(9n, [3n, 1n], 1420n)]],
      "38.80",
      "3.00",
    ],
    ["nothing, where that is all", [[A, B, deposit], [held(9n, [3n, 1n], 1420n)]], "35.80", null],
  ])("is %s", (_, order, unapplied, lies) => {
    expect(foreignUnapplied(ledger(...order), unapplied)).toBe(lies)
  })
})

import { idleCount } from "../../src/admin/features/account/ledger/transaction-name"
import type { UnappliedView } from "../../src/types/http"
import { plain, speechOf } from "../support/admin-speech"

describe("what lies idle on an account, counted", () => {
  const credit = { kind: "credit_line", method: null } as const
  const money = (method: string | null): Pick<UnappliedView, "kind" | "method"> => ({
    kind: "deposit",
    method,
  })

  it.each<[string, Pick<UnappliedView, "kind" | "method">[], string, string]>([
    ["one way", [money("transfer"), credit], "1 transfer, 1 credit", "1 virement, 1 avoir"],
    [
      "two ways",
      [money("cheque"), money("cash"), money("cheque")],
      "2 cheques, 1 cash payment",
      "2 chèques, 1 paiement en espèces",
    ],
    ["three ways", [money("cheque"), money("cash"), money("card")], "3 payments", "3 paiements"],
    ["a way without a noun", [money("transfer"), money("other")], "2 payments", "2 paiements"],
    ["credits alone", [credit, credit], "2 credits", "2 avoirs"],
  ])("is said by how it came: %s", (_, unapplied, english, french) => {
    expect(idleCount(unapplied, speechOf("en").t)).toBe(english)
    expect(plain(idleCount(unapplied, speechOf("fr").t))).toBe(french)
  })
})

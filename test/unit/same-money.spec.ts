import { amountOfSameMoney, sameMoneyReason } from "../../src/modules/reconciliation/domain/same-money"

describe("the hint that two payments may be the same money", () => {
  it.each(["100.00", "7", "0.125"])("is read back as it was written: %s", (amount) => {
    expect(amountOfSameMoney(sameMoneyReason(amount))).toBe(amount)
  })

  it.each(["", "Cheque came back", "Paid in the store at the same time", sameMoneyReason("a lot")])(
    "is not seen in another reason: %s",
    (reason) => {
      expect(amountOfSameMoney(reason)).toBeNull()
    },
  )
})

import { decimalTyped } from "../../src/admin/features/settings/editors/types"
import { decimalWords } from "../../src/admin/lib/decimal-words"

describe("Amounts and percentages among the settings", () => {
  it.each([
    ["5,00", "5.00"],
    [" 0,5 ", "0.5"],
    ["1\u00A0234,50", "1234.50"],
    ["1 234,50", "1234.50"],
    ["5.00", "5.00"],
    // Two separators are left to the server, which says what an amount may be.
    ["1.234,50", "1.234,50"],
    ["much", "much"],
    ["", ""],
  ])("reads %j as the server does: %j", (typed, sent) => {
    expect(decimalTyped(typed)).toBe(sent)
  })

  it("are written with the separator of the reader's language, to the last digit", () => {
    expect(decimalWords("9007199254740993.10", "fr-FR")).toBe("9007199254740993,10")
    expect(decimalWords("5.00", "en-US")).toBe("5.00")
    expect(decimalWords("12", "fr-FR")).toBe("12")
  })
})

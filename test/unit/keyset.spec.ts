import {
  currencyCursorOf,
  currencyPlaceOf,
  cursorOf,
  placeOf,
} from "../../src/modules/reconciliation/items/keyset"

describe("a cursor of a list", () => {
  it.each(["0001-01-01", "2024-02-29", "9999-12-31"])("names %s and an id", (day) => {
    expect(placeOf(cursorOf(day, "12"))).toEqual({ day, id: "12" })
  })

  it.each([
    "0000-01-01_1",
    "2026-02-30_1",
    "2026-13-01_1",
    "2026-01-01",
    "2026-01-01_",
    "2026-01-01_1234567890123456789",
    "2026-01-01_x",
    "",
  ])("is refused as %p, which PostgreSQL or the list does not know", (cursor) => {
    expect(() => placeOf(cursor)).toThrow(expect.objectContaining({ code: "cursor_malformed" }))
  })

  it("of a list by currency names the currency and an id, and nothing else", () => {
    expect(currencyPlaceOf(currencyCursorOf("usd", "12"))).toEqual({ currencyCode: "usd", id: "12" })
    for (const cursor of ["", "usd", "usd_", "usd_x", "USD_1", "2026-01-01_1", "usd_1234567890123456789"]) {
      expect(() => currencyPlaceOf(cursor)).toThrow(expect.objectContaining({ code: "cursor_malformed" }))
    }
  })
})

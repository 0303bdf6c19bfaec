import { DrawnRange } from "../../src/admin/features/order/grid/drawn-range"

const ends = (indexes: readonly number[]): string => `${indexes[0]}–${indexes.at(-1)}`

describe("What is drawn of many rows", () => {
  it("stays while all in sight is drawn, and is drawn ahead of where a person goes", () => {
    const drawn = new DrawnRange()
    const seen = (first: number): string => ends(drawn.around({ first, last: first + 9 }, 0, 100))
    expect([0, 1, 8].map(seen)).toEqual(["0–17", "0–17", "0–17"])
    expect([9, 17].map(seen)).toEqual(["7–26", "7–26"])
    expect([6, 0].map(seen)).toEqual(["0–17", "0–17"])
    expect(seen(90)).toBe("88–99")
  })

  it("is where the focus goes, before the page scrolls there, and follows the page again afterwards", () => {
    const drawn = new DrawnRange()
    const top = { first: 0, last: 9 }
    expect(ends(drawn.around(top, 0, 100))).toBe("0–17")
    expect(ends(drawn.around(top, 80, 100))).toBe("71–89")
    expect(ends(drawn.around(top, 80, 100))).toBe("71–89")
    expect(ends(drawn.around({ first: 72, last: 81 }, 80, 100))).toBe("71–89")
    expect(ends(drawn.around(top, 80, 100))).toBe("0–11")
  })

  it("is nothing of nothing, whatever has the focus", () => {
    const drawn = new DrawnRange()
    expect(drawn.around({ first: 0, last: 0 }, -1, 0)).toEqual([])
    expect(ends(drawn.around({ first: 0, last: 0 }, -1, 1))).toBe("0–0")
    expect(ends(drawn.around({ first: 0, last: 0 }, 5, 1))).toBe("0–0")
  })
})

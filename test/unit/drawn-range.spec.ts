import { drawnOf, DrawnRange, Kept } from "../../src/admin/features/order/grid/drawn-range"

const ends = (indexes: readonly number[]): string => `${indexes[0]}–${indexes.at(-1)}`

describe("What is drawn of many rows", () => {
  it("stays while all in sight is drawn, and is drawn ahead of where a person goes", () => {
    const range = new DrawnRange()
    const seen = (first: number): string => ends(range.around({ first, last: first + 9 }, -1, 100))
    expect([0, 1, 8].map(seen)).toEqual(["0–17", "0–17", "0–17"])
    expect([9, 17].map(seen)).toEqual(["7–26", "7–26"])
    expect([6, 0].map(seen)).toEqual(["0–17", "0–17"])
    expect(seen(90)).toBe("88–99")
  })

  it("is also what has the focus, wherever that is, and as many as there are", () => {
    const range = new DrawnRange()
    const top = { first: 0, last: 9 }
    expect(range.around(top, 80, 100).slice(-2)).toEqual([17, 80])
    expect(range.around({ first: 50, last: 59 }, 3, 100).slice(0, 2)).toEqual([3, 48])
    expect(range.around({ first: 50, last: 59 }, 55, 100)[0]).toBe(48)
    expect(range.around(top, -1, 1)).toEqual([0])
    expect(range.around({ first: 0, last: 0 }, 0, 0)).toEqual([])
  })

  it("stands where it would among all of them", () => {
    const at = (index: number) => ({ index, start: index * 31, end: index * 31 + 31 })
    expect(drawnOf([at(2), at(10), at(11)])).toEqual([
      { index: 2, gap: 62 },
      { index: 10, gap: 217 },
      { index: 11, gap: 0 },
    ])
  })

  it("is the same object while it is the same", () => {
    const kept = new Kept<{ of: number }>((one, other) => one.of === other.of)
    const first = kept.of({ of: 1 })
    expect(kept.of({ of: 1 })).toBe(first)
    expect(kept.of({ of: 2 })).not.toBe(first)
  })
})

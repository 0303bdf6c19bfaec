import fc from "fast-check"
import { layoutOf, type Drawn, type Layout } from "../../src/admin/features/code/picture/layout"
import { columnsOf } from "../../src/admin/features/code/picture/columns"
import { holds } from "../support/property"

/** The code of the design: a card, a cheque over five items, two credits; a plan, and two rests without money. */
const DESIGN: Drawn = {
  payers: ["card", "cheque", "strings", "beethoven"].map((id) => ({ id, lines: 2 })),
  debts: [
    { key: "violin", planned: 0, withoutMoney: 0, lines: 1 },
    { key: "stand", planned: 0, withoutMoney: 0, lines: 1 },
    { key: "course", planned: 300, withoutMoney: 14.2, lines: 3 },
    { key: "parcel", planned: 0, withoutMoney: 12.75, lines: 1 },
    { key: "refund", planned: 0, withoutMoney: 0, lines: 1 },
  ],
  links: [
    { from: "card", to: "violin", amount: 600 },
    { from: "cheque", to: "violin", amount: 12 },
    { from: "cheque", to: "stand", amount: 107.1 },
    { from: "cheque", to: "course", amount: 25.55 },
    { from: "strings", to: "course", amount: 38.25 },
    { from: "beethoven", to: "refund", amount: 30.6 },
  ],
}

const amounts = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0.01, max: 1, noNaN: true }),
  fc.double({ min: 1, max: 1e9, noNaN: true }),
)
/** From one to sixty links between up to sixty payers and sixty debts, of amounts as different as they can be. */
const drawings: fc.Arbitrary<Drawn> = fc
  .record({
    payers: fc.integer({ min: 1, max: 60 }),
    debts: fc.array(
      fc.record({ planned: amounts, withoutMoney: amounts, lines: fc.integer({ min: 1, max: 3 }) }),
      { minLength: 1, maxLength: 60 },
    ),
    links: fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(),
        amounts.filter((amount) => amount > 0),
      ),
      {
        minLength: 1,
        maxLength: 60,
      },
    ),
  })
  .map(({ payers, debts, links }) => {
    const pairs = new Map(
      links.map(([from, to, amount]) => [
        `${from % payers} ${to % debts.length}`,
        { from: from % payers, to: to % debts.length, amount },
      ]),
    )
    return {
      payers: Array.from({ length: payers }, (_, place) => ({ id: `p${place}`, lines: 2 + (place % 2) })),
      debts: debts.map((debt, place) => ({ key: `d${place}`, ...debt })),
      links: [...pairs.values()]
        .toSorted((one, other) => one.from - other.from || one.to - other.to)
        .map(({ from, to, amount }) => ({ from: `p${from}`, to: `d${to}`, amount })),
    }
  })

const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.01

/** What is wrong with a drawing, in words. */
function wrongWith(drawn: Drawn, { height, payers, debts, bands }: Layout): string[] {
  const wrong: string[] = []
  const nodes = [...payers, ...debts]
  for (const [key, node] of nodes) {
    const mine = bands.filter(({ from, to }) => from === key || to === key)
    const sum = mine.reduce((total, { thickness }) => total + thickness, 0)
    if (!near(sum, node.height)) wrong.push(`the bands of ${key} are ${sum}, its bar is ${node.height}`)
    const foot = Math.max(
      node.top + node.height,
      node.planned.top + node.planned.height,
      node.withoutMoney.top + node.withoutMoney.height,
    )
    const end = node.slot.top + node.slot.height
    if (node.top < node.slot.top - 0.01 || foot > end + 0.01) wrong.push(`the bar of ${key} leaves its slot`)
    if (node.slot.top < 0 || end > height) wrong.push(`${key} leaves the picture`)
    if (node.slot.height < 20) wrong.push(`${key} has no room for its words`)
  }
  for (const side of [[...payers.values()], [...debts.values()]]) {
    side.slice(1).forEach((node, place) => {
      const before = side[place]?.slot
      if (before && node.slot.top < before.top + before.height) wrong.push("two slots overlap")
    })
  }
  const words = bands.map((band) => band.words).toSorted((one, other) => one - other)
  if (words.slice(1).some((at, place) => at - (words[place] ?? 0) < 15 - 0.01))
    wrong.push("two amounts overlap")
  if (bands.some(({ thickness }) => thickness < 1)) wrong.push("a band cannot be seen")
  if (bands.length !== drawn.links.length) wrong.push("a link has no band")
  return wrong
}

describe("The picture of a matching code", () => {
  it("is in proportion: a band is as thick at both ends as its amount is large", () => {
    const { bands } = layoutOf(DESIGN)
    const thickness = (from: string, to: string): number =>
      bands.find((band) => band.from === from && band.to === to)?.thickness ?? 0
    expect(thickness("card", "violin") / thickness("cheque", "stand")).toBeCloseTo(600 / 107.1)
    expect(wrongWith(DESIGN, layoutOf(DESIGN))).toEqual([])
  })

  it("draws what is planned and what has no money beneath what is paid, dashed and large enough to see", () => {
    const { debts } = layoutOf(DESIGN)
    const course = debts.get("course")
    expect(course?.planned.top).toBeGreaterThan((course?.top ?? 0) + (course?.height ?? 0))
    expect(course?.withoutMoney.top).toBeGreaterThan(
      (course?.planned.top ?? 0) + (course?.planned.height ?? 0),
    )
    expect([course?.withoutMoney.height, debts.get("parcel")?.height]).toEqual([8, 0])
  })

  it("has bars of the sum of their bands, and no words over others, for 1 to 60 links", () => {
    holds(
      fc.property(drawings, (drawn) => {
        const wrong = wrongWith(drawn, layoutOf(drawn))
        if (wrong.length > 0) throw new Error(wrong.join("; "))
      }),
    )
  })

  it("stands when there is nothing to draw", () => {
    expect(layoutOf({ payers: [], debts: [], links: [] })).toMatchObject({ height: 32, bands: [] })
  })

  it.each([
    [640, 6],
    [780, 8],
    [1148, 8],
    [1552, 14],
  ])(
    "leaves room for bands between its words, %i pixels wide with amounts of %i figures",
    (width, figures) => {
      const { leftBar, rightBar, debtNames, debtNamesWidth, payerNames } = columnsOf(width, figures)
      expect(rightBar - leftBar).toBeGreaterThan(100)
      expect(payerNames).toBeGreaterThanOrEqual(120)
      expect(debtNames + debtNamesWidth).toBeLessThanOrEqual(width)
    },
  )
})

import {
  depositPlan,
  type DepositRule,
  type ProductFacts,
} from "../../src/modules/reconciliation/domain/instalments/deposit"
import { lines } from "../support/items"

const product: ProductFacts = {
  productId: "prod_1",
  typeId: "ptyp_1",
  collectionId: "pcol_1",
  categoryIds: ["pcat_1", "pcat_2"],
}
const rule = (by: DepositRule["match"]["by"], id: string, afterDays = 30, percent = 3000n): DepositRule => ({
  match: { by, id },
  downPayment: { basisPoints: percent },
  schedule: [{ afterDays, basisPoints: 10_000n }],
})

function planned(rules: DepositRule[], facts: Record<string, ProductFacts> = { A: product }): string[] {
  const plan = depositPlan({
    owed: lines(["A", 100n], ["B", 50n]),
    products: new Map(Object.entries(facts).map(([line, one]) => [`line:${line}`, one])),
    rules,
    currencyCode: "eur",
    digits: 2,
    placedOn: "2026-01-01",
  })
  return plan.map(
    ({ dueOn, amount, pins }) =>
      `${dueOn} ${amount}: ${pins.map(({ lineKey, amount: part }) => `${lineKey.slice(5)} ${part}`).join(" ")}`,
  )
}

describe("F13: the rule of a down payment", () => {
  const asked = ["2026-01-01 80: A 30 B 50", "2026-01-31 70: A 70"]

  it.each<[DepositRule["match"]["by"], string]>([
    ["product", "prod_1"],
    ["type", "ptyp_1"],
    ["collection", "pcol_1"],
    ["category", "pcat_1"],
    ["category", "pcat_2"],
  ])("fits by %s", (by, id) => {
    expect(planned([rule(by, id)])).toEqual(asked)
    expect(planned([rule(by, "another")])).toEqual([])
  })

  it("fits no id of another kind", () => {
    expect(
      planned([rule("product", "ptyp_1"), rule("type", "pcol_1"), rule("collection", "pcat_1")]),
    ).toEqual([])
    expect(planned([rule("category", "prod_1")])).toEqual([])
  })

  it("is the first that fits", () => {
    expect(planned([rule("type", "ptyp_1"), rule("product", "prod_1", 60, 9000n)])).toEqual(asked)
  })

  it("asks by day, whichever line falls due first", () => {
    const other = { ...product, productId: "prod_2" }
    expect(
      planned([rule("product", "prod_1", 60), rule("product", "prod_2", 30)], { A: product, B: other }),
    ).toEqual(["2026-01-01 45: A 30 B 15", "2026-01-31 35: B 35", "2026-03-02 70: A 70"])
  })
})

import { openComponent, taxIn, type TaxedItem } from "../../src/modules/reconciliation/domain/tax"

const item = (facts: Partial<TaxedItem>): TaxedItem => ({
  total: 120n,
  allocated: 0n,
  taxes: [20n],
  taken: [0n],
  ...facts,
})

describe("The tax in an amount of an item", () => {
  it.each<[string, bigint, Partial<TaxedItem>, bigint[]]>([
    ["half of an item holds half of its tax", 60n, {}, [10n]],
    ["all of an item holds all of its tax", 120n, {}, [20n]],
    ["of each rate its own share", 60n, { taxes: [20n, 6n], taken: [0n, 0n] }, [10n, 3n]],
    ["half a cent is rounded up", 1n, { total: 10n, taxes: [5n] }, [1n]],
    ["less than half a cent is rounded down", 1n, { total: 10n, taxes: [4n] }, [0n]],
    [
      "the next amount takes what rounding left",
      1n,
      { total: 10n, allocated: 1n, taxes: [5n], taken: [1n] },
      [0n],
    ],
    [
      "the last amount takes the cent that is left",
      3n,
      { total: 9n, allocated: 6n, taxes: [4n], taken: [2n] },
      [2n],
    ],
    ["what nobody has counted yet was not taken", 60n, { taken: [] }, [10n]],
    ["an item without tax holds none", 60n, { taxes: [], taken: [] }, []],
  ])("%s", (_, amount, facts, parts) => {
    expect(taxIn(amount, item(facts))).toEqual(parts)
  })

  it.each<[string, bigint, Partial<TaxedItem>, bigint[]]>([
    [
      "is never below nothing, although too much was taken before",
      10n,
      { allocated: 60n, taken: [18n] },
      [0n],
    ],
    ["is never more than the amount", 2n, { total: 4n, allocated: 1n, taxes: [3n], taken: [0n] }, [2n]],
    ["is never more than the tax that is left", 60n, { allocated: 30n, taken: [19n] }, [0n]],
    ["leaves no more tax than is open afterwards", 100n, { allocated: 10n, taken: [0n] }, [18n]],
    ["takes what the rest could not hold", 5n, { total: 10n, allocated: 4n, taxes: [6n], taken: [0n] }, [5n]],
    [
      "of two rates the first takes its due, and the second what the amount has left",
      2n,
      { total: 6n, allocated: 3n, taxes: [3n, 3n], taken: [1n, 2n] },
      [2n, 0n],
    ],
    [
      "of two rates the second takes what the first could not",
      3n,
      { total: 6n, allocated: 3n, taxes: [3n, 3n], taken: [2n, 1n] },
      [1n, 2n],
    ],
  ])("after amounts were taken back in another order it %s", (_, amount, facts, parts) => {
    expect(taxIn(amount, item(facts))).toEqual(parts)
  })

  it.each<[string, bigint, Partial<TaxedItem>, bigint[]]>([
    ["one rate lowered and another raised", 2n, { total: 4n, taxes: [-2n, 4n], taken: [0n, 0n] }, [-1n, 2n]],
    [
      "half a cent is rounded away from nothing on both sides",
      1n,
      { total: 4n, taxes: [-2n, 2n], taken: [0n, 0n] },
      [-1n, 1n],
    ],
    ["more than half a cent below nothing", 3n, { total: 4n, taxes: [-3n, 3n], taken: [0n, 0n] }, [-2n, 2n]],
    ["more tax than the item is worth", 5n, { total: 10n, taxes: [12n], taken: [0n] }, [6n]],
  ])("of an adjustment is in proportion, without bounds: %s", (_, amount, facts, parts) => {
    expect(taxIn(amount, item(facts))).toEqual(parts)
  })
})

describe("The components of an item", () => {
  const paid = item({ total: 120n, allocated: 48n, taxes: [12n, 8n], taken: [5n, 3n] })

  it("have open what is not allocated of each", () => {
    expect(openComponent(paid, "whole")).toBe(72n)
    expect(openComponent(paid, "tax")).toBe(12n)
    expect(openComponent(paid, "net")).toBe(60n)
  })

  it("are paid apart: tax is nothing but tax, spread over the rates, and the rest holds none", () => {
    expect(taxIn(12n, paid, "tax")).toEqual([7n, 5n])
    expect(taxIn(6n, paid, "tax")).toEqual([4n, 2n])
    expect(taxIn(60n, paid, "net")).toEqual([0n, 0n])
    expect(taxIn(36n, paid, "whole")).toEqual([3n, 3n])
  })
})

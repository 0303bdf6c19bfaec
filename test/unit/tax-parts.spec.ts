import {
  addTaxes,
  negatedTaxes,
  signedTaxes,
  taxesOfShare,
} from "../../src/modules/reconciliation/domain/tax-parts"
import { charge, credit, taxes } from "../support/items"

describe("Taxes as parts of an amount", () => {
  it("are signed as their amount is: a credit's are below nothing", () => {
    expect(signedTaxes(charge(1n, "A", 120n, { taxes: taxes(20n) }))).toEqual(taxes(20n))
    expect(signedTaxes(credit({ id: 2n, kind: "adjustment", amount: 60n, taxes: taxes(10n) }))).toEqual(
      taxes(-10n),
    )
    expect(negatedTaxes(taxes(10n, -3n))).toEqual(taxes(-10n, 3n))
  })

  it("are added a rate at a time; a rate that comes to nothing is left out", () => {
    expect(addTaxes(taxes(20n, 6n), taxes(-5n, 1n))).toEqual(taxes(15n, 7n))
    expect(addTaxes(taxes(20n, 6n), taxes(-20n, 1n))).toEqual(taxes(0n, 7n).slice(1))
    expect(addTaxes(taxes(20n), [])).toEqual(taxes(20n))
    expect(addTaxes([], taxes(20n))).toEqual(taxes(20n))
    expect(addTaxes([], [])).toEqual([])
  })

  it("are kept apart by code and by rate", () => {
    const vat = { code: "VAT", rate: "20", amount: 5n }
    const others = [
      { ...vat, rate: "10" },
      { ...vat, code: "GST" },
    ]
    expect(addTaxes([vat], others)).toEqual([vat, ...others])
  })

  it.each<[string, bigint[], [bigint, bigint], bigint[]]>([
    ["half of a line holds half of its tax", [20n, 6n], [60n, 120n], [10n, 3n]],
    ["half a cent is rounded up", [5n], [1n, 10n], [1n]],
    ["less than half a cent is none", [4n], [1n, 10n], []],
    ["half a cent below nothing is rounded down", [-5n], [1n, 10n], [-1n]],
    ["less than half a cent below nothing is none", [-4n], [1n, 10n], []],
    ["of a line below nothing it has the line's sign", [-20n], [-60n, -120n], [-10n]],
    ["what lowers a line below nothing raises its tax", [-20n], [60n, -120n], [10n]],
    ["a rate lowered on a line below nothing", [20n], [60n, -120n], [-10n]],
    ["a line without tax holds none", [], [60n, 120n], []],
    ["a line worth nothing holds none", [20n], [0n, 0n], []],
  ])("in a share: %s", (_, amounts, [share, whole], expected) => {
    expect(taxesOfShare(taxes(...amounts), share, whole)).toEqual(taxes(...expected))
  })
})

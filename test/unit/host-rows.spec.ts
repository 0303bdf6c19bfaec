import type { MatrixRow, RowPart } from "../../src/types/http"
import { withHostRows, type HostRows } from "../../src/modules/reconciliation/ingest/host-rows"

type Line = NonNullable<HostRows["items"]>[number]
type Known = Parameters<typeof withHostRows>[0]["rows"][number]

const row = (key: string, amount: string): Known =>
  ({ key, amount }) satisfies Pick<MatrixRow, "key" | "amount"> as never

const line = (unitPrice: string, quantity: number, more: Partial<Line> = {}): Line => ({
  id: "a",
  raw_unit_price: { value: unitPrice },
  detail: { quantity },
  ...more,
})
const VAT = { code: "vat", description: "VAT", rate: 20 }
const off = (amount: string, code: string | null = "TEN", withTax = false) => ({
  code,
  raw_amount: { value: amount },
  is_tax_inclusive: withTax,
})

const written = ({ kind, name, rate, each, amount, included }: RowPart): string =>
  [kind, each && `${each.quantity} × ${each.price}`, name, rate, amount, included && "included"]
    .filter(Boolean)
    .join(" ")

function partsOf(amount: string, host: Line, digits = 2): string[] {
  const [found] = withHostRows({ rows: [row("line:a", amount)], digits }, { items: [host] })
  return (found?.parts ?? []).map(written)
}

describe("What a row's first charge is made of", () => {
  it("is its price, what a promotion takes off, and its tax", () => {
    const host = line("50", 2, { tax_lines: [VAT], adjustments: [off("10")] })
    expect(partsOf("108.00", host)).toEqual([
      "price 2 × 50 100.00",
      "discount TEN -10.00",
      "tax VAT 20 18.00",
    ])
  })

  it("says a tax that the price contains, and does not add it; a discount before tax takes its tax along", () => {
    const host = line("60", 2, { is_tax_inclusive: true, tax_lines: [VAT], adjustments: [off("10")] })
    expect(partsOf("108.00", host)).toEqual([
      "price 2 × 60 120.00",
      "discount TEN -12.00",
      "tax VAT 20 18.00 included",
    ])
  })

  it("names promotions together where one is counted without tax", () => {
    const host = line("60", 2, {
      is_tax_inclusive: true,
      tax_lines: [VAT],
      adjustments: [off("10"), off("6", "SIX", true)],
    })
    expect(partsOf("102.00", host)[1]).toBe("discount TEN, SIX -18.00")
  })

  it("adds up to the last digit, each rounded so that the sum is", () => {
    const taxes = [
      { code: "state", rate: 6.25 },
      { code: "city", description: null, rate: 4.48 },
    ]
    const host = line("24.99", 3, { tax_lines: taxes, adjustments: [off("3.335", null)] })
    const parts = partsOf("79.32", host)
    expect(parts).toEqual([
      "price 3 × 24.99 74.97",
      "discount -3.33",
      "tax state 6.25 4.47",
      "tax city 4.48 3.21",
    ])
  })

  it("counts in the digits of the currency", () => {
    expect(partsOf("1980", line("1800", 1, { tax_lines: [{ ...VAT, rate: 10 }] }), 0)).toEqual([
      "price 1 × 1800 1800",
      "tax VAT 10 180",
    ])
  })

  it("is as it was charged where pieces came back since", () => {
    const host = line("50", 2, { detail: { quantity: 2, return_received_quantity: 1 } as never })
    expect(partsOf("100.00", host)).toEqual(["price 2 × 50 100.00"])
  })

  it("is not told where the host's line no longer gives that amount, or is gone", () => {
    expect(partsOf("100.00", line("50", 3))).toEqual([])
    const [gone] = withHostRows({ rows: [row("line:a", "100.00")], digits: 2 }, undefined)
    expect(gone).toMatchObject({ quantity: null, parts: [] })
  })

  it("of a delivery has no number of pieces", () => {
    const [found] = withHostRows(
      { rows: [row("ship:m", "24.00")], digits: 2 },
      { shipping_methods: [{ id: "m", raw_amount: { value: 20 }, tax_lines: [VAT] }] },
    )
    expect(found?.quantity).toBeNull()
    expect(found?.parts.map(written)).toEqual(["price 20.00", "tax VAT 20 4.00"])
  })
})

import fc from "fast-check"
import { readAmount, settleThousands, type AmountText } from "../../src/admin/lib/amount-text"
import { readBlock, writeBlock } from "../../src/admin/features/order/grid/clipboard"
import { AMOUNT_TEXTS } from "../support/amount-texts"
import { holds, sameText } from "../support/property"

describe("Text of the clipboard", () => {
  it.each<[string, string, string[][]]>([
    ["one cell", "12.00", [["12.00"]]],
    ["nothing: one blank cell", "", [[""]]],
    [
      "Windows",
      "1\t2\r\n3\t4\r\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["old Macs", "1\r2\r", [["1"], ["2"]]],
    [
      "Unix without an end",
      "1\t2\n3\t4",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["an empty last row", "1\n\n", [["1"], [""]]],
    [
      "blank cells",
      "\t1\t\n\t\t2",
      [
        ["", "1", ""],
        ["", "", "2"],
      ],
    ],
    ["ragged rows", "1\t2\t3\n4\n5\t6", [["1", "2", "3"], ["4"], ["5", "6"]]],
    [
      "quoted new lines and tabs",
      '"Cash\nNov 26"\t"a\tb"\r\n1\t2\r\n',
      [
        ["Cash\nNov 26", "a\tb"],
        ["1", "2"],
      ],
    ],
    ["a Windows new line in quotes", '"Cash\r\nNov 26"', [["Cash\nNov 26"]]],
    ["doubled quotes", '"a ""b""\n"\t1', [['a "b"\n', "1"]]],
    ["an empty quoted cell", '""\t1', [["", "1"]]],
    ["inches", '12" pipe\t1', [['12" pipe', "1"]]],
    [
      "quotes that do not end the cell",
      '"Big" shirt\t1\n"x\t2',
      [
        ['"Big" shirt', "1"],
        ['"x', "2"],
      ],
    ],
  ])("from %s", (_, plain, block) => {
    expect(readBlock(plain)).toEqual(block)
  })

  it("is read as spreadsheets write it, whatever the cells hold", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', "\t", "\n", " ", "1"), maxLength: 6 })
    const quoted = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    holds(
      fc.property(blockOf(cell), fc.constantFrom("\n", "\r\n"), (block, newLine) => {
        const plain = block.map((row) => row.map(quoted).join("\t") + newLine).join("")
        sameText(readBlock(plain), block)
      }),
    )
  })

  it("does not take long, however odd", () => {
    expect(readBlock('"'.repeat(300_001))).toHaveLength(1)
    expect(readBlock('"a\t'.repeat(100_000))[0]).toHaveLength(100_001)
  })
})

describe("A copied block", () => {
  it("is tab-separated text and a table, raw amounts with the decimal sign of the language", () => {
    const rows = [
      [123450n, null],
      [-1200n, 0n],
    ]
    expect(writeBlock(rows, AMOUNT_TEXTS["EUR fr"])).toEqual({
      plain: "1234,50\t\n-12,00\t0,00",
      html: "<table><tbody><tr><td>1234,50</td><td></td></tr><tr><td>-12,00</td><td>0,00</td></tr></tbody></table>",
    })
  })

  it("of one cell ends in no new line", () => {
    expect(writeBlock([[1n]], AMOUNT_TEXTS["USD en"]).plain).toBe("0.01")
  })

  it("is the same after it was pasted, with Windows' new lines too", () => {
    const units = fc.oneof(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      fc.bigInt({ min: -(10n ** 7n), max: 10n ** 7n }),
    )
    const rows = blockOf(fc.option(units))
    holds(
      fc.property(rows, fc.constantFrom(...Object.values(AMOUNT_TEXTS)), (block, as) => {
        const { plain } = writeBlock(block, as)
        const shown = block.map((row) => row.map((cell) => cell?.toString() ?? "keep"))
        sameText(pasted(plain, as), shown)
        sameText(pasted(plain.replaceAll("\n", "\r\n"), as), shown)
      }),
      1_000,
    )
  })
})

const blockOf = <Cell>(cell: fc.Arbitrary<Cell>): fc.Arbitrary<Cell[][]> =>
  fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 })

/** The minor units that stand in the cells after a paste, or what is done instead. */
function pasted(plain: string, as: AmountText): string[][] {
  const block = readBlock(plain)
  const thousands = settleThousands(block.flat(), as)
  return block.map((row) =>
    row.map((text) => {
      const read = readAmount(text, as, thousands === "unclear" ? null : thousands)
      if (read.kind === "amount") return read.units.toString()
      return read.kind === "clear" ? "0" : read.kind
    }),
  )
}

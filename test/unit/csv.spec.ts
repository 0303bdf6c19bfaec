import type { AccountTransactionView } from "../../src/types/http"
import { record, type Cell } from "../../src/api/lib/csv"
import { transactionsFile } from "../../src/api/lib/transactions-file"

const transaction: AccountTransactionView = {
  id: "item_7",
  kind: "payment",
  occurred_on: "2026-11-25",
  order: { id: "order_1", display_id: "38" },
  item_id: "7",
  title: null,
  lines: 0,
  reference: '=HYPERLINK("http://x")',
  receipt_number: "R-2026-0042",
  document_number: { number: "F-2026-17", kind: "invoice", issued_on: null },
  method: "transfer",
  provider_id: null,
  detail: null,
  state: "partial",
  codes: [{ rank: 4, code: "d", closed: false }],
  charges: "0.00",
  payments: "1234.50",
  balance: "-1234.50",
  open: "34.50",
  side: "credit",
  other_account: null,
  undo: null,
}

async function* pages(...all: AccountTransactionView[][]): AsyncGenerator<readonly AccountTransactionView[]> {
  yield* all
}

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = ""
  for await (const part of parts) text += part
  return text
}

describe("comma-separated values", () => {
  it.each<[what: string, cells: Cell[], line: string]>([
    ["nothing", [null, "", null], ",,"],
    ["what needs no quotes", ["Ada", "R-2026-0042"], "Ada,R-2026-0042"],
    [
      "commas, quotes and lines (RFC 4180)",
      ["a,b", 'say "x"', "two\r\nlines"],
      '"a,b","say ""x""","two\r\nlines"',
    ],
    [
      "a formula, which becomes text",
      ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"],
      `'=1+1,'+1,'-1,'@x,'\t=1,"'\r=1"`,
    ],
    ["a formula in full width, which spreadsheets read too", ["＝1"], "'＝1"],
    ["an amount below zero, which is no formula", [{ plain: "-12.50" }], "-12.50"],
  ])("writes %s", (_, cells, line) => {
    expect(record(cells)).toBe(`${line}\r\n`)
  })

  it("tells an account's transactions with a head in the reader's language, whatever the pages are", async () => {
    const told = { language: "en", currency: "USD" } as const
    const file = await textOf(transactionsFile(pages([transaction], [transaction]), told))
    const row = `2026-11-25,Payment,38,,R-2026-0042,F-2026-17,"'=HYPERLINK(""http://x"")",transfer,Partial,d,USD,0.00,1234.50,-1234.50,34.50`
    expect(file.split("\r\n")).toEqual([
      "\uFEFFDate,Transaction,Order,Title,Receipt,Invoice or credit note,Reference,Method,State,Codes,Currency,Charges,Payments,Balance,Open",
      row,
      row,
      "",
    ])
    const french = await textOf(transactionsFile(pages([]), { ...told, language: "fr" }))
    expect(french).toBe(
      "\uFEFFDate,Opération,Commande,Intitulé,Reçu,Facture ou avoir,Référence,Moyen,État,Codes,Devise,Débits,Crédits,Solde,Ouvert\r\n",
    )
  })
})

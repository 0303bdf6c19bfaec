import type {
  AllocationMove,
  AllocationExplanation,
  LedgerItemView,
  MatrixCell,
  MatrixColumn,
  MatrixRow,
  NamedItem,
  OrderReconciliation,
  RowPart,
} from "../../../src/types/http"

/** An order of a music school, as the plugin answers it: paid by card and cheque, partly refunded, partly planned. */

const BOOK_TITLE =
  "Beethoven, Piano Sonatas I, Urtext edition with fingering by Conrad Hansen, cloth-bound, second printing"
export const TITLES = [
  ["violin", "Violin outfit, full size", "612.00", "612.00"],
  ["stand", "Folding music stand", "107.10", "107.10"],
  ["strings", "Guitar strings, light", "114.75", "76.50"],
  ["book", BOOK_TITLE, "30.60", "0.00"],
  ["course", "Course of six lessons", "378.00", "363.80"],
  ["parcel", "Insured parcel", "12.75", "0.00"],
] as const

const PRICE: RowPart = {
  kind: "price",
  name: null,
  rate: null,
  each: null,
  amount: "640.00",
  included: false,
}
/** What the first charge of a violin outfit is made of: two of them, a promotion and a tax. */
const PARTS: Partial<Record<string, RowPart[]>> = {
  violin: [
    { ...PRICE, each: { price: "320", quantity: 2 } },
    { ...PRICE, kind: "discount", name: "WELCOME10", amount: "-64.00" },
    { ...PRICE, kind: "tax", name: "MA sales tax", rate: "6.25", amount: "36.00" },
  ],
}

export const CHEQUE_AT = "2026-10-19T15:02:00.000Z"

const nothing = { method: null, provider_id: null, detail: null }
export const charge = (name: string): NamedItem => ({
  ...nothing,
  kind: "charge",
  side: "debit",
  row: `line:${name}`,
  title: TITLES.find(([one]) => one === name)?.[1] ?? null,
  occurred_on: "2026-10-02",
  reference: `ordli_${name}`,
})
const creditOf = (name: string, on: string): NamedItem => ({
  ...charge(name),
  kind: "adjustment",
  side: "credit",
  occurred_on: on,
})
export const CARD: NamedItem = {
  ...nothing,
  kind: "payment",
  side: "credit",
  row: null,
  title: null,
  method: "card",
  occurred_on: "2026-10-02",
  reference: "capt_01J00000000000000000000000",
}
export const CHEQUE: NamedItem = {
  ...CARD,
  kind: "deposit",
  method: "cheque",
  reference: "CHQ 7315",
  occurred_on: "2026-10-19",
}
export const REFUND: NamedItem = {
  ...CARD,
  kind: "refund",
  side: "debit",
  method: "card",
  reference: "ref_1",
  occurred_on: "2026-11-24",
}
export const RETURNED = creditOf("strings", "2026-11-20")
const BOOK_CREDIT = creditOf("book", "2026-11-24")

const IDS = new Map<NamedItem, string>([
  [CARD, "11"],
  [CHEQUE, "12"],
  [RETURNED, "13"],
  [BOOK_CREDIT, "14"],
  [REFUND, "15"],
])
const idOf = (item: NamedItem): string => IDS.get(item) ?? item.reference
export const move = (
  id: string,
  [credit, debit]: [NamedItem, NamedItem],
  amount: string,
): AllocationMove => ({
  allocation_id: id,
  credit_item_id: idOf(credit),
  debit_item_id: idOf(debit),
  credit,
  debit,
  amount,
})

export const BY_CARD = move("100", [CARD, charge("violin")], "600.00")
export const BY_CHEQUE = [
  ["violin", "12.00", "12.00"],
  ["stand", "107.10", "107.10"],
  ["strings", "114.75", "114.75"],
  ["book", "30.60", "30.60"],
  ["course", "378.00", "25.55"],
].map(([name = "", open = "", amount = ""], place) => ({
  open,
  place,
  name,
  move: move(`${200 + place}`, [CHEQUE, charge(name)], amount),
}))
export const MOVED = move("300", [RETURNED, charge("course")], "38.25")
export const REFUNDED = move("400", [BOOK_CREDIT, REFUND], "30.60")

const explained = (
  { allocation_id: id, credit, debit, amount }: AllocationMove,
  more: Partial<AllocationExplanation>,
): AllocationExplanation => ({
  allocation_id: id,
  origin: "auto",
  step: 1,
  amount,
  rule: "line_order",
  credit,
  debit,
  credit_open_before: amount,
  debit_open_before: amount,
  limit: "settled",
  because: "",
  recorded_at: "2026-10-02T16:12:00.000Z",
  ...more,
})

const MADE: Omit<MatrixCell, "inferred">[] = [
  {
    row: "line:violin",
    column: "11",
    amount: "600.00",
    explanations: [explained(BY_CARD, { origin: "backfill", debit_open_before: "612.00", limit: "used_up" })],
  },
  ...BY_CHEQUE.map(({ name, open, place, move: made }) => ({
    row: `line:${name}`,
    column: "12",
    amount: made.amount,
    explanations: [
      explained(made, {
        step: place + 1,
        debit_open_before: open,
        limit: name === "course" ? ("used_up" as const) : ("settled" as const),
        recorded_at: CHEQUE_AT,
      }),
    ],
  })),
  {
    row: "line:strings",
    column: "13",
    amount: "-38.25",
    explanations: [explained(MOVED, { rule: "own_order", recorded_at: "2026-11-20T10:22:00.000Z" })],
  },
  {
    row: "line:course",
    column: "13",
    amount: "38.25",
    explanations: [explained(MOVED, { rule: "own_order", recorded_at: "2026-11-20T10:22:00.000Z" })],
  },
  {
    row: "line:book",
    column: "15",
    amount: "-30.60",
    explanations: [
      explained(REFUNDED, { rule: "refund_of_chosen_line", recorded_at: "2026-11-24T11:05:00.000Z" }),
    ],
  },
]
const CELLS = MADE.map((cell): MatrixCell => ({
  ...cell,
  inferred: cell.explanations.some(({ origin }) => origin === "backfill"),
}))

const column = (item: NamedItem, more: Partial<MatrixColumn>): MatrixColumn => ({
  ...nothing,
  id: idOf(item),
  kind: "payment",
  method: item.method,
  reference: item.reference,
  receipt_number: "R-2026-0042",
  document_number: { number: "F-2026-17", kind: "invoice", issued_on: null },
  occurred_on: item.occurred_on,
  amount: "0.00",
  on_this_order: "0.00",
  paid_back: "0.00",
  elsewhere: { amount: "0.00", orders: 0 },
  unallocated: "0.00",
  state: "full",
  codes: [],
  ...more,
})

const ledgerItem = (item: NamedItem, amount: string, at: string): LedgerItemView => ({
  id: idOf(item),
  document_id: item.kind === "deposit" ? null : "38",
  side: item.side,
  kind: item.kind,
  key: item.reference,
  sequence: 1,
  row: item.row,
  position: 1,
  title: item.title ?? "",
  reference: item.reference,
  occurred_at: at,
  occurred_on: at.slice(0, 10),
  amount,
  allocated: "0.00",
  reverses_item_id: null,
  origin_item_id: null,
  moved_away: false,
})

export const orderOf = (id: string): OrderReconciliation => ({
  id,
  read: true,
  inferred: 1,
  mirrors: [],
  document_number: null,
  payment_reference: "RF18539007547034",
  payment_qr: null,
  display_id: "38",
  placed_at: "2026-10-02T16:12:00.000Z",
  customer: { id: "cus_1", name: "James Okafor", email: null },
  billing_name: "Charles River Youth Strings, Inc.",
  cancelled_at: null,
  currency_code: "usd",
  digits: 2,
  account_id: "7",
  document_id: "38",
  version: 9,
  state: "partial",
  code: { rank: 4, code: "d", closed: false },
  problems: [],
  warnings: [],
  columns: [
    column(CARD, { amount: "600.00", on_this_order: "600.00" }),
    column(CHEQUE, {
      kind: "deposit",
      amount: "500.00",
      on_this_order: "290.00",
      elsewhere: { amount: "210.00", orders: 2 },
    }),
    column(RETURNED, { kind: "credit" }),
    column(REFUND, { kind: "refund", amount: "-30.60", on_this_order: "-30.60" }),
  ],
  rows: TITLES.map(([name, title, amount, allocated]): MatrixRow => ({
    key: `line:${name}`,
    kind: "line",
    title,
    amount,
    parts: PARTS[name] ?? [],
    adjustments: [],
    net: name === "book" ? "0.00" : amount,
    allocated,
    open: "0.00",
    quantity: PARTS[name]?.[0]?.each?.quantity ?? null,
    refundable: "0.00",
    due: null,
    state: "full",
  })),
  cells: CELLS,
  totals: { owed: "1186.35", allocated: "859.40", open: "26.95", unallocated: "26.95" },
  items: [
    ...TITLES.map(([name, , amount]) => ledgerItem(charge(name), amount, "2026-10-02T16:12:00.000Z")),
    ledgerItem(CARD, "600.00", "2026-10-02T16:12:00.000Z"),
    ledgerItem(CHEQUE, "500.00", CHEQUE_AT),
  ],
  allocations: [],
  expected_returns: "0.00",
  terms: { due: { end_of_month: 30 }, source: "rule" },
  plan: {
    version: 1,
    not_covered: "0.00",
    instalments: [
      {
        id: "1",
        plan: 1,
        number: 1,
        due_on: "2026-12-01",
        amount: "300.00",
        paid: "0.00",
        reserved: [{ row: "line:course", amount: "300.00" }],
        pins: [],
        shrunk_by: "0.00",
        state: "scheduled",
        method: null,
        reference: null,
      },
    ],
  },
})

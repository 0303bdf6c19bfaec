import type { OrderReconciliation, UnreadOrder } from "../../../src/types/http"
import type { Allocation, OpenItem } from "../../../src/modules/reconciliation/domain/open-item"
import { charge, credit, debit, held, instalment } from "../../../test/support/items"
import { answerOf, type AnsweredLedger } from "../../../test/support/order-answer"

/** The day on which the gallery is looked at. */
export const TODAY = "2026-11-27"

type Paid = [money: bigint, row: bigint, amount: bigint, more?: Partial<Allocation>]

interface Told extends Omit<AnsweredLedger, "items" | "allocations"> {
  readonly items: readonly OpenItem[]
  readonly paid?: readonly Paid[]
}

/** An order of the music school, told by what it has and what pays what. */
function order({ items, paid = [], answer = {}, ...told }: Told): OrderReconciliation {
  const allocations = paid.map(([money, row, amount, more], index) =>
    held(BigInt(index + 1), [money, row], amount, more),
  )
  const counted = items.map((item) => ({
    ...item,
    allocated: paid.reduce(
      (sum, [money, row, amount]) => (money === item.id || row === item.id ? sum + amount : sum),
      0n,
    ),
  }))
  return answerOf({
    items: counted,
    allocations,
    today: TODAY,
    answer: { currency_code: "usd", ...answer },
    ...told,
  })
}

const row = (id: bigint, title: string, amount: bigint): OpenItem => charge(id, `${id}`, amount, { title })

const money = (id: bigint, method: string, facts: { amount: bigint; on: string }): OpenItem =>
  credit({
    id,
    kind: "payment",
    method,
    amount: facts.amount,
    occurredOn: facts.on,
    occurredAt: `${facts.on}T09:00:00.000Z`,
  })

const code = (letters: string) => ({ rank: 4, code: letters, closed: letters === letters.toUpperCase() })

const VIOLIN = "Violin outfit, full size"
const INSTALMENTS = [
  instalment(1, 15_000n, { dueOn: "2026-12-01" }),
  instalment(2, 15_000n, { dueOn: "2027-01-04" }),
]
const BUSY = [
  row(1n, VIOLIN, 61_200n),
  row(2n, "Folding music stand", 10_710n),
  row(3n, "Guitar strings, light", 7650n),
  row(4n, "Course of six lessons", 37_800n),
  row(5n, "Insured parcel", 1275n),
  money(11n, "card", { amount: 60_000n, on: "2026-10-02" }),
  money(12n, "cheque", { amount: 25_940n, on: "2026-10-19" }),
  money(13n, "cash", { amount: 2695n, on: "2026-11-26" }),
]
const BUSY_PAID: readonly Paid[] = [
  [11n, 1n, 60_000n, { origin: "backfill" }],
  [12n, 1n, 1200n],
  [12n, 2n, 10_710n],
  [12n, 3n, 7650n],
  [12n, 4n, 6380n],
]

const partly = order({
  items: BUSY,
  paid: BUSY_PAID,
  instalments: INSTALMENTS,
  answer: { code: code("d") },
})

const REVERSED = [
  row(1n, "Guitar strings, light", 2000n),
  row(2n, "Songbook", 4645n),
  money(11n, "card", { amount: 6645n, on: "2026-11-02" }),
  ...[1n, 2n].map((line) =>
    debit({
      id: 20n + line,
      kind: "reversal",
      key: "rev:11.1",
      sequence: Number(line),
      lineKey: `line:${line}`,
      amount: line === 1n ? 2000n : 4645n,
      reversalKind: "chargeback",
      occurredOn: "2026-11-25",
    }),
  ),
]

/** Every state of the order's card, by what it is called in the gallery. */
export const ORDERS = {
  "partly reconciled": partly,
  "more money than is missing": order({
    items: [row(1n, VIOLIN, 61_200n), money(11n, "cash", { amount: 100_000n, on: "2026-11-26" })],
  }),
  "fully reconciled": order({
    items: [row(1n, "Clarinet", 34_935n), money(11n, "card", { amount: 34_935n, on: "2026-11-20" })],
    paid: [[11n, 1n, 34_935n]],
    answer: { code: code("D") },
  }),
  "with planned payments": order({
    items: [row(1n, VIOLIN, 32_900n), money(11n, "transfer", { amount: 12_900n, on: "2026-11-20" })],
    paid: [[11n, 1n, 12_900n]],
    instalments: [
      instalment(1, 10_000n, { dueOn: "2026-12-27" }),
      instalment(2, 10_000n, { dueOn: "2027-01-27" }),
    ],
    answer: { currency_code: "eur", code: code("a") },
  }),
  "overdue instalment": order({
    items: [row(1n, "Cello", 40_000n), money(11n, "card", { amount: 20_000n, on: "2026-11-01" })],
    paid: [[11n, 1n, 20_000n]],
    instalments: [
      instalment(1, 10_000n, { dueOn: "2026-11-15" }),
      instalment(2, 10_000n, { dueOn: "2026-12-15" }),
    ],
    answer: { currency_code: "eur", code: code("f") },
  }),
  "failed instalment": order({
    items: [row(1n, "Cello", 40_000n)],
    instalments: [instalment(1, 40_000n, { dueOn: "2026-11-20", failed: true })],
    answer: { currency_code: "eur" },
  }),
  "nothing paid": order({ items: [row(1n, "Metronome", 12_690n)], answer: { currency_code: "eur" } }),
  "charged back": order({
    items: REVERSED,
    paid: [
      [11n, 1n, 2000n],
      [11n, 2n, 4645n],
    ],
    answer: { code: code("b") },
  }),
  surplus: order({
    items: [row(1n, "Clarinet", 10_000n), money(11n, "cash", { amount: 12_000n, on: "2026-11-26" })],
    paid: [[11n, 1n, 10_000n]],
    answer: { code: code("E") },
  }),
  "nothing to pay": order({ items: [] }),
  cancelled: order({ items: [], answer: { cancelled_at: "2026-11-26T09:00:00.000Z" } }),
  error: order({
    items: [row(1n, "Clarinet", 10_000n), money(11n, "card", { amount: 12_000n, on: "2026-11-26" })],
    paid: [[11n, 1n, 10_000n]],
    answer: {
      code: code("g"),
      problems: [
        {
          code: "refund_without_row",
          facts: { amount: "-20.00" },
          detail: "The store counts a refund that was never made; the difference is 20.00.",
          remedy: "Ask the payment provider, then refund again or correct the order.",
        },
      ],
    },
  }),
  "no decimals": order({
    items: [
      row(1n, "Shamisen strings", 10_000n),
      row(2n, "Bachi", 4880n),
      money(11n, "card", { amount: 10_000n, on: "2026-11-26" }),
    ],
    paid: [
      [11n, 1n, 8000n],
      [11n, 2n, 2000n],
    ],
    digits: 0,
    answer: { currency_code: "jpy", code: code("a") },
  }),
} satisfies Record<string, OrderReconciliation>

/** An order of which the ledger holds nothing yet. */
export const UNREAD: UnreadOrder = {
  id: "order_1",
  display_id: "1",
  placed_at: "2026-11-27T09:00:00.000Z",
  customer: null,
  billing_name: null,
  cancelled_at: null,
  currency_code: "usd",
  digits: 2,
  read: false,
  version: 0,
  state: null,
  totals: null,
}

import { candidateOf as candidate } from "../../src/modules/reconciliation/domain/allocation/candidate"
import type { Candidate } from "../../src/modules/reconciliation/domain/allocation/strategy"
import { openItems } from "../../src/modules/reconciliation/ledger/tables/open-items"
import { snakeOf } from "../../src/modules/reconciliation/ledger/tables/table"
import { openItemOf, type OpenItemRow } from "../../src/modules/reconciliation/ledger/rows"

const LINES_OF_ORDER = 5
const FIRST = Date.parse("2026-01-01T00:00Z")
const HOUR = 3_600_000
const YEAR = 365 * 24 * HOUR

/** An account as a plan finds it: open lines of orders, and payments that together settle them all. */
export interface OpenAccount {
  readonly credits: readonly Candidate[]
  readonly debits: readonly Candidate[]
}

/** In the order in which the ledger loads it. Payments are equal shares of the whole. */
export function openAccount(items: number, payments: number): OpenAccount {
  const debits = Array.from({ length: items }, (_, index) => debitOf(index))
  const owed = debits.reduce((total, debit) => total + debit.open, 0n)
  const share = owed / BigInt(payments)
  const rest = owed - share * BigInt(payments - 1)
  return {
    credits: Array.from({ length: payments }, (_, index) => creditOf(index, index ? share : rest)),
    debits,
  }
}

/** As many payments as orders, each worth exactly one of them; no two orders are worth the same. */
export function exactAccount(items: number): OpenAccount {
  const { debits } = openAccount(items, 1)
  const balances = new Map<bigint | null, bigint>()
  for (const { item, open } of debits) {
    balances.set(item.documentId, (balances.get(item.documentId) ?? 0n) + open)
  }
  return { credits: shuffled([...balances.values()].map((amount, index) => creditOf(index, amount))), debits }
}

/** The worst order to be given. */
export function shuffledAccount(items: number, payments: number): OpenAccount {
  const { credits, debits } = openAccount(items, payments)
  return { credits: shuffled(credits), debits: shuffled(debits) }
}

/** A plan uses up its input, so each gets its own. */
export function copyOf({ credits, debits }: OpenAccount): OpenAccount {
  return { credits: credits.map((one) => ({ ...one })), debits: debits.map((one) => ({ ...one })) }
}

function debitOf(index: number): Candidate {
  const order = Math.floor(index / LINES_OF_ORDER)
  const key = `line:ordli_${String(index).padStart(26, "0")}`
  const stored = {
    ...row(new Date(FIRST + order * HOUR)),
    id: String(index + 1),
    document_id: String(order + 1),
    key,
    line_key: key,
    position: (index % LINES_OF_ORDER) + 1,
    amount: String(1000 + index),
  }
  return candidateOf(stored, `order_${String(order).padStart(26, "0")}`)
}

function creditOf(index: number, amount: bigint): Candidate {
  return candidateOf({
    ...row(new Date(FIRST + YEAR + index * HOUR)),
    id: String(1_000_000_000 + index),
    side: "credit",
    kind: "deposit",
    key: `deposit:${index}`,
    amount: String(amount),
  })
}

/** Nothing in every column, those of tomorrow too. */
const EMPTY = Object.fromEntries(Object.keys(openItems.columns).map((name) => [snakeOf(name), null]))

function row(at: Date): OpenItemRow {
  const moment = at.toISOString()
  const day = moment.slice(0, 10)
  const charge = { id: "0", side: "debit", kind: "charge", key: "", sequence: 1, position: 0, reference: "" }
  const days = { occurred_at: moment, occurred_on: day, accounting_on: day }
  const title = "Medusa T-Shirt – S / Black"
  return { ...EMPTY, ...charge, ...days, title, amount: "0", allocated: "0" } as unknown as OpenItemRow
}

/** As the ledger makes one of a row. */
function candidateOf(stored: OpenItemRow, orderId: string | null = null): Candidate {
  const item = openItemOf(stored)
  return candidate(item, { placedAt: item.occurredAt, placedOn: item.occurredOn, orderId })
}

/** The same disorder every time. */
function shuffled<Value>(values: readonly Value[]): Value[] {
  let seed = 1
  return values
    .map((value) => ({ value, place: (seed = (seed * 48_271) % 2_147_483_647) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ value }) => value)
}

import type { Chance } from "../../bench/lib/chance"
import type { Pool } from "./pool"

export const pick = <Value>(chance: Chance, values: readonly Value[]): Value | undefined =>
  values[chance.below(values.length)]

const STRATEGIES = ["line_order", "oldest_first", "due_date", "pro_rata", "exact_match", "dearest_first"]
const AMOUNTS = ["0.01", "0.02", "0.05", "1.00", "9.99", "20.00", "75.00", "1000000.00"]
const TEXTS = ["transfer 7", "Ünïcode 😀 خط", "a", "INV-2026-001", "' or '1'='1", "%_\\", "<b>x</b>", "  x  "]
const DAYS = ["2026-01-31", "2026-02-28", "2024-02-29", "1970-01-01", "2199-12-31", "2026-11-27"]
const MOMENTS = [
  "2026-01-31",
  "2026-01-31T12:00:00Z",
  "2026-02-01T00:00:00.123+14:00",
  "1970-01-01T00:00:00Z",
  "2020-02-29T23:59:60Z",
  "1970-01-01T00:00:00+14:00",
]

type Draw = (chance: Chance, pool: Pool) => unknown

const text: Draw = (chance) => pick(chance, TEXTS)
const day: Draw = (chance) => pick(chance, DAYS)
const small: Draw = (chance) => 1 + chance.below(40)

const SENSIBLE = new Map<string, Draw>([
  ["strategy", (chance) => pick(chance, STRATEGIES)],
  [
    "amount",
    (chance) =>
      chance.happens(0.7) ? pick(chance, AMOUNTS) : `${chance.below(90)}.${10 + chance.below(90)}`,
  ],
  ["due_on", day],
  ["from", day],
  ["to", day],
  ["occurred_at", (chance) => pick(chance, MOMENTS)],
  ["version", small],
  ["limit", small],
  ["customer_id", (chance, pool) => pick(chance, pool.customers)],
  ["payment_id", (chance, pool) => pick(chance, pool.payments)],
  ["order_id", (chance, pool) => pick(chance, pool.orders)],
  ["account_id", (chance, pool) => String(1 + chance.below(pool.accounts + 1))],
  ["row", (chance, pool) => pick(chance, pool.rows)],
  ["column", (chance, pool) => pick(chance, pool.columns)],
  ["columns", (chance, pool) => pick(chance, pool.columns)],
  ["change_id", (chance, pool) => pick(chance, pool.changes)],
  ["cascade", (chance) => chance.happens(0.5)],
  ["currency_code", (chance) => pick(chance, ["eur", "EUR", "eur", "usd", "jpy"])],
  ["cursor", (chance, pool) => pick(chance, pool.cursors)],
  ["reason", text],
  ["reference", text],
  ["note", text],
  ["refund_reason_id", () => "refr_none"],
])

/** A value that a field of this name may have in a sensible request; undefined when the schema alone tells. */
export const sensible = (field: string, chance: Chance, pool: Pool): unknown =>
  SENSIBLE.get(field)?.(chance, pool)

/** What no field was meant for. */
const WILD: readonly unknown[] = [
  [null, true, false, 0, -1, 1.5, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 63, -0, 5e-324],
  [
    "",
    " ",
    "\0",
    "a\0b",
    "\ud800",
    "x\udfff",
    "\u202e",
    "\ufeff",
    "\n",
    "😀",
    "\u0301",
    "é".normalize("NFD"),
  ],
  [
    "0",
    "-1",
    "-1.00",
    "+1.00",
    "00.10",
    "1.000",
    "1,00",
    "1.",
    ".5",
    "1e5",
    "0x10",
    "1_000",
    "９.００",
    "٣.٠٠",
  ],
  ["NaN", "Infinity", "null", "undefined", "true", "[object Object]", "__proto__", "constructor", "toString"],
  ["2026-02-30", "0000-01-01", "9999-12-31", "2200-01-01", "-2026-01-01", "2026-1-1", "+012026-01-01"],
  ["2026-01-01T24:00:00Z", "2026-01-01T00:00:00", "2026-01-01T00:00:00+99:99", "2026-01-01T00:00:60Z"],
  ["2026-01-01T00:00:00.123456789123456789Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00"],
  [
    "${x}",
    "{{x}}",
    "' or 1=1 --",
    "\\",
    "$1",
    "?",
    ":id",
    "%00",
    "../../x",
    "line:",
    "cap:",
    "🏳️‍🌈".repeat(30),
  ],
  [[], [[]], [null], {}, { a: 1 }, [1, "1", {}], { length: 3 }, { toJSON: 1 }, ["a", "b"]],
].flat()

/** A value of any type and size, within what JSON can say. */
export function wild(chance: Chance): unknown {
  switch (chance.below(12)) {
    case 0:
      return pick(chance, ["9", "x", "é", "😀", "\0", "\ud83d"])?.repeat(1 + chance.below(1200))
    case 1:
      return `${"9".repeat(1 + chance.below(45))}.${"9".repeat(chance.below(5))}`
    case 2:
      return nested(chance, 1 + chance.below(60))
    case 3:
      return Array.from({ length: chance.below(600) }, (_, index) => index)
    case 4:
      return String.fromCharCode(...Array.from({ length: 1 + chance.below(12) }, () => chance.below(65_536)))
    default:
      // A copy: what is made of it must not be in the next request.
      return structuredClone(pick(chance, WILD))
  }
}

function nested(chance: Chance, depth: number): unknown {
  const key = pick(chance, ["a", "__proto__", "amount", "", "id"]) ?? "a"
  let value: unknown = 1
  for (let level = 0; level < depth; level += 1) value = chance.happens(0.5) ? [value] : { [key]: value }
  return value
}

import type { Host } from "./host"

/** A generator of numbers in [0, 1) that gives the same for one seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const CURRENCIES = ["eur", "usd", "jpy", "kwd", "gbp"] as const
const PRICES = [
  "0.0000001",
  "24.99",
  "0",
  "19.999999999999999999",
  "1000000000000000000000",
  "12345678901234567890.123456",
  "83.029275",
  "7",
] as const
const QUANTITIES = ["1", "2", "3", "0.333", "0.00005", "17"] as const
const RATES = ["20", "10.75", "5.5", "0", "0.00004", "33.333333333333"] as const

type Row = Record<string, unknown>

/** An amount as the host stores it: a number beside the exact text. */
const amount = (name: string, text: string): Row => ({
  [name]: text,
  [`raw_${name}`]: { value: text, precision: 20 },
})

/**
 * Orders as no shop would have them, written by SQL into the host's tables: five currencies, prices from 1e-7 to 1e21 and
 * of 26 digits, parts of units, no rate to two, both kinds of discounts and of prices, credit lines, units coming back,
 * several versions, money of several payments.
 *
 * @returns their ids
 */
export async function writeRandomOrders(host: Host, count: number, seed: number): Promise<string[]> {
  const random = randomOf(seed)
  const tables = new Map<string, Row[]>()
  const add = (table: string, row: Row): void => {
    tables.set(table, [...(tables.get(table) ?? []), row])
  }
  const ids = Array.from({ length: count }, (_, index) => `order_R${seed}x${index}`)
  for (const id of ids) writeOrder({ id, random, add })
  for (const [table, rows] of tables) {
    for (let from = 0; from < rows.length; from += 500) {
      const part = rows.slice(from, from + 500)
      const columns = Object.keys(part[0] ?? {}).map((name) => `"${name}"`)
      // oxlint-disable-next-line no-await-in-loop -- a table's rows name those of the one before it
      await host.sql(
        `insert into "${table}" (${columns.join()}) select ${columns.join()} from json_populate_recordset(null::"${table}", ?::json)`,
        [JSON.stringify(part)],
      )
    }
  }
  return ids
}

interface Writing {
  readonly id: string
  readonly random: () => number
  readonly add: (table: string, row: Row) => void
}

function writeOrder({ id, random, add }: Writing): void {
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(random() * values.length)] ?? values[0]
  const chance = (share: number): boolean => random() < share
  const version = chance(0.3) ? 3 : 1
  const currency = pick(CURRENCIES)
  const at = `2026-03-0${1 + Math.floor(random() * 9)}T10:00:00.123456Z`
  const times = { created_at: at, updated_at: at }
  add("order", {
    id,
    version,
    status: pick(["pending", "completed"]),
    is_draft_order: false,
    currency_code: currency,
    ...times,
  })
  const inclusive = chance(0.3)
  for (let line = 0; line < 1 + Math.floor(random() * 4); line += 1) {
    const item = `ordli_${id}${line}`
    add("order_line_item", {
      id: item,
      title: `Line ${line}`,
      requires_shipping: true,
      is_discountable: true,
      is_custom_price: false,
      is_giftcard: false,
      is_tax_inclusive: inclusive,
      metadata: chance(0.2) ? { reconciliation_position: line } : null,
      ...amount("unit_price", pick(PRICES)),
      ...times,
    })
    for (let rate = 0; rate < Math.floor(random() * 3); rate += 1)
      add("order_line_item_tax_line", {
        id: `${item}t${rate}`,
        code: `tax${rate}`,
        item_id: item,
        ...amount("rate", pick(RATES)),
        ...times,
      })
    for (let one = 1; one <= version; one += 1) {
      const quantity = pick(QUANTITIES)
      const back = (): string => (chance(0.2) ? "1" : "0")
      add("order_item", {
        id: `orditem_${id}${line}v${one}`,
        order_id: id,
        version: one,
        item_id: item,
        unit_price: null,
        raw_unit_price: null,
        ...(chance(0.3) ? amount("unit_price", pick(PRICES)) : {}),
        metadata: chance(0.1) ? { reconciliation_fee: true } : null,
        ...amount("quantity", quantity),
        ...amount("fulfilled_quantity", "0"),
        ...amount("shipped_quantity", "0"),
        ...amount("delivered_quantity", "0"),
        ...amount("written_off_quantity", back()),
        ...amount("return_requested_quantity", back()),
        ...amount("return_received_quantity", back()),
        ...amount("return_dismissed_quantity", back()),
        ...times,
      })
      if (chance(0.4))
        add("order_line_item_adjustment", {
          id: `${item}a${one}`,
          item_id: item,
          version: one,
          is_tax_inclusive: chance(0.5),
          ...amount("amount", pick(["1", "0.333333333333333333", "2.5"])),
          ...times,
        })
    }
  }
  writeMethod({ id, random, add }, { version, inclusive, times })
  for (let one = 1; one <= version; one += 1)
    if (chance(0.4))
      add("order_credit_line", {
        id: `ordcl_${id}v${one}`,
        order_id: id,
        version: one,
        reference: pick(["Damaged", "store-credit", null]),
        metadata: { created_in_version: one },
        ...amount("amount", pick(["5", "-14", "0.01", "30.50"])),
        ...times,
      })
  writeMoney({ id, random, add }, { currency, version, times })
  for (let one = 2; one <= version; one += 1) {
    add("order_change", {
      id: `ordch_${id}v${one}`,
      order_id: id,
      version: one,
      status: "confirmed",
      change_type: pick(["edit", "transfer"]),
      confirmed_at: at,
      ...times,
    })
    add("order_change_action", {
      id: `ordchact_${id}v${one}`,
      // The whole table's own numbers go on from 1.
      ordering: 1_000_000_000 + Math.floor(random() * 1_000_000_000),
      order_id: id,
      order_change_id: `ordch_${id}v${one}`,
      action: "TRANSFER_CUSTOMER",
      reference_id: "cus_1",
      applied: true,
      ...times,
    })
  }
}

function writeMethod(
  { id, random, add }: Writing,
  { version, inclusive, times }: { version: number; inclusive: boolean; times: Row },
): void {
  if (random() < 0.2) return
  const method = `ordsm_${id}`
  add("order_shipping_method", {
    id: method,
    name: "Post",
    is_tax_inclusive: inclusive,
    is_custom_amount: false,
    ...amount("amount", "12.3456"),
    ...times,
  })
  add("order_shipping_method_tax_line", {
    id: `${method}t`,
    code: "vat",
    shipping_method_id: method,
    ...amount("rate", "20"),
    ...times,
  })
  for (let one = 1; one <= version; one += 1) {
    add("order_shipping", {
      id: `ordspmv_${id}v${one}`,
      order_id: id,
      version: one,
      shipping_method_id: method,
      ...times,
    })
    if (random() < 0.3)
      add("order_shipping_method_adjustment", {
        id: `${method}a${one}`,
        shipping_method_id: method,
        version: one,
        ...amount("amount", "2"),
        ...times,
      })
  }
}

function writeMoney(
  { id, random, add }: Writing,
  { currency, version, times }: { currency: string; version: number; times: Row },
): void {
  for (let number = 0; number < Math.floor(random() * 3); number += 1) {
    const [collection, payment, capture] = [
      `pay_col_${id}${number}`,
      `pay_${id}${number}`,
      `capt_${id}${number}`,
    ]
    const total = amount("amount", "83.029275")
    add("payment_collection", {
      id: collection,
      currency_code: currency,
      status: "completed",
      ...total,
      ...times,
    })
    add("order_payment_collection", {
      id: `ordpc_${id}${number}`,
      order_id: id,
      payment_collection_id: collection,
      ...times,
    })
    add("payment", {
      id: payment,
      currency_code: currency,
      provider_id: "pp_system_default",
      payment_collection_id: collection,
      payment_session_id: `payses_${id}${number}`,
      ...total,
      ...times,
    })
    add("capture", {
      id: capture,
      payment_id: payment,
      metadata: random() < 0.2 ? { number: "7" } : null,
      ...total,
      ...times,
    })
    add("order_transaction", {
      id: `ordtrx_${id}${number}`,
      order_id: id,
      version,
      currency_code: currency,
      reference: "capture",
      reference_id: capture,
      ...total,
      ...times,
    })
    if (random() < 0.4)
      add("refund", { id: `ref_${id}${number}`, payment_id: payment, ...amount("amount", "3.10"), ...times })
  }
}

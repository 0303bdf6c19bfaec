import type { DocumentHistory } from "../../src/modules/reconciliation/domain/posting/document-state"
import { accountOf, firstLineOf, LINE_AMOUNTS, ORDER_TOTAL, type Population } from "./tables"

/** What the three writers are given for one captured order, made before the clock runs. */
export interface CapturedOrder {
  readonly n: number
  readonly history: DocumentHistory
  /** The same in the order of the parameters of floor.sql. */
  readonly values: readonly unknown[]
}

/** The tax contained in a line. */
export const taxOf = (amount: bigint): bigint => amount / 6n

const FIRST = Date.parse("2026-01-01T00:00Z")
const MINUTE = 60_000

/** An order an hour after it was placed: its five lines, as they stand, and now its money. */
export function capturedOrder(n: number, population: Population): CapturedOrder {
  const name = String(n).padStart(26, "0")
  const placedAt = new Date(FIRST + n * MINUTE).toISOString()
  const at = new Date(FIRST + (n + 60) * MINUTE).toISOString()
  const readAt = new Date(FIRST + (n + 61) * MINUTE).toISOString()
  const on = at.slice(0, 10)
  const placed = { at: placedAt, on: placedAt.slice(0, 10) }
  const lines = LINE_AMOUNTS.map((amount, index) => {
    const id = `ordli_${name}${index + 1}`
    return {
      key: `line:${id}`,
      class: "line" as const,
      signed: amount,
      lineKey: `line:${id}`,
      position: index + 1,
      title: "Medusa T-Shirt – S / Black",
      reference: id,
      method: null,
      hostId: id,
      ...placed,
      taxes: [{ code: "VAT20", rate: "20", amount: taxOf(amount) }],
    }
  })
  const money = {
    key: `cap:capt_${name}`,
    class: "payment" as const,
    signed: -ORDER_TOTAL,
    lineKey: null,
    position: 0,
    title: "Payment",
    reference: `capt_${name}`,
    method: "manual",
    hostId: `capt_${name}`,
    paymentId: `pay_${name}`,
    providerId: "pp_system_default",
    at,
    on,
    taxes: [],
  }
  const state = { version: 1, lines, creditedLines: [], canceled: null }
  const captured = { ...state, at, on, money: [money], balance: 0n }
  const first = firstLineOf(n, population)
  return {
    n,
    history: {
      orderId: `order_${name}`,
      displayId: String(n),
      ownerType: "customer",
      ownerId: `cus_${String(accountOf(n, population)).padStart(26, "0")}`,
      ownerSince: { at: "2026-01-01T00:00:00.000Z", on: "2026-01-01" },
      salesChannelId: null,
      currencyCode: "eur",
      digits: 2,
      placedAt,
      placedOn: placed.on,
      hostVersion: 1,
      readAt,
      seen: { order: placedAt, money: at, taxes: null },
      states: [{ ...state, ...placed, money: [], balance: ORDER_TOTAL }, captured, captured],
      problems: [],
      payments: new Map(),
      chosenLines: new Map(),
      expected: [],
    },
    values: [
      accountOf(n, population),
      n,
      money.key,
      money.reference,
      money.paymentId,
      at,
      on,
      readAt,
      placedAt,
      LINE_AMOUNTS.map((_, index) => first + index),
      LINE_AMOUNTS,
      LINE_AMOUNTS.map((_, index) => LINE_AMOUNTS.slice(index).reduce((total, amount) => total + amount, 0n)),
      LINE_AMOUNTS.map(taxOf),
    ],
  }
}

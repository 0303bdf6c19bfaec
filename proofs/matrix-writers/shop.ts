import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Desired, DocumentHistory } from "../../src/modules/reconciliation/domain/posting/document-state"
import type ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { send } from "../../bench/lib/database"

/** Eight payments of sixteen lines, all of it paid, so that every edit takes from one and gives to another. */
export const PAYMENTS = 8
export const LINES = 16
export const LINE = 10_000n
const PAYMENT = (LINE * BigInt(LINES)) / BigInt(PAYMENTS)
export const CUSTOMER = "cus_matrix"

/** The one matrix, as the host shows it; every second line contains two rates of tax. */
export function matrixOrder(orderId: string): DocumentHistory {
  const at = "2026-02-01T00:00:00.000Z"
  const on = at.slice(0, 10)
  const place = { method: null, at, on }
  const lines = Array.from({ length: LINES }, (_, index): Desired => {
    const key = `line:${orderId}_${index}`
    const taxes = [
      { code: "vat20", rate: "20", amount: 1333n },
      { code: "vat7", rate: "7", amount: 467n },
    ]
    return {
      ...place,
      key,
      class: "line",
      signed: LINE,
      lineKey: key,
      position: index + 1,
      title: `Line ${index}`,
      reference: key,
      taxes: index % 2 === 0 ? taxes : [],
    }
  })
  const money = Array.from({ length: PAYMENTS }, (_, index): Desired => {
    const key = `cap:${orderId}_${index}`
    return {
      ...place,
      key,
      class: "payment",
      signed: -PAYMENT,
      lineKey: null,
      position: 0,
      title: `Payment ${index}`,
      reference: key,
      taxes: [],
    }
  })
  return {
    orderId,
    displayId: orderId,
    ownerType: "customer",
    ownerId: `${CUSTOMER}_${orderId}`,
    ownerSince: { at: "2026-01-01T00:00:00.000Z", on: "2026-01-01" },
    salesChannelId: null,
    chosenLines: new Map(),
    currencyCode: "eur",
    digits: 2,
    placedAt: at,
    placedOn: on,
    hostVersion: 1,
    readAt: at,
    seen: { order: at, money: null, taxes: null },
    states: [{ at, on, version: 1, lines, money, balance: 0n, creditedLines: [], canceled: null }],
    problems: [],
    payments: new Map(),
    expected: [],
  }
}

/** A matrix as a screen shows it, in minor units. */
export interface SeenMatrix {
  readonly version: number
  readonly credits: readonly string[]
  readonly debits: readonly string[]
  /** By "credit debit". */
  readonly cells: ReadonlyMap<string, bigint>
  readonly openOf: ReadonlyMap<string, bigint>
}

/** Reads the matrix through the service, and the ids of its lines once. */
export function matrixReader(
  pool: Knex,
  service: ReconciliationModuleService,
  orderId: string,
): () => Promise<SeenMatrix> {
  let lines: Map<string, string> | undefined
  return async () => {
    lines ??= new Map(
      (
        await send<{ id: string; line_key: string }>(
          pool,
          `select i.id::text, i.line_key from reconciliation_open_item i
             join reconciliation_document d on d.id = i.document_id
            where d.order_id = $1 and i.side = 'debit' order by i.id`,
          [orderId],
        )
      ).map(({ id, line_key }) => [line_key, id]),
    )
    const ids = lines
    const order = await service.orders.retrieve(orderId)
    if (!order) throw new Error(`${orderId} is not in the ledger`)
    const idOf = (row: string): string => ids.get(row) ?? ""
    return {
      version: order.version,
      credits: order.columns.map(({ id }) => id),
      debits: [...ids.values()],
      cells: new Map(order.cells.map((cell) => [`${cell.column} ${idOf(cell.row)}`, cents(cell.amount)])),
      openOf: new Map([
        ...order.columns.map(({ id, unallocated }) => [id, cents(unallocated)] as const),
        ...order.rows.map(({ key, open }) => [idOf(key), cents(open)] as const),
      ]),
    }
  }
}

const cents = (text: string): bigint => BigInt(text.replace(".", ""))

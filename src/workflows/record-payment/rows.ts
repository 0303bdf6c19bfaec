import type { MedusaContainer } from "@medusajs/framework/types"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import type { PaymentRow, RecordPayments } from "../../modules/reconciliation/facets/batch"
import type { PaymentRowBody, RecordPaymentsBody } from "../../types/http"
import { digitsOfCurrencies } from "../host/currencies"
import { graph } from "../host/graph"
import { contextOf, type Called } from "./called"
import { foreignAmong } from "./customers"
import { customerIn, customersNamed, type NamedCustomer } from "./named-customers"
import { newKey, readUnread } from "./ticked-orders"

export interface RecordPaymentsInput extends Called, RecordPaymentsBody {}

interface HostOrderNumber {
  id: string
  display_id?: number | null
}

/** What the service is asked of a batch: whose money each row is and which orders it names are looked up at once. */
export async function paymentsOf(
  container: MedusaContainer,
  input: RecordPaymentsInput,
): Promise<RecordPayments> {
  const code = input.currency_code.toLowerCase()
  const digits = (await digitsOfCurrencies(container, [code]))(code)
  const customers = await customersNamed(
    container,
    input.rows.map(({ customer }) => customer),
  )
  const orders = await ordersOf(container, input.rows)
  const found = input.rows.map((row) => rowOf(row, { customers, orders }))
  const refusedOf = await foreignAmong(
    container,
    found.filter(isPayment).map(({ customerId }) => ({ customerId, code })),
  )
  const rows = found.map((row) => (isPayment(row) ? (refusedOf({ ...row, code }) ?? row) : row))
  const named = rows.filter(isPayment).flatMap((row) => row.orders ?? [])
  await readUnread(
    container,
    named.map(({ orderId }) => ({ order_id: orderId })),
    input,
  )
  return {
    currencyCode: code,
    digits,
    rows,
    sent: input.rows.map(toldAs),
    onlyValid: input.only_valid === true,
    idempotencyKey: newKey(input),
    context: contextOf(input),
  }
}

const isPayment = (row: PaymentRow | ReconciliationError): row is PaymentRow =>
  !(row instanceof ReconciliationError)

const toldAs = ({ customer, orders, ...row }: PaymentRowBody): RecordPayments["sent"][number] => [
  [customer, row.amount, row.method, row.reference, row.occurred_at],
  [orders, row.confirm_duplicate === true],
]

const NUMBER = /^#?(\d{1,9})$/

async function ordersOf(
  container: MedusaContainer,
  rows: readonly PaymentRowBody[],
): Promise<ReadonlyMap<string, string>> {
  const numbers = rows.flatMap(({ orders = [] }) =>
    orders.flatMap((name) => NUMBER.exec(name.trim())?.[1] ?? []),
  )
  if (numbers.length === 0) return new Map()
  const found = await graph<HostOrderNumber>(container, "order", {
    fields: ["id", "display_id"],
    filters: { display_id: [...new Set(numbers)].map(Number) },
  })
  return new Map(found.map((order) => [String(order.display_id), order.id]))
}

interface Known {
  readonly customers: readonly NamedCustomer[]
  readonly orders: ReadonlyMap<string, string>
}

function rowOf({ customer, orders, ...row }: PaymentRowBody, known: Known): PaymentRow | ReconciliationError {
  const who = customerIn(customer, known.customers)
  if (who instanceof ReconciliationError) return who
  const ticked = orders?.map((name) => orderIn(name.trim(), known.orders))
  const missing = ticked?.find((one) => one instanceof ReconciliationError)
  if (missing) return missing
  return {
    customerId: who,
    amount: row.amount,
    method: row.method,
    reference: row.reference ?? null,
    occurredAt: row.occurred_at ?? null,
    confirmed: row.confirm_duplicate,
    orders: ticked
      ?.filter((one) => typeof one === "string")
      .map((orderId) => ({ orderId, amount: null, lines: null, difference: null })),
  }
}

function orderIn(name: string, orders: ReadonlyMap<string, string>): string | ReconciliationError {
  const [, number] = NUMBER.exec(name) ?? []
  if (number === undefined) return name
  const id = orders.get(String(Number(number)))
  if (id !== undefined) return id
  return new ReconciliationError({
    type: "not_found",
    code: "order_not_found",
    message: `The host has no order number ${number}.`,
    ids: { display_id: number },
    remedy: "Send the number that stands on the order, or its id (order_…).",
  })
}

import type { MedusaContainer } from "@medusajs/framework/types"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import type { RecordPayment } from "../../modules/reconciliation/facets/recording"
import type { RecordPaymentBody } from "../../types/http"
import { currenciesOfStore } from "../host/currencies"
import { graph } from "../host/graph"
import { ledgerOf } from "../ledger-of"

/**
 * Whose money it is: a customer's, or an order's that has none; neither of one whom nobody knows yet, which is to be said
 * twice.
 *
 * @throws payer_unclear | customer_not_found
 */
export async function payerOf(
  container: MedusaContainer,
  {
    customer_id: customerId,
    order_id: orderId,
    suspense,
  }: Pick<RecordPaymentBody, "customer_id" | "order_id" | "suspense">,
): Promise<Pick<RecordPayment, "customerId" | "orderId">> {
  const said = [customerId !== null, orderId !== undefined, suspense === true]
  if (said.filter(Boolean).length !== 1) throw payerUnclear()
  if (customerId !== null) await requireCustomer(container, customerId)
  if (orderId === undefined) return { customerId }
  const [order] = await graph<{ customer_id: string | null }>(container, "order", {
    fields: ["customer_id"],
    filters: { id: orderId },
  })
  if (!order || order.customer_id !== null) throw payerUnclear()
  return { customerId, orderId }
}

function payerUnclear(): ReconciliationError {
  return new ReconciliationError({
    type: "invalid_data",
    code: "payer_unclear",
    message: "Money is a customer's, an order's that has no customer, or of an unknown owner.",
    remedy:
      'Send a customer_id, or "customer_id": null with the "order_id" of an order that has no customer, or with "suspense": true.',
  })
}

/** @throws customer_not_found */
export async function requireCustomer(container: MedusaContainer, id: string): Promise<void> {
  const [customer] = await graph<{ id: string }>(container, "customer", {
    fields: ["id"],
    filters: { id },
  })
  if (!customer) throw customerNotFound(id)
}

/** What is open in a currency that the store has dropped can still be paid: the customer has an account in it. */
export async function refuseForeign(
  container: MedusaContainer,
  { customerId, code }: { customerId: string | null; code: string },
): Promise<void> {
  const currencies = await currenciesOfStore(container)
  if (currencies.includes(code)) return
  const accounts = customerId === null ? [] : await ledgerOf(container).accounts.listOf(customerId)
  if (accounts.some((account) => account.currency_code === code)) return
  throw new ReconciliationError({
    type: "invalid_data",
    code: "currency_not_of_store",
    message: `The store does not have the currency "${code}"${customerId === null ? "" : `, and customer ${customerId} has no account in it`}.`,
    ids: { currency_code: code, ...(customerId !== null && { customer_id: customerId }) },
    remedy: `Send the money in a currency that the store has (${currencies.join(", ")}), or add this one to the store first.`,
  })
}

/** A customer's money in a currency. */
interface InCurrency {
  readonly customerId: string
  readonly code: string
}

/** What is refused of some customers' money because of its currency, each asked once. */
export async function foreignAmong(
  container: MedusaContainer,
  all: readonly InCurrency[],
): Promise<(one: InCurrency) => ReconciliationError | undefined> {
  const currencies = await currenciesOfStore(container)
  const nameOf = ({ customerId, code }: InCurrency): string => `${customerId} ${code}`
  const asked = new Map<string, ReconciliationError | undefined>()
  for (const one of all) {
    if (currencies.includes(one.code) || asked.has(nameOf(one))) continue
    // oxlint-disable-next-line no-await-in-loop -- only in a currency that the store has dropped
    asked.set(nameOf(one), await refusedBy(refuseForeign(container, one)))
  }
  return (one) => asked.get(nameOf(one))
}

async function refusedBy(work: Promise<void>): Promise<ReconciliationError | undefined> {
  try {
    await work
  } catch (error) {
    if (error instanceof ReconciliationError) return error
    throw error
  }
  return undefined
}

export function customerNotFound(id: string): ReconciliationError {
  return new ReconciliationError({
    type: "not_found",
    code: "customer_not_found",
    message: `The host has no customer ${id.slice(0, 60)}.`,
    ids: { customer_id: id.slice(0, 60) },
    remedy: "Send the id of a customer of this store (cus_…), or in a batch the e-mail address.",
  })
}

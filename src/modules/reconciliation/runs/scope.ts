import type { RunScope } from "../../../types/http"

/** Only what is said of a scope, as it is stored. */
export function statedScope({
  account_ids,
  customer_ids,
  currency_code,
  from,
  until,
  limit,
}: RunScope): RunScope {
  return {
    ...(account_ids && { account_ids: [...new Set(account_ids)] }),
    ...(customer_ids && { customer_ids: [...new Set(customer_ids)] }),
    ...(currency_code !== undefined && { currency_code }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(limit !== undefined && { limit }),
  }
}

/** Accounts, customers and currency as statements take them. */
export const ownersOfScope = ({ account_ids, customer_ids, currency_code }: RunScope): unknown[] => [
  account_ids ?? null,
  customer_ids ?? null,
  currency_code ?? null,
]

/** Customers, currency, days and their time zone as the statements over the host's orders take them. */
export const ordersOfScope = (
  { customer_ids, currency_code, from, until }: RunScope,
  timeZone: string,
): unknown[] => [customer_ids ?? null, currency_code ?? null, from ?? null, until ?? null, timeZone]

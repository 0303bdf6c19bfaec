import type { MedusaContainer } from "@medusajs/framework/types"
import { ReconciliationError } from "../../modules/reconciliation/domain/errors"
import { graph } from "../host/graph"
import { customerNotFound } from "./customers"

/** A customer of the host, as rows that people paste name one. */
export interface NamedCustomer {
  id: string
  email?: string | null
}

/** Customers of the host by their ids or e-mail addresses, in two questions. */
export async function customersNamed(
  container: MedusaContainer,
  names: readonly string[],
): Promise<readonly NamedCustomer[]> {
  const named = [...new Set(names.map((name) => name.trim()))]
  const mails = named.filter(isMail).map((mail) => mail.toLowerCase())
  const ids = named.filter((name) => !isMail(name))
  const fields = ["id", "email"]
  const found = await Promise.all([
    ids.length > 0 ? graph<NamedCustomer>(container, "customer", { fields, filters: { id: ids } }) : [],
    mails.length > 0
      ? graph<NamedCustomer>(container, "customer", { fields, filters: { email: mails } })
      : [],
  ])
  // One may be named both ways, and is one all the same.
  return [...new Map(found.flat().map((one) => [one.id, one])).values()]
}

const isMail = (name: string): boolean => name.includes("@")

/** One e-mail address may be a customer's who has logged in and a guest's; money is not put on either by chance. */
export function customerIn(
  written: string,
  customers: readonly NamedCustomer[],
): string | ReconciliationError {
  const name = written.trim()
  const own = customers.filter(({ id, email }) => id === name || email?.toLowerCase() === name.toLowerCase())
  const [only, ...others] = own
  if (!only) return customerNotFound(name)
  if (others.length === 0) return only.id
  return new ReconciliationError({
    type: "invalid_data",
    code: "customer_ambiguous",
    message: `${own.length} customers have the e-mail address ${name.slice(0, 60)}.`,
    ids: { customer_ids: own.map(({ id }) => id).join(", ") },
    remedy: "Send the id of the one who is meant (cus_…).",
  })
}

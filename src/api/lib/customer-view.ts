import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderReconciliation, OwnerType } from "../../types/http"
import { graph } from "../../workflows/host/graph"

export interface HostCustomer {
  id: string
  first_name?: string | null
  last_name?: string | null
  company_name?: string | null
  email?: string | null
}

type CustomerView = NonNullable<OrderReconciliation["customer"]>

export const CUSTOMER_FIELDS = ["id", "first_name", "last_name", "company_name", "email"] as const

/** What people call a customer: by name, else company, else email. */
export function customerView(customer: HostCustomer): CustomerView {
  const { id, company_name: company, email = null } = customer
  return { id, name: nameOf(customer) ?? company ?? email ?? id, email }
}

export function nameOf(person: { first_name?: string | null; last_name?: string | null }): string | null {
  const name = [person.first_name, person.last_name].filter(Boolean).join(" ")
  return name === "" ? null : name
}

/** The customer of an account as the host knows them now; null when it is an order's, or the host has them no more. */
export async function ownerOfAccount(
  container: MedusaContainer,
  account: { readonly owner_type: OwnerType; readonly owner_id: string },
): Promise<CustomerView | null> {
  if (account.owner_type !== "customer") return null
  const [customer] = await graph<HostCustomer>(container, "customer", {
    fields: [...CUSTOMER_FIELDS],
    filters: { id: account.owner_id },
  })
  return customer ? customerView(customer) : null
}

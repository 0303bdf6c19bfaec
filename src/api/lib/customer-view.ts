import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderReconciliation, OwnerType } from "../../types/http"
import { CUSTOMER_FIELDS, nameOf, type HostCustomer } from "../../workflows/host/customer"
import { graph } from "../../workflows/host/graph"

type CustomerView = NonNullable<OrderReconciliation["customer"]>

/** What people call a customer: by name, else company, else email. */
export function customerView(customer: HostCustomer): CustomerView {
  const { id, company_name: company, email = null } = customer
  return { id, name: nameOf(customer) ?? company ?? email ?? id, email }
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

import type { MedusaContainer } from "@medusajs/framework/types"
import { ROW_FIELDS, withHostRows, type HostRows } from "../../modules/reconciliation/ingest/host-rows"
import { CUSTOMER_FIELDS, type HostCustomer } from "./customer"
import { graph } from "./graph"

/** What the host knows of an order and the ledger does not. */
export interface HostHeader extends HostRows {
  id: string
  display_id: number | string
  created_at: string | Date
  currency_code: string
  canceled_at?: string | Date | null
  email?: string | null
  customer?: HostCustomer | null
  billing_address?: { first_name?: string | null; last_name?: string | null; company?: string | null } | null
}

const HEADER_FIELDS = [
  "id",
  "display_id",
  "created_at",
  "currency_code",
  "canceled_at",
  "email",
  ...CUSTOMER_FIELDS.map((field) => `customer.${field}`),
  "billing_address.first_name",
  "billing_address.last_name",
  "billing_address.company",
  ...ROW_FIELDS,
]

/** Undefined where the host has no such order. */
export async function readHeader(
  container: MedusaContainer,
  orderId: string,
): Promise<HostHeader | undefined> {
  const [header] = await graph<HostHeader>(container, "order", {
    fields: HEADER_FIELDS,
    filters: { id: orderId },
  })
  return header
}

export const rowsOf = withHostRows

import type { MedusaContainer } from "@medusajs/framework/types"
import type { NamedAccountOwner, UnnamedOwner } from "../../modules/reconciliation/lists/owner-names"
import { CUSTOMER_FIELDS, nameOf, type HostCustomer } from "../host/customer"
import { graph } from "../host/graph"
import { ledgerOf } from "../ledger-of"

/** Owners whose names are asked of the host at once. */
const PAGE = 200

interface HostAddress {
  first_name?: string | null
  last_name?: string | null
  company?: string | null
}

interface HostOrderOwner {
  id: string
  email?: string | null
  billing_address?: HostAddress | null
  shipping_address?: HostAddress | null
}

/** Notes what the owners of new accounts are called, so that lists can be sorted by it; no ledger changes by that. */
export async function nameOwners(container: MedusaContainer): Promise<void> {
  const { lists } = ledgerOf(container)
  for (let more = true; more;) {
    // oxlint-disable-next-line no-await-in-loop -- a page is named before the next one is asked for
    const unnamed = await lists.unnamed(PAGE)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await lists.name(await namesOf(container, unnamed))
    more = unnamed.length === PAGE
  }
}

/** Every owner has an answer, so that none is asked about for ever: who has no name is named by nothing. */
async function namesOf(
  container: MedusaContainer,
  owners: readonly UnnamedOwner[],
): Promise<NamedAccountOwner[]> {
  const idsOf = (wanted: UnnamedOwner["type"]): string[] =>
    owners.flatMap(({ type, id }) => (type === wanted ? [id] : []))
  const customers = await customersOf(container, idsOf("customer"))
  const orders = await ordersOf(container, idsOf("order"))
  const companies = await ledgerOf(container).owners.companyNames(idsOf("company"))
  return owners.map((owner) => {
    const { type, id } = owner
    const company = companies.get(id)
    const found = type === "customer" ? customers.get(id) : orders.get(id)
    if (type === "company" && company) return { ...owner, name: company, company, sort: company }
    return { ...owner, ...(found ?? { name: null, company: null, sort: "" }) }
  })
}

type Named = Omit<NamedAccountOwner, keyof UnnamedOwner>

const named = (person: HostAddress, email: string | null | undefined): Named => {
  const company = person.company ?? null
  const sort = [person.last_name, person.first_name].filter(Boolean).join(" ")
  return { name: nameOf(person) ?? company ?? email ?? null, company, sort: sort || company || email || "" }
}

async function customersOf(
  container: MedusaContainer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  if (ids.length === 0) return new Map()
  const found = await graph<HostCustomer>(container, "customer", {
    fields: [...CUSTOMER_FIELDS],
    filters: { id: ids },
  })
  return new Map(
    found.map(({ id, company_name: company, email, ...person }) => [
      id,
      named({ ...person, company: company ?? null }, email),
    ]),
  )
}

/** Who bought without an account: named by the addresses of the order. */
async function ordersOf(
  container: MedusaContainer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  if (ids.length === 0) return new Map()
  const found = await graph<HostOrderOwner>(container, "order", {
    fields: ["id", "email", "billing_address.*", "shipping_address.*"],
    filters: { id: ids },
  })
  return new Map(
    found.map(({ id, email, billing_address: billing, shipping_address: shipping }) => [
      id,
      named(billing ?? shipping ?? {}, email),
    ]),
  )
}

/** A customer as the host's query gives one. */
export interface HostCustomer {
  id: string
  first_name?: string | null
  last_name?: string | null
  company_name?: string | null
  email?: string | null
}

export const CUSTOMER_FIELDS = ["id", "first_name", "last_name", "company_name", "email"] as const

/** What people call somebody: the names that there are. */
export function nameOf(person: { first_name?: string | null; last_name?: string | null }): string | null {
  const name = [person.first_name, person.last_name].filter(Boolean).join(" ")
  return name === "" ? null : name
}

import { useQuery } from "@tanstack/react-query"
import { request, type RequestError } from "../../../lib/client"
import { useSettled } from "../../../lib/use-settled"

export interface Customer {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly hasAccount: boolean
}

interface HostCustomer {
  id: string
  first_name: string | null
  last_name: string | null
  company_name: string | null
  email: string | null
  has_account: boolean
}

const FIELDS = "id,first_name,last_name,company_name,email,has_account"
const MOST_FOUND = 8
/** As many are asked for by name at once, so that no address becomes too long. */
const AT_ONCE = 50

async function ask(asked: URLSearchParams, signal?: AbortSignal): Promise<Customer[]> {
  asked.set("fields", FIELDS)
  const { customers } = await request<{ customers: HostCustomer[] }>(`/admin/customers?${asked}`, {
    ...(signal && { signal }),
  })
  return customers.map((one) => ({
    id: one.id,
    name:
      [one.first_name, one.last_name].filter(Boolean).join(" ") || (one.company_name ?? one.email ?? one.id),
    email: one.email ?? "",
    hasAccount: one.has_account,
  }))
}

/** Customers of the store by name, company or e-mail. */
export function useFoundCustomers(sought: string) {
  const q = useSettled(sought.trim())
  const query = useQuery<readonly Customer[], RequestError>({
    queryKey: ["reconciliation", "host", "customers-called", q],
    queryFn: async ({ signal }) => ask(new URLSearchParams({ q, limit: String(MOST_FOUND) }), signal),
    enabled: q !== "",
    retry: false,
  })
  return { found: query.data ?? [], isLooking: q !== sought.trim() || query.isLoading }
}

async function each(
  name: "id" | "email",
  values: readonly string[],
  signal?: AbortSignal,
): Promise<Customer[]> {
  const parts = Array.from({ length: Math.ceil(values.length / AT_ONCE) }, (_, place) =>
    values.slice(place * AT_ONCE, (place + 1) * AT_ONCE),
  )
  const found = await Promise.all(
    parts.map(async (part) => {
      const asked = new URLSearchParams({ limit: String(AT_ONCE * 2) })
      for (const value of part) asked.append(`${name}[]`, value)
      return ask(asked, signal)
    }),
  )
  return found.flat()
}

/** What customers of balances are called; by their ids while the host has not said, or will not. */
export function useNamesOf(ids: readonly string[]): (id: string) => Customer | undefined {
  const wanted = [...new Set(ids)].toSorted()
  const { data } = useQuery<readonly Customer[], RequestError>({
    queryKey: ["reconciliation", "host", "customers-of", wanted.join()],
    queryFn: async ({ signal }) => each("id", wanted, signal),
    enabled: wanted.length > 0,
    placeholderData: (before) => before,
    staleTime: Infinity,
    retry: false,
  })
  return (id) => data?.find((one) => one.id === id)
}

/** Customers by their e-mails, in small letters; who has an account comes before who bought as a guest. */
export async function customersByEmail(emails: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(emails.map((email) => email.toLowerCase()))].filter((email) => email !== "")
  const found = await each("email", wanted)
  const guestsFirst = found.toSorted((one, other) => Number(one.hasAccount) - Number(other.hasAccount))
  return new Map(guestsFirst.map(({ email, id }) => [email.toLowerCase(), id]))
}

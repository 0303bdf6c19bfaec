import { useQuery } from "@tanstack/react-query"
import { request, type RequestError } from "../../../lib/client"
import type { HostName } from "./lists-of-people"
import { providerWords } from "./provider-words"

interface HostRow {
  readonly id: string
  readonly name?: string | null
  readonly title?: string | null
  readonly first_name?: string | null
  readonly last_name?: string | null
  readonly email?: string | null
  readonly supported_currencies?: readonly { readonly currency_code: string }[]
}

/** What is asked of the host's admin, and under which name it answers. */
const ASKED = {
  customerGroups: ["customer-groups?fields=id,name&limit=200", "customer_groups"],
  salesChannels: ["sales-channels?fields=id,name&limit=200", "sales_channels"],
  providers: ["payments/payment-providers?limit=200", "payment_providers"],
  users: ["users?fields=id,email,first_name,last_name&limit=200", "users"],
  keys: ["api-keys?type=secret&fields=id,title&limit=200", "api_keys"],
  currencies: ["stores?fields=id,*supported_currencies", "stores"],
} as const
type HostList = keyof typeof ASKED

const nameOf = ({ id, name, title, first_name: first, last_name: last, email }: HostRow): string =>
  name ??
  title ??
  ([first, last].filter(Boolean).join(" ") ||
    (email ?? (id.startsWith("pp_") ? `${providerWords(id)} (${id})` : id)))

/** Names of one kind; undefined while the host has not said, or will not: then ids are typed. */
export function useHostNames(of: HostList): readonly HostName[] | undefined {
  const [path, field] = ASKED[of]
  const { data } = useQuery<readonly HostName[], RequestError>({
    queryKey: ["reconciliation", "host", "named", of],
    queryFn: async ({ signal }) => {
      const answer = await request<Record<string, readonly HostRow[] | undefined>>(`/admin/${path}`, {
        signal,
      })
      return (answer[field] ?? []).flatMap((row) =>
        row.supported_currencies
          ? row.supported_currencies.map(({ currency_code: code }) =>
              named(code.toLowerCase(), code.toUpperCase()),
            )
          : [named(row.id, nameOf(row), row.email)],
      )
    },
    staleTime: Infinity,
    retry: false,
  })
  return data
}

const named = (id: string, name: string, email: string | null = null): HostName => ({ id, name, email })

/** The same as choices of a list that may hold one that the host no longer has. */
export function choicesOf(
  names: readonly HostName[] | undefined,
): readonly (readonly [value: string, label: string])[] | undefined {
  return names?.map(({ id, name }) => [id, name])
}

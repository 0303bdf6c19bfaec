import { useQuery } from "@tanstack/react-query"
import { request, type RequestError } from "../../../lib/client"
import type { HostName } from "./lists-of-people"
import { providerWords } from "./provider-words"

interface HostRow {
  readonly id: string
  readonly name?: string | null
  readonly title?: string | null
  readonly value?: string | null
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
  products: ["products?fields=id,title&limit=500", "products"],
  productTypes: ["product-types?fields=id,value&limit=200", "product_types"],
  collections: ["collections?fields=id,title&limit=200", "collections"],
  categories: ["product-categories?fields=id,name&limit=200", "product_categories"],
  currencies: ["stores?fields=id,*supported_currencies", "stores"],
} as const
type HostList = keyof typeof ASKED

const nameOf = ({ id, name, title, value, first_name: first, last_name: last, email }: HostRow): string =>
  name ??
  title ??
  value ??
  ([first, last].filter(Boolean).join(" ") ||
    (email ?? (id.startsWith("pp_") ? `${providerWords(id)} (${id})` : id)))

type Answer = { readonly [Field in (typeof ASKED)[HostList][1]]?: readonly HostRow[] } & {
  readonly count?: number
}

/**
 * Names of one kind; undefined while the host has not said, or will not, or has more than a list is good for: then ids are
 * typed.
 */
export function useHostNames(of: HostList): readonly HostName[] | undefined {
  const [path, field] = ASKED[of]
  const { data } = useQuery<readonly HostName[] | null, RequestError>({
    queryKey: ["reconciliation", "host", "named", of],
    queryFn: async ({ signal }) => {
      const answer = await request<Answer>(`/admin/${path}`, {
        signal,
      })
      const rows = answer[field] ?? []
      if ((answer.count ?? 0) > rows.length) return null
      return rows.flatMap((row) =>
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
  return data ?? undefined
}

const named = (id: string, name: string, email: string | null = null): HostName => ({ id, name, email })

/** The same as choices of a list that may hold one that the host no longer has. */
export function choicesOf(
  names: readonly HostName[] | undefined,
): readonly (readonly [value: string, label: string])[] | undefined {
  return names?.map(({ id, name }) => [id, name])
}

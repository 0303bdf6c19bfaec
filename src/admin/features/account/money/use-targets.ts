import { useQuery } from "@tanstack/react-query"
import type { ListedAccountView } from "../../../../types/http"
import { request, type RequestError } from "../../../lib/client"
import { useSettled } from "../../../lib/use-settled"
import { useAccountView } from "../use-account-view"

/** To whom money can be moved, or with whom an account can be joined. */
export interface Target {
  /** Null for nobody yet. */
  readonly owner: { readonly type: "customer" | "company"; readonly id: string } | null
  /** Whether it is only being named now; a company is. */
  readonly isNew?: boolean
  readonly name: string
  /** Company and e-mail, by which customers of one name are told apart. */
  readonly detail: string
  /** What the account in this currency owes; null of an owner who has none yet, or of whom that is not known. */
  readonly balance: string | null
  /** Whether there is no account in this currency, as far as that is known. */
  readonly opens: boolean
}

interface Customer {
  id: string
  first_name: string | null
  last_name: string | null
  company_name: string | null
  email: string | null
}

const MOST = 8
/** As many accounts are looked through before somebody is said to have none. */
const MOST_ACCOUNTS = 50

/** Money moves within a currency and to customers; whole owners are joined, companies among them. */
export type Among = "customers of this currency" | "owners"

/** Customers of the store and their accounts, by name, company, e-mail or an order's number. */
export function useTargets(
  sought: string,
  among: Among,
): {
  readonly targets: readonly Target[]
  readonly isLooking: boolean
} {
  const { account } = useAccountView()
  const { currency_code: currency } = account
  const q = useSettled(sought.trim())
  const accounts = useFound<ListedAccountView[]>(
    ["accounts", q, among === "owners" ? "all" : currency],
    q,
    async (signal) => {
      const asked = new URLSearchParams({
        q,
        ...(among !== "owners" && { currency_code: currency }),
        limit: String(MOST_ACCOUNTS),
      })
      const path = `/admin/reconciliation/accounts?${asked}`
      return (await request<{ accounts: ListedAccountView[] }>(path, { signal })).accounts
    },
  )
  // Who may not read customers finds those that have an account.
  const customers = useFound<Customer[]>(["customers", q], q, async (signal) => {
    const fields = "id,first_name,last_name,company_name,email"
    const asked = new URLSearchParams({ q, fields, limit: String(MOST) })
    return (await request<{ customers: Customer[] }>(`/admin/customers?${asked}`, { signal })).customers
  })
  const owned = onceEach(accounts.data ?? [], currency).flatMap(
    (one) => targetOfAccount(one, { among, currency }) ?? [],
  )
  const known = new Set(owned.map(({ owner }) => owner?.id))
  const opens = accounts.data !== undefined && accounts.data.length < MOST_ACCOUNTS
  const others = (customers.data ?? [])
    .filter(({ id }) => !known.has(id))
    .map((one) => targetOfCustomer(one, opens))
  return {
    targets: [...owned, ...others].filter(({ owner }) => owner?.id !== account.owner_id).slice(0, MOST),
    isLooking: q !== sought.trim() || accounts.isLoading || customers.isLoading,
  }
}

function useFound<Found>(
  key: readonly string[],
  q: string,
  queryFn: (signal: AbortSignal) => Promise<Found>,
) {
  return useQuery<Found, RequestError>({
    queryKey: ["reconciliation", "targets", ...key],
    queryFn: async ({ signal }) => queryFn(signal),
    enabled: q !== "",
    retry: false,
  })
}

/** An owner stands once, with the account in the currency that is looked at where there is one. */
function onceEach(accounts: readonly ListedAccountView[], currency: string): ListedAccountView[] {
  const owners = new Map<string, ListedAccountView>()
  for (const one of accounts)
    if (!owners.has(one.owner_id) || one.currency_code === currency) owners.set(one.owner_id, one)
  return [...owners.values()]
}

function targetOfAccount(
  { owner_type: type, owner, totals, currency_code: code }: ListedAccountView,
  { among, currency }: { among: Among; currency: string },
): Target | null {
  if (!owner || (type !== "customer" && (type !== "company" || among !== "owners"))) return null
  return {
    owner: { type, id: owner.id },
    name: owner.name,
    detail: detailOf(owner.name, [owner.company, owner.email]),
    balance: code === currency ? totals.balance : null,
    opens: false,
  }
}

function targetOfCustomer(one: Customer, opens: boolean): Target {
  const own = [one.first_name, one.last_name].filter(Boolean).join(" ")
  const name = own || (one.company_name ?? one.email ?? one.id)
  return {
    owner: { type: "customer", id: one.id },
    name,
    detail: detailOf(name, [one.company_name, one.email]),
    balance: null,
    opens,
  }
}

const detailOf = (name: string, said: readonly (string | null)[]): string =>
  said.filter((one) => one && one !== name).join(" · ")

import { useQuery } from "@tanstack/react-query"
import type { ListedAccountView } from "../../../../types/http"
import { request, type RequestError } from "../../../lib/client"
import { useSettled } from "../../../lib/use-settled"
import { useAccountView } from "../use-account-view"

/** To whom money can be moved. */
export interface Target {
  /** Null for nobody yet. */
  readonly customerId: string | null
  readonly name: string
  /** Company and e-mail, by which customers of one name are told apart. */
  readonly detail: string
  /** What the account owes; null of a customer who has none yet, or of whom that is not known. */
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

/** Customers of the store and their accounts in this currency, by name, company, e-mail or an order's number. */
export function useTargets(sought: string): {
  readonly targets: readonly Target[]
  readonly isLooking: boolean
} {
  const { account } = useAccountView()
  const q = useSettled(sought.trim())
  const accounts = useFound<ListedAccountView[]>(
    ["accounts", q, account.currency_code],
    q,
    async (signal) => {
      const asked = new URLSearchParams({
        q,
        currency_code: account.currency_code,
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
  const owned = (accounts.data ?? []).flatMap((one) => targetOfAccount(one) ?? [])
  const known = new Set(owned.map(({ customerId }) => customerId))
  const opens = accounts.data !== undefined && accounts.data.length < MOST_ACCOUNTS
  const others = (customers.data ?? [])
    .filter(({ id }) => !known.has(id))
    .map((one) => targetOfCustomer(one, opens))
  return {
    targets: [...owned, ...others].filter(({ customerId }) => customerId !== account.owner_id).slice(0, MOST),
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

function targetOfAccount({ owner_type: type, owner, totals }: ListedAccountView): Target | null {
  if (type !== "customer" || !owner) return null
  return {
    customerId: owner.id,
    name: owner.name,
    detail: detailOf(owner.name, [owner.company, owner.email]),
    balance: totals.balance,
    opens: false,
  }
}

function targetOfCustomer(one: Customer, opens: boolean): Target {
  const own = [one.first_name, one.last_name].filter(Boolean).join(" ")
  const name = own || (one.company_name ?? one.email ?? one.id)
  return {
    customerId: one.id,
    name,
    detail: detailOf(name, [one.company_name, one.email]),
    balance: null,
    opens,
  }
}

const detailOf = (name: string, said: readonly (string | null)[]): string =>
  said.filter((one) => one && one !== name).join(" · ")

import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { AccountView, ListedAccountView } from "../../../../types/http"
import { request, type RequestError } from "../../../lib/client"
import { nameOfAccount } from "../../account/list/account-name"
import { useListSpeech } from "../use-list-speech"

interface Channel {
  readonly id: string
  readonly name: string
}

/** The store's sales channels, as the host names them. */
export function useChannels(enabled = true) {
  return useQuery<readonly Channel[], RequestError>({
    queryKey: ["reconciliation", "host", "channels"],
    queryFn: async ({ signal }) =>
      (
        await request<{ sales_channels: Channel[] }>("/admin/sales-channels?fields=id,name&limit=200", {
          signal,
        })
      ).sales_channels,
    enabled,
    staleTime: Infinity,
    retry: false,
  })
}

/** A sales channel by its name; by its id while the host has not said, or will not. */
export function useChannelNames(enabled: boolean): (id: string) => string {
  const { t } = useListSpeech()
  const { data } = useChannels(enabled)
  return (id) => (data ? (data.find((one) => one.id === id)?.name ?? t("lists.filters.gone")) : "…")
}

/** The currencies that the store sells in. */
export function useCurrencies() {
  return useQuery<readonly string[], RequestError>({
    queryKey: ["reconciliation", "host", "currencies"],
    queryFn: async ({ signal }) => {
      const path = "/admin/stores?fields=id,*supported_currencies"
      const { stores } = await request<{
        stores: { supported_currencies?: { currency_code: string }[] }[]
      }>(path, { signal })
      return stores.flatMap((store) =>
        (store.supported_currencies ?? []).map(({ currency_code: code }) => code.toLowerCase()),
      )
    },
    staleTime: Infinity,
    retry: false,
  })
}

/** As many accounts as are offered at once. */
const OFFERED_ACCOUNTS = 8

/** Accounts whose owner is called so, the newest first; with nothing written, the newest of all. */
export function useAccountsCalled(q: string) {
  return useQuery<readonly ListedAccountView[], RequestError>({
    queryKey: ["reconciliation", "accounts", "called", q],
    queryFn: async ({ signal }) => {
      const asked = new URLSearchParams({ limit: String(OFFERED_ACCOUNTS), ...(q !== "" && { q }) })
      const path = `/admin/reconciliation/accounts?${asked}`
      return (await request<{ accounts: ListedAccountView[] }>(path, { signal })).accounts
    },
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** What the account is called that the list is narrowed to; that it is one, while nobody has said. */
export function useAccountName(account: string | null): () => string {
  const words = useListSpeech()
  const { data } = useQuery<AccountView, RequestError>({
    queryKey: ["reconciliation", "accounts", "named", account],
    queryFn: async ({ signal }) =>
      (await request<{ account: AccountView }>(`/admin/reconciliation/accounts/${account}`, { signal }))
        .account,
    enabled: account !== null,
    staleTime: Infinity,
    retry: false,
  })
  return () =>
    data && data.id === account
      ? `${nameOfAccount(data, words)} · ${data.currency_code.toUpperCase()}`
      : words.t("lists.filters.thisAccount")
}

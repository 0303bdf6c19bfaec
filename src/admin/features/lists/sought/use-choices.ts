import { useQuery } from "@tanstack/react-query"
import { request, type RequestError } from "../../../lib/client"
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

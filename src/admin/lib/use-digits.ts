import { useQuery } from "@tanstack/react-query"
import { request, type RequestError } from "./client"

/** How many decimals the store's currency has; undefined until the store has said, or where there is no such one. */
export function useDigits(currencyCode: string): number | undefined {
  const { data } = useQuery<number, RequestError>({
    queryKey: ["reconciliation", "digits", currencyCode],
    queryFn: async ({ signal }) =>
      (
        await request<{ currency: { decimal_digits: number } }>(`/admin/currencies/${currencyCode}`, {
          signal,
        })
      ).currency.decimal_digits,
    enabled: /^[a-z]{3}$/.test(currencyCode),
    staleTime: Infinity,
    retry: false,
  })
  return data
}

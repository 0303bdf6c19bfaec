import { useQuery } from "@tanstack/react-query"
import { request, type RequestError } from "../../../lib/client"
import { MOST_NAMED } from "./draft"

interface Group {
  readonly id: string
  readonly name: string
}

/** The store's customer groups, as the host names them. */
export function useGroups(enabled: boolean) {
  return useQuery<readonly Group[], RequestError>({
    queryKey: ["reconciliation", "host", "groups"],
    queryFn: async ({ signal }) =>
      (
        await request<{ customer_groups: Group[] }>("/admin/customer-groups?fields=id,name&limit=200", {
          signal,
        })
      ).customer_groups,
    enabled,
    staleTime: Infinity,
    retry: false,
  })
}

/** Who is in a group; one more than a run can name where there are more. */
export function useCustomersOf(group: string) {
  return useQuery<readonly string[], RequestError>({
    queryKey: ["reconciliation", "host", "customers", group],
    queryFn: async ({ signal }) => {
      const asked = new URLSearchParams({ groups: group, fields: "id", limit: String(MOST_NAMED + 1) })
      const { customers } = await request<{ customers: { id: string }[] }>(`/admin/customers?${asked}`, {
        signal,
      })
      return customers.map(({ id }) => id)
    },
    enabled: group !== "",
    staleTime: 0,
    retry: false,
  })
}

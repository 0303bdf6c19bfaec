import { useQueryClient, type QueryKey } from "@tanstack/react-query"
import { useCallback, useSyncExternalStore } from "react"

/** What somebody else on the screen has read, or will have: nothing is asked for it. */
export function useKnown<Data>(key: QueryKey): Data | undefined {
  const client = useQueryClient()
  const subscribe = useCallback((changed: () => void) => client.getQueryCache().subscribe(changed), [client])
  return useSyncExternalStore(subscribe, () => client.getQueryData<Data>(key))
}

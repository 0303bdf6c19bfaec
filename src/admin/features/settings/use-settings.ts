import { useQuery } from "@tanstack/react-query"
import type { SettingChange, SettingsPreview, SettingsView, SettingView } from "../../../types/http"
import { mayPass, request, type RequestError } from "../../lib/client"
import { useSettled } from "../../lib/use-settled"

const API = "/admin/reconciliation/settings"
const SETTINGS = ["reconciliation", "settings"] as const

/** Every option as it is in force. */
export function useSettings() {
  return useQuery<SettingsView, RequestError>({
    queryKey: SETTINGS,
    queryFn: async ({ signal }) => (await request<{ settings: SettingsView }>(API, { signal })).settings,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}

/** One of them. */
export const settingOf = ({ settings }: SettingsView, name: string): SettingView | undefined =>
  settings.find((one) => one.name === name)

/** What changes would touch, once nobody types any more. */
export function useTouched(changes: readonly SettingChange[]) {
  const asked = useSettled(JSON.stringify(changes))
  const query = useQuery<SettingsPreview, RequestError>({
    queryKey: ["reconciliation", "preview", "settings", asked],
    queryFn: async ({ signal }) =>
      (
        await request<{ preview: SettingsPreview }>(`${API}/preview`, {
          method: "POST",
          body: { changes: JSON.parse(asked) as SettingChange[] },
          signal,
        })
      ).preview,
    enabled: asked !== "[]",
    gcTime: 0,
    retry: false,
  })
  const isOld = asked !== JSON.stringify(changes)
  return {
    preview: isOld ? undefined : query.data,
    error: isOld ? null : query.error,
    isOld,
    retry: () => void query.refetch(),
  }
}

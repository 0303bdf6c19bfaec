import { useQuery } from "@tanstack/react-query"
import type { SettingsView, SettingView, SetUpDraft } from "../../../types/http"
import { mayPass, request, type RequestError } from "../../lib/client"

/** The settings in force, from which the draft differs. */
export function useSettings() {
  return useQuery<SettingsView, RequestError>({
    queryKey: ["reconciliation", "settings", "set-up"],
    queryFn: async ({ signal }) =>
      (await request<{ settings: SettingsView }>("/admin/reconciliation/settings", { signal })).settings,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}

/** One setting, as the draft says it, else as it is in force. */
export function settingOf(
  name: string,
  drafted: SetUpDraft["start"],
  settings: SettingsView,
): { readonly value: unknown; readonly view: SettingView | undefined; readonly isLocked: boolean } {
  const view = settings.settings.find((one) => one.name === name)
  const isLocked = view?.locked === true || view?.editable === false
  return { value: !isLocked && name in drafted ? drafted[name] : view?.value, view, isLocked }
}

import type { TestStore } from "../../integration-tests/setup/store"
import type { SettingsView } from "../../src/types/http"
import type { Call } from "./call"

/** A day on which no order was placed, another one each time: a setting that says what it says already is no change. */
export function settingsScenes(store: () => TestStore): Readonly<Record<string, () => Promise<Call>>> {
  let days = 0
  const body = (version: string): object => {
    days += 1
    return { changes: [{ name: "goLive", value: `2001-01-${String(days).padStart(2, "0")}` }], version }
  }
  return {
    "post settings": async () => {
      const { settings } = await store().get<{ settings: SettingsView }>("reconciliation/settings")
      return { path: "settings", body: body(settings.version), other: { body: body(settings.version) } }
    },
  }
}

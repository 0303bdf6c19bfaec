import { FeatureFlag } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { LedgerSettings } from "../../modules/reconciliation/facets/configuration"
import type { SettingsView } from "../../types/http"
import { graph } from "../../workflows/host/graph"
import { namesOfActors, namesOfKeys, namesOfUsers } from "./actors"

interface Named {
  readonly id: string
  readonly name?: string | null
}

/** Settings with what the host alone knows: what people, keys and sales channels are called, and whether it has roles. */
export async function settingsAnswer(
  container: MedusaContainer,
  settings: LedgerSettings,
): Promise<SettingsView> {
  const named = await namesOfActors(
    container,
    settings.settings.flatMap(({ by }) => (by ? [by] : [])),
  )
  return {
    ...settings,
    settings: settings.settings.map((one) => ({ ...one, by: one.by && named(one.by) })),
    roles: FeatureFlag.isFeatureEnabled("rbac"),
    names: Object.fromEntries(await namesIn(container, settings)),
  }
}

async function namesIn(
  container: MedusaContainer,
  { settings }: LedgerSettings,
): Promise<[string, string][]> {
  const valueOf = (name: string): object => Object(settings.find((one) => one.name === name)?.value ?? {})
  const channels = Object.keys(valueOf("salesChannelStrategies"))
  const listed = Object.values(valueOf("rights")).flat() as string[]
  const ids = listed.filter((who) => !who.includes("@"))
  const emails = listed.filter((who) => who.includes("@"))
  const found = await Promise.all([
    namesOfChannels(container, channels),
    namesOfUsers(container, ids),
    namesOfUsers(container, emails, "email"),
    namesOfKeys(container, ids),
  ])
  return found.flat()
}

async function namesOfChannels(container: MedusaContainer, ids: string[]): Promise<[string, string][]> {
  if (ids.length === 0) return []
  const channels = await graph<Named>(container, "sales_channel", {
    fields: ["id", "name"],
    filters: { id: ids },
  })
  return channels.map(({ id, name }) => [id, name ?? id])
}

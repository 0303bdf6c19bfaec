import type { MedusaContainer } from "@medusajs/framework/types"
import type { HistoryEntry } from "../../types/http"
import { graph } from "../../workflows/host/graph"

interface HostUser {
  id: string
  first_name?: string | null
  last_name?: string | null
  email?: string | null
}

interface HostApiKey {
  id: string
  title?: string | null
}

/** The same with the names of the people and keys that only the host knows; null of those that it has no longer. */
export async function withNames(
  container: MedusaContainer,
  entries: readonly HistoryEntry[],
): Promise<HistoryEntry[]> {
  const idsOf = (type: HistoryEntry["actor"]["type"]): string[] => [
    ...new Set(entries.flatMap(({ actor }) => (actor.type === type && actor.id !== null ? [actor.id] : []))),
  ]
  const names = new Map([
    ...(await namesOfUsers(container, idsOf("user"))),
    ...(await namesOfKeys(container, idsOf("api-key"))),
  ])
  return entries.map((entry) => ({
    ...entry,
    actor: { ...entry.actor, name: names.get(entry.actor.id ?? "") ?? null },
  }))
}

/** Users of the host by their ids, with what they are called. */
export async function namesOfUsers(container: MedusaContainer, ids: string[]): Promise<[string, string][]> {
  if (ids.length === 0) return []
  const users = await graph<HostUser>(container, "user", {
    fields: ["id", "first_name", "last_name", "email"],
    filters: { id: ids },
  })
  return users.map(({ id, first_name: first, last_name: last, email }) => [
    id,
    [first, last].filter(Boolean).join(" ") || (email ?? id),
  ])
}

async function namesOfKeys(container: MedusaContainer, ids: string[]): Promise<[string, string][]> {
  if (ids.length === 0) return []
  const keys = await graph<HostApiKey>(container, "api_key", {
    fields: ["id", "title"],
    filters: { id: ids },
  })
  return keys.map(({ id, title }) => [id, title ?? id])
}

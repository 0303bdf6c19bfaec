import type { MedusaContainer } from "@medusajs/framework/types"
import type { HistoryEntry, NotedAt, NoteView, RunView } from "../../types/http"
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

type Actor = HistoryEntry["actor"]

/** The same with the names of the people and keys that only the host knows; null of those that it has no longer. */
export async function withNames(
  container: MedusaContainer,
  entries: readonly HistoryEntry[],
): Promise<HistoryEntry[]> {
  const named = await namesOf(
    container,
    entries.map(({ actor }) => actor),
  )
  return entries.map((entry) => ({ ...entry, actor: named(entry.actor) }))
}

/** Notes with the names of who wrote, checked and took them back. */
export async function namedNotes(
  container: MedusaContainer,
  notes: readonly NoteView[],
): Promise<NoteView[]> {
  const acts = notes.flatMap(({ written, checked, taken_back }) => [written, checked, taken_back])
  const named = await namesOf(
    container,
    acts.flatMap((one) => (one ? [one.by] : [])),
  )
  const at = (one: NotedAt): NotedAt => ({ ...one, by: named(one.by) })
  return notes.map((note) => ({
    ...note,
    written: at(note.written),
    checked: note.checked && at(note.checked),
    taken_back: note.taken_back && at(note.taken_back),
  }))
}

/** Runs with the names of who started them. */
export async function namedRuns(container: MedusaContainer, runs: readonly RunView[]): Promise<RunView[]> {
  const named = await namesOf(
    container,
    runs.map(({ actor }) => actor),
  )
  return runs.map((run) => ({ ...run, actor: named(run.actor) }))
}

async function namesOf(
  container: MedusaContainer,
  actors: readonly Actor[],
): Promise<(actor: Actor) => Actor> {
  const idsOf = (wanted: Actor["type"]): string[] => [
    ...new Set(actors.flatMap(({ type, id }) => (type === wanted && id !== null ? [id] : []))),
  ]
  const names = new Map([
    ...(await namesOfUsers(container, idsOf("user"))),
    ...(await namesOfKeys(container, idsOf("api-key"))),
  ])
  return (actor) => ({ ...actor, name: names.get(actor.id ?? "") ?? null })
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

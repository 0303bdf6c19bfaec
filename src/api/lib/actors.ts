import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  AttachmentView,
  CheckView,
  HistoryEntry,
  NotedAt,
  NoteView,
  RunView,
  SetUpView,
} from "../../types/http"
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
  const named = await namesOfActors(
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
  const named = await namesOfActors(
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

/** Files with the names of who added and took them back. */
export async function namedAttachments(
  container: MedusaContainer,
  attachments: readonly AttachmentView[],
): Promise<AttachmentView[]> {
  const named = await namesOfActors(
    container,
    attachments.flatMap(({ added, taken_back: back }) => (back ? [added.by, back.by] : [added.by])),
  )
  const at = (one: NotedAt): NotedAt => ({ ...one, by: named(one.by) })
  return attachments.map((one) => ({
    ...one,
    added: at(one.added),
    taken_back: one.taken_back && at(one.taken_back),
  }))
}

/** The set-up with the names of who saved and who finished it. */
export async function namedSetUp<View extends Pick<SetUpView, "saved" | "finished">>(
  container: MedusaContainer,
  { saved, finished, ...view }: View,
): Promise<Omit<View, "saved" | "finished"> & Pick<SetUpView, "saved" | "finished">> {
  const named = await namesOfActors(
    container,
    [saved, finished].flatMap((one) => (one ? [one.by] : [])),
  )
  return {
    ...view,
    saved: saved && { ...saved, by: named(saved.by) },
    finished: finished && { ...finished, by: named(finished.by) },
  }
}

/** Runs with the names of who started them. */
export async function namedRuns(container: MedusaContainer, runs: readonly RunView[]): Promise<RunView[]> {
  const named = await namesOfActors(
    container,
    runs.map(({ actor }) => actor),
  )
  return runs.map((run) => ({ ...run, actor: named(run.actor) }))
}

/** Checks with the names of who had them done. */
export async function namedChecks(
  container: MedusaContainer,
  checks: readonly CheckView[],
): Promise<CheckView[]> {
  const named = await namesOfActors(
    container,
    checks.map(({ actor }) => actor),
  )
  return checks.map((check) => ({ ...check, actor: named(check.actor) }))
}

/** What people and keys are called that the host knows. */
export async function namesOfActors(
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

/** Users of the host by their ids, or by their emails, with what they are called. */
export async function namesOfUsers(
  container: MedusaContainer,
  wanted: string[],
  by: "id" | "email" = "id",
): Promise<[string, string][]> {
  if (wanted.length === 0) return []
  const users = await graph<HostUser>(container, "user", {
    fields: ["id", "first_name", "last_name", "email"],
    filters: { [by]: wanted },
  })
  return users.map(({ id, first_name: first, last_name: last, email }) => [
    by === "id" ? id : (email ?? id),
    [first, last].filter(Boolean).join(" ") || (email ?? id),
  ])
}

/** Keys of the host by their ids, with what they are called. */
export async function namesOfKeys(container: MedusaContainer, ids: string[]): Promise<[string, string][]> {
  if (ids.length === 0) return []
  const keys = await graph<HostApiKey>(container, "api_key", {
    fields: ["id", "title"],
    filters: { id: ids },
  })
  return keys.map(({ id, title }) => [id, title ?? id])
}

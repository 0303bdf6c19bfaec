import type { SetUpDone, SetUpDraft, SetUpStep, SetUpView } from "../../../types/http"
import type { ChangeContext } from "../ledger/change"
import type { Database, Session } from "../ledger/database"
import { once } from "../ledger/idempotency"
import { refuseSetUp } from "./refusals"
import { beginSetUp, finishSetUp, noteDone, readSetUps, saveSetUp } from "./set-up.sql"

/** The set-up without what only the host knows. */
export type StoredSetUp = Omit<SetUpView, "shop">

export interface SaveSetUp {
  /** The version last read; 0 begins one. */
  readonly version: number
  readonly step: SetUpStep
  readonly draft: SetUpDraft
  readonly idempotencyKey?: string | undefined
  readonly context: ChangeContext
}

export interface FinishSetUp {
  readonly version: number
  readonly context: ChangeContext
}

/** Which part of a set-up is done, and under which key: the same part of the same set-up is done once. */
export interface PartCall {
  readonly key: string
  readonly context: ChangeContext
}

/** How the parts are done. Each does its part once for each key, and answers the same when it is asked again. */
export interface SetUpParts {
  /** @returns how many settings were changed */
  settings(changes: Readonly<Record<string, unknown>>, call: PartCall): Promise<number>
  /** @returns how many balances were recorded */
  opening(rows: SetUpDraft["opening"]["rows"], call: PartCall): Promise<number>
  /** @returns the number of the run */
  history(days: Pick<SetUpDraft["history"], "since" | "until">, call: PartCall): Promise<string>
}

/** A draft in which nothing is answered. */
export const EMPTY_DRAFT: SetUpDraft = {
  start: {},
  opening: { answer: null, rows: [] },
  rules: {},
  history: { answer: null, since: "", until: "" },
}

const NOTHING_DONE: SetUpDone = { settings: null, opening: null, history: null }

interface SetUpRow {
  readonly id: string
  readonly version: number
  readonly step: SetUpStep
  readonly draft: SetUpDraft
  readonly done: Partial<SetUpDone>
  readonly actor_type: "system" | "user" | "api-key"
  readonly actor_id: string | null
  readonly saved_at: string
  readonly finished_at: string | null
}

/** The set-up under way, and the last one that was finished. */
export async function readSetUp(session: Session): Promise<StoredSetUp> {
  const rows = await session.run<SetUpRow>(readSetUps)
  const open = rows.find(({ finished_at: at }) => at === null)
  const last = rows.find(({ finished_at: at }) => at !== null)
  return {
    id: open?.id ?? null,
    version: open?.version ?? 0,
    step: open?.step ?? "start",
    // What was said the last time may have been changed since: what is in force is what an empty draft shows.
    draft: open?.draft ?? EMPTY_DRAFT,
    saved: open ? { by: byOf(open), at: open.saved_at } : null,
    done: { ...NOTHING_DONE, ...open?.done },
    finished: last
      ? { by: byOf(last), at: last.finished_at ?? last.saved_at, done: { ...NOTHING_DONE, ...last.done } }
      : null,
  }
}

const byOf = ({ actor_type: type, actor_id: id }: SetUpRow) => ({ type, id, name: null })

/** Writes the draft over, where nobody else did meanwhile. @throws set_up_changed | idempotency_key_reused */
export async function saveDraft(
  database: Database,
  { version, step, draft, idempotencyKey: key, context }: SaveSetUp,
): Promise<void> {
  // What is kept of the request is a hash of it, and of the answer a number: no draft names people elsewhere.
  const request = { operation: "save_set_up", key, content: [version, step, JSON.stringify(draft)] }
  await once(database, request, async (session) => {
    const { type, id } = context.actor
    const text = JSON.stringify(draft)
    const [saved] =
      version === 0
        ? await session.run<{ id: string }>(beginSetUp, [step, text, type, id])
        : await session.run<{ id: string }>(saveSetUp, [version, step, text, type, id])
    if (!saved) throw refuseSetUp.changed(version, (await readSetUp(session)).version)
    return { id: saved.id }
  })
}

/** The draft under way at that version; an empty one where none is under way. @throws set_up_changed */
export async function draftOf(session: Session, version: number): Promise<SetUpDraft> {
  const found = await readSetUp(session)
  if (found.id !== null && found.version !== version) throw refuseSetUp.changed(version, found.version)
  return found.draft
}

/**
 * Does what the draft says, a part after the other: settings, balances, back-fill. What is done is noted after each part, and
 * each is done under a key of this set-up, so that whoever repeats it after a crash, or does it at the same moment, does nothing
 * twice: balances are recorded once in the life of a set-up, settings once for each version of its draft.
 *
 * @throws set_up_not_begun | set_up_changed | set_up_incomplete, and what a part throws: then the parts before it stand
 */
export async function finish(
  database: Database,
  { version, context }: FinishSetUp,
  parts: SetUpParts,
): Promise<StoredSetUp> {
  const found = await readSetUp(database)
  if (found.id === null) throw refuseSetUp.notBegun()
  if (found.version !== version) throw refuseSetUp.changed(version, found.version)
  requireAnswered(found.draft)
  await doParts(database, { ...found, id: found.id }, { parts, context })
  const { type, id } = context.actor
  const [finished] = await database.run<{ id: string }>(finishSetUp, [found.id, version, type, id])
  const now = await readSetUp(database)
  // Two who finish it at once have done it both; who saved meanwhile has to finish what they saved.
  if (!finished && now.id !== null) throw refuseSetUp.changed(version, now.version)
  return now
}

async function doParts(
  database: Database,
  { id, version, draft, done }: StoredSetUp & { readonly id: string },
  { parts, context }: { readonly parts: SetUpParts; readonly context: ChangeContext },
): Promise<void> {
  const call = (part: string): PartCall => ({ key: `set-up ${id} ${part}`, context })
  const note = async (part: Partial<SetUpDone>): Promise<void> => {
    await database.run(noteDone, [id, JSON.stringify(part)])
  }
  const changes = { ...draft.start, ...draft.rules }
  if (Object.keys(changes).length > 0 && done.settings?.version !== version) {
    const changed = await parts.settings(changes, call(`settings ${version}`))
    await note({ settings: { version, changed } })
  }
  if (draft.opening.answer === "rows" && draft.opening.rows.length > 0 && done.opening === null) {
    const recorded = await parts.opening(draft.opening.rows, call("opening"))
    await note({ opening: { recorded } })
  }
  if (draft.history.answer === "bring" && done.history === null) {
    const { since, until: said } = draft.history
    const { goLive } = draft.start
    // Up to go-live as it is said at last, unless another day was said.
    const until = said || (typeof goLive === "string" ? goLive : "")
    const runId = await parts.history({ since, until }, call(`history ${version}`))
    await note({ history: { run_id: runId } })
  }
}

/** @throws set_up_incomplete */
function requireAnswered({ opening, history }: SetUpDraft): void {
  if (opening.answer === null) throw refuseSetUp.incomplete("opening")
  if (history.answer === null) throw refuseSetUp.incomplete("history")
}

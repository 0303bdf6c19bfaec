import type { Host } from "../../integration-tests/setup/host"
import type { SetUpDraft } from "../../src/types/http"
import { ledgerOf } from "../../src/workflows/ledger-of"
import type { Call } from "./call"

const CONTEXT = { actor: { type: "user", id: "user_1" }, cause: "scene" } as const
/** Answered, and with nothing to do but what a scene adds. */
const DRAFT: SetUpDraft = {
  start: {},
  opening: { answer: "none", rows: [] },
  rules: {},
  history: { answer: "skip", since: "", until: "" },
}

/** The set-up, of which one is under way at most. */
export function setUpScenes(open: () => Host): Readonly<Record<string, () => Promise<Call>>> {
  let days = 0
  const none = async (): Promise<void> => {
    await open().sql("delete from reconciliation_set_up where finished_at is null")
  }
  return {
    "post set-up": async () => {
      await none()
      const body = { version: 0, step: "start", draft: DRAFT }
      return { path: "set-up", body, other: { body: { ...body, step: "rules" } } }
    },
    "post set-up/finish": async () => {
      await none()
      const { setUp } = ledgerOf(open().container())
      days += 1
      const draft = { ...DRAFT, start: { goLive: `2002-01-${String(days).padStart(2, "0")}` } }
      const { version } = await setUp.save({ version: 0, step: "review", draft, context: CONTEXT })
      return { path: "set-up/finish", body: { version }, other: { body: { version: version + 1 } } }
    },
  }
}

import { toast } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import type { SaveSetUpBody, SetUpDraft, SetUpStep, SetUpView } from "../../../types/http"
import { mayPass, request, type RequestError } from "../../lib/client"
import { rememberRefusal, useMay } from "../../lib/use-may"
import { useSettled } from "../../lib/use-settled"
import { useWords } from "../../lib/use-words"
import { changedParts, merged, told, type Part } from "./draft"

const API = "/admin/reconciliation/set-up"
/** Below the plugin's API. */
export const FINISH = "set-up/finish"
export const SET_UP_KEY = ["reconciliation", "set-up"] as const

/** The set-up as the server has it when the page is opened. */
export function useSetUp() {
  return useQuery<SetUpView, RequestError>({
    queryKey: SET_UP_KEY,
    queryFn: async ({ signal }) => (await request<{ set_up: SetUpView }>(API, { signal })).set_up,
    // What is typed here must not be taken away by what is read again.
    refetchOnWindowFocus: false,
    gcTime: 0,
    staleTime: Infinity,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}

interface Conflict {
  readonly theirs: SetUpView
  readonly mine: SetUpDraft
  readonly both: readonly Part[]
}

export interface Desk {
  /** As the server has it. */
  readonly saved: SetUpView
  readonly draft: SetUpDraft
  readonly step: SetUpStep
  readonly change: <Name extends Part>(part: Name, value: SetUpDraft[Name]) => void
  readonly goTo: (step: SetUpStep) => void
  /** Parts that are not saved yet. */
  readonly unsaved: readonly Part[]
  readonly isDirty: boolean
  readonly isSaving: boolean
  readonly error: RequestError | null
  readonly save: () => void
  readonly conflict: Conflict | null
  /** Goes on with a draft that was put together. */
  readonly settle: (draft: SetUpDraft) => void
  /** The server has it so from now on. */
  readonly take: (view: SetUpView) => void
  readonly mayManage: boolean
}

async function keep(body: SaveSetUpBody): Promise<SetUpView> {
  const idempotencyKey = crypto.randomUUID()
  return (await request<{ set_up: SetUpView }>(API, { method: "POST", body, idempotencyKey })).set_up
}

/** What is answered here, kept on the server a moment after it was typed. */
export function useDesk(initial: SetUpView): Desk {
  const { t } = useWords()
  const client = useQueryClient()
  const mayManage = useMay("manage")
  const [saved, setSaved] = useState(initial)
  const [draft, setDraft] = useState(initial.draft)
  const [step, setStep] = useState<SetUpStep>(initial.step)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const unsaved = changedParts(saved.draft, draft)
  const isDirty = unsaved.length > 0 || step !== saved.step
  const said = told([draft, step])
  const settled = useSettled(said)

  const meet = (theirs: SetUpView, mine: SetUpDraft): void => {
    const { draft: together, both } = merged(saved.draft, mine, theirs.draft)
    if (both.length > 0) return setConflict({ theirs, mine, both })
    setSaved(theirs)
    setDraft(together)
    toast.info(t("setUp.conflict.merged", { name: theirs.saved?.by.name ?? t("setUp.conflict.somebody") }))
  }
  /** What was said when it was sent last: the same is not sent again by itself after it was refused. */
  const sent = useRef("")
  const { mutate, isPending, error } = useMutation<SetUpView, RequestError, SaveSetUpBody>({
    mutationFn: keep,
    onMutate: ({ draft: mine, step: at }) => {
      sent.current = told([mine, at])
    },
    onSuccess: setSaved,
    onError: async (refused, { draft: mine }) => {
      rememberRefusal(client, refused)
      if (refused.body?.code !== "set_up_changed") return
      meet((await request<{ set_up: SetUpView }>(API)).set_up, mine)
    },
  })
  const isChanged = error?.body?.code === "set_up_changed"
  const maySave = mayManage && isDirty && !isPending && conflict === null
  const save = (): void => {
    if (maySave) mutate({ version: saved.version, step, draft })
  }
  const isStill = said === settled
  useEffect(() => {
    // What could not be saved waits for the next change, or for the button.
    if (maySave && isStill && (error === null || isChanged || said !== sent.current))
      mutate({ version: saved.version, step, draft })
    // oxlint-disable-next-line react/exhaustive-deps -- a change of what is said is what saves it
  }, [settled, isStill, maySave, saved.version])
  return {
    saved,
    draft,
    step,
    change: (part, value) => setDraft((before) => ({ ...before, [part]: value })),
    goTo: setStep,
    unsaved: mayManage ? unsaved : [],
    isDirty: mayManage && isDirty,
    isSaving: isPending,
    error: isChanged ? null : error,
    save,
    conflict,
    settle: (together) => {
      if (conflict) setSaved(conflict.theirs)
      setDraft(together)
      setConflict(null)
    },
    take: (view) => {
      setSaved(view)
      setDraft(view.draft)
      setStep(view.step)
    },
    mayManage,
  }
}

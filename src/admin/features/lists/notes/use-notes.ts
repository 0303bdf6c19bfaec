import { toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useCallback } from "react"
import type { AddNoteBody, ListedTransactionView, NoteView } from "../../../../types/http"
import { mayPass, request, type RequestError } from "../../../lib/client"
import { useSentOnce } from "../../../lib/use-sent-once"
import { refusalWords } from "../../order/history/refusal-words"
import { useListSpeech } from "../use-list-speech"

export const pathOf = ({ number }: Pick<ListedTransactionView, "number">): string =>
  `/admin/reconciliation/transactions/${number}`

/** The notes on a transaction, the oldest first. */
export function useNotes(one: ListedTransactionView) {
  return useQuery<NoteView[], RequestError>({
    queryKey: ["reconciliation", "notes", one.number],
    queryFn: async ({ signal }) =>
      (await request<{ notes: NoteView[] }>(`${pathOf(one)}/notes`, { signal })).notes,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}

interface Sent {
  readonly path: string
  readonly body?: object
}

/** Something that is done about the notes of a transaction; true once it is done. */
type Doing = (sent: Sent, done: string) => Promise<boolean>

/** Sends an act once, and says that it is done or why not. */
export function useDoing(): { readonly act: Doing; readonly isPending: boolean } {
  const speech = useListSpeech()
  const { ask, forget, isSending } = useSentOnce<Sent, unknown>(async ({ path, body = {} }, idempotencyKey) =>
    request(path, { method: "POST", body, idempotencyKey }),
  )
  const act = useCallback<Doing>(
    async (sent, done) => {
      try {
        await ask(sent)
        // What is asked for anew is another act.
        forget()
        toast.success(done)
        return true
      } catch (failure) {
        const { status, body } = failure as RequestError
        const { text, remedy } = refusalWords({ status, body, isAct: true }, "manage", speech)
        toast.error(speech.t("notes.failed"), { description: `${text} ${remedy}` })
        return false
      }
    },
    [ask, forget, speech],
  )
  return { act, isPending: isSending }
}

/** Writes a note. */
export function useAddNote(one: ListedTransactionView) {
  const { act, isPending } = useDoing()
  const { t, nameOf } = useListSpeech()
  const add = async (body: AddNoteBody): Promise<boolean> =>
    act(
      { path: `${pathOf(one)}/notes`, body },
      body.to_check ? t("notes.marked", { name: nameOf(one) }) : t("notes.added"),
    )
  return { add, isPending }
}

/** Says that a transaction is checked. */
export function useCheck(): (one: ListedTransactionView) => void {
  const { act } = useDoing()
  const { t, nameOf } = useListSpeech()
  return useCallback(
    (one) => void act({ path: `${pathOf(one)}/checked` }, t("notes.checked", { name: nameOf(one) })),
    [act, t, nameOf],
  )
}

/** Takes a note back. */
export function useTakeNoteBack(one: ListedTransactionView) {
  const { act, isPending } = useDoing()
  const { t } = useListSpeech()
  const takeBack = ({ id }: NoteView): void =>
    void act({ path: `${pathOf(one)}/notes/${id}/take-back` }, t("notes.takenBack"))
  return { takeBack, isPending }
}

import { toast } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useCallback, useRef } from "react"
import type { AddNoteBody, ListedTransactionView, NoteView } from "../../../../types/http"
import { mayPass, request, type RequestError } from "../../../lib/client"
import { refreshAfterAct } from "../../../lib/refresh"
import { rememberRefusal } from "../../../lib/use-may"
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

/** Sends an act once, says that it is done or why not, and reads anew what shows it. */
export function useDoing(): { readonly act: Doing; readonly isPending: boolean } {
  const client = useQueryClient()
  const speech = useListSpeech()
  // Sent again after a broken connection, the same is done once.
  const last = useRef({ sent: "", key: "" })
  const { mutateAsync, isPending } = useMutation<unknown, RequestError, Sent>({
    mutationFn: async ({ path, body = {} }) => {
      const sent = JSON.stringify([path, body])
      if (last.current.sent !== sent) last.current = { sent, key: crypto.randomUUID() }
      return await request(path, { method: "POST", body, idempotencyKey: last.current.key })
    },
  })
  const act = useCallback<Doing>(
    async (sent, done) => {
      try {
        await mutateAsync(sent)
        // What is asked for anew is another act.
        last.current = { sent: "", key: "" }
        refreshAfterAct(client)
        toast.success(done)
        return true
      } catch (failure) {
        const error = failure as RequestError
        rememberRefusal(client, error)
        if (error.status === 409) refreshAfterAct(client)
        const { text, remedy } = refusalWords(error, "manage", speech)
        toast.error(speech.t("notes.failed"), { description: `${text} ${remedy}` })
        return false
      }
    },
    [client, mutateAsync, speech],
  )
  return { act, isPending }
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

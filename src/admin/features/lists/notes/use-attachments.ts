import { toast } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { FILE_ENDINGS } from "../../../../modules/reconciliation/domain/file-endings"
import type { AddAttachmentBody, AttachmentView, ListedTransactionView } from "../../../../types/http"
import { download, mayPass, request, type RequestError } from "../../../lib/client"
import { rememberRefusal } from "../../../lib/use-may"
import { refusalWords } from "../../order/history/refusal-words"
import { useListSpeech } from "../use-list-speech"
import { pathOf, useDoing } from "./use-notes"

/** As the server takes it. */
const LARGEST_BYTES = 10_000_000
const TYPES = new Map(Object.entries(FILE_ENDINGS).map(([type, ending]) => [ending, type]))
/** What a chooser of files offers first. */
const ACCEPTED = [...TYPES.keys(), "jpeg", "tiff"].map((ending) => `.${ending}`).join()

/** Not every system knows a type for every file; the name's end says it as well. */
const typeOf = ({ type, name }: File): string =>
  type || (TYPES.get(name.split(".").at(-1)?.toLowerCase() ?? "") ?? "application/octet-stream")

/** Files beside a transaction, the oldest first. */
export function useAttachments(one: ListedTransactionView) {
  return useQuery<AttachmentView[], RequestError>({
    queryKey: ["reconciliation", "attachments", one.number],
    queryFn: async ({ signal }) =>
      (await request<{ attachments: AttachmentView[] }>(`${pathOf(one)}/attachments`, { signal }))
        .attachments,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}

/** Has a file chosen, and puts it beside a transaction. */
export function useAttach(one: ListedTransactionView) {
  const { act, isPending } = useDoing()
  const { t } = useListSpeech()
  const attach = async (file: File): Promise<void> => {
    if (file.size === 0 || file.size > LARGEST_BYTES) {
      toast.error(t("notes.failed"), { description: t("notes.files.size", { name: file.name }) })
      return
    }
    const content = await base64Of(file).catch(() => null)
    if (content === null) {
      toast.error(t("notes.failed"))
      return
    }
    const body: AddAttachmentBody = { name: file.name, mime_type: typeOf(file), content }
    await act({ path: `${pathOf(one)}/attachments`, body }, t("notes.files.added", { name: file.name }))
  }
  const choose = (): void => {
    const input = document.createElement("input")
    input.type = "file"
    input.accept = ACCEPTED
    input.addEventListener("change", () => {
      const [file] = input.files ?? []
      if (file) void attach(file)
    })
    input.click()
  }
  return { choose, isPending }
}

async function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener("load", () => {
      const said = typeof reader.result === "string" ? reader.result : ""
      resolve(said.slice(said.indexOf(",") + 1))
    })
    reader.addEventListener("error", () => reject(new Error(reader.error?.message)))
    reader.readAsDataURL(file)
  })
}

/** Takes a file back. */
export function useTakeAttachmentBack(one: ListedTransactionView) {
  const { act, isPending } = useDoing()
  const { t } = useListSpeech()
  const takeBack = ({ id, name }: AttachmentView): void =>
    void act({ path: `${pathOf(one)}/attachments/${id}/take-back` }, t("notes.files.takenBack", { name }))
  return { takeBack, isPending }
}

/** Has what is in a file saved, or says why not. */
export function useSaveAttachment(one: ListedTransactionView): (file: AttachmentView) => Promise<void> {
  const client = useQueryClient()
  const speech = useListSpeech()
  return async ({ id }) => {
    try {
      await download(`${pathOf(one)}/attachments/${id}/file`)
    } catch (failure) {
      rememberRefusal(client, failure as RequestError)
      const { text, remedy } = refusalWords(failure as RequestError, "view", speech)
      toast.error(speech.t("lists.download.failed"), { description: `${text} ${remedy}` })
    }
  }
}

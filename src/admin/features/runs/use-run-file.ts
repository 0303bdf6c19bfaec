import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { download, type RequestError } from "../../lib/client"
import { rememberRefusal } from "../../lib/use-may"
import { useWords } from "../../lib/use-words"
import { refusalWords } from "../order/history/refusal-words"

/** Saves all that a run placed, in the reader's language. */
export function useRunFile(id: string): { readonly save: () => void; readonly isSaving: boolean } {
  const words = useWords()
  const client = useQueryClient()
  const { mutate, isPending } = useMutation<void, RequestError>({
    mutationFn: () => {
      const language = words.locale.startsWith("fr") ? "fr" : "en"
      return download(`/admin/reconciliation/runs/${encodeURIComponent(id)}/file?language=${language}`)
    },
    onError: (error) => {
      rememberRefusal(client, error)
      const { text, remedy } = refusalWords(error, "export", words)
      toast.error(words.t("runs.page.notSaved"), { description: `${text} ${remedy}` })
    },
  })
  return { save: () => !isPending && mutate(), isSaving: isPending }
}

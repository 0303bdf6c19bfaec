import { ArrowDownTray } from "@medusajs/icons"
import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { download, type RequestError } from "../../../lib/client"
import { rememberRefusal, useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import { refusalWords } from "../../order/history/refusal-words"
import { apiOf } from "../use-account"
import { useAccountView } from "../use-account-view"
import type { ShownInAddress } from "./use-shown"

/** Has all that is chosen saved as a file, not only the pages that were read. */
export function DownloadButton({ shown: { show, rank, order } }: { shown: ShownInAddress }) {
  const words = useAccountView()
  const { t, account, locale } = words
  const client = useQueryClient()
  const { mutate, isPending } = useMutation<void, RequestError>({
    mutationFn: () => {
      const language = locale.startsWith("fr") ? "fr" : "en"
      const asked = new URLSearchParams({
        show,
        order,
        language,
        ...(rank !== null && { rank: String(rank) }),
      })
      return download(`${apiOf(account.id)}/transactions/csv?${asked}`)
    },
    onError: (error) => {
      rememberRefusal(client, error)
      const { text, remedy } = refusalWords(error, "export", words)
      toast.error(t("account.tx.notSaved"), { description: `${text} ${remedy}` })
    },
  })
  return (
    <GuardedButton
      right="export"
      allowed={useMay("export")}
      aria-label={t("account.tx.download")}
      aria-busy={isPending}
      aria-disabled={isPending}
      title={t("account.tx.download")}
      className="h-7"
      data-download=""
      onClick={() => !isPending && mutate()}
    >
      <ArrowDownTray aria-hidden />
    </GuardedButton>
  )
}

import { PaperClip } from "@medusajs/icons"
import { clx, Text } from "@medusajs/ui"
import type { AttachmentView, ListedTransactionView, NotedAt } from "../../../../types/http"
import { useMay } from "../../../lib/use-may"
import { ErrorState } from "../../../ui/error-state"
import { GuardedButton } from "../../../ui/no-right"
import { whoOf } from "../../order/history/causes"
import { useListSpeech } from "../use-list-speech"
import { useAttach, useAttachments, useSaveAttachment, useTakeAttachmentBack } from "./use-attachments"

interface Of {
  readonly one: ListedTransactionView
}

/** The files beside a transaction, the oldest first, and the way to one more. */
export function AttachmentList({ one }: Of) {
  const { t } = useListSpeech()
  const mayManage = useMay("manage")
  const { data: files, error, refetch } = useAttachments(one)
  const { choose, isPending } = useAttach(one)
  return (
    <section
      aria-label={t("notes.files.title")}
      className="flex w-full flex-col items-start gap-y-3"
      data-attachments={one.number}
    >
      <Text size="small" leading="compact" weight="plus">
        {t("notes.files.title")}
      </Text>
      {!files && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {files && files.length > 0 && (
        <ol className="reconciliation-list-written flex w-full flex-col gap-y-3">
          {files.map((file) => (
            <Attachment key={file.id} one={one} file={file} />
          ))}
        </ol>
      )}
      <GuardedButton
        right="manage"
        allowed={mayManage}
        aria-busy={isPending}
        data-add-attachment=""
        onClick={choose}
      >
        <PaperClip aria-hidden />
        {t("notes.files.add")}
      </GuardedButton>
    </section>
  )
}

function Attachment({ one, file }: Of & { readonly file: AttachmentView }) {
  const speech = useListSpeech()
  const { t, moment, locale } = speech
  const mayManage = useMay("manage")
  const save = useSaveAttachment(one)
  const { takeBack, isPending } = useTakeAttachmentBack(one)
  const isBack = file.taken_back !== null
  const name = file.name === "" ? t("notes.files.noName") : file.name
  const said = ({ by, at }: NotedAt) => ({
    who: whoOf({ actor: by, cause: "", run_id: null }, speech),
    when: moment(at),
  })
  return (
    <li data-attachment={file.id} className="flex w-full items-start justify-between gap-x-4">
      <span className="flex min-w-0 flex-col items-start gap-y-1">
        <button
          type="button"
          data-save-attachment=""
          aria-label={t("notes.files.save", { name })}
          className={clx(
            "reconciliation-link reconciliation-list-said txt-small focus-visible:shadow-borders-focus text-start outline-none",
            isBack && "line-through",
          )}
          onClick={() => void save(file)}
        >
          {name}
        </button>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {`${sizeOf(file.size, locale)} · ${t("notes.files.by", said(file.added))}`}
        </Text>
        {file.taken_back && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("notes.takenBackBy", said(file.taken_back))}
          </Text>
        )}
      </span>
      {!isBack && (
        <GuardedButton
          right="manage"
          allowed={mayManage}
          variant="transparent"
          aria-busy={isPending}
          aria-label={t("notes.files.takeBackThis", { name })}
          className="shrink-0"
          data-take-back=""
          onClick={() => takeBack(file)}
        >
          {t("notes.takeBack")}
        </GuardedButton>
      )}
    </li>
  )
}

/** "12 kB", "1.4 MB". */
function sizeOf(bytes: number, locale: string): string {
  const [amount, unit] = bytes < 999_500 ? [bytes / 1_000, "kilobyte"] : [bytes / 1_000_000, "megabyte"]
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    maximumFractionDigits: amount < 10 ? 1 : 0,
  }).format(amount)
}

import { clx, Text } from "@medusajs/ui"
import type { ListedTransactionView, NotedAt, NoteView } from "../../../../types/http"
import { useMay } from "../../../lib/use-may"
import { ErrorState } from "../../../ui/error-state"
import { FlagMini } from "@medusajs/icons"
import { GuardedButton } from "../../../ui/no-right"
import { whoOf } from "../../order/history/causes"
import { Working } from "../../order/history/working"
import { useListSpeech } from "../use-list-speech"
import { AttachmentList } from "./attachment-list"
import { useNotes, useTakeNoteBack } from "./use-notes"

interface Of {
  readonly one: ListedTransactionView
}

/** The notes on a transaction, the oldest first, with who wrote them and when, and the way to one more. */
export function NoteList({ one, onAdd }: Of & { readonly onAdd: () => void }) {
  const { t } = useListSpeech()
  const mayManage = useMay("manage")
  const { data: notes, error, refetch } = useNotes(one)
  return (
    <section
      aria-label={t("notes.title")}
      className="flex flex-col items-start gap-y-3"
      data-notes={one.number}
    >
      <Text size="small" leading="compact" weight="plus">
        {t("notes.title")}
      </Text>
      {!notes && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!notes && !error && <Working />}
      {notes?.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("notes.none")}
        </Text>
      )}
      {notes && notes.length > 0 && (
        <ol className="reconciliation-list-written flex w-full flex-col gap-y-3">
          {notes.map((note) => (
            <Note key={note.id} one={one} note={note} />
          ))}
        </ol>
      )}
      <GuardedButton right="manage" allowed={mayManage} data-add-note="" onClick={onAdd}>
        {t("notes.addAct")}
      </GuardedButton>
      <AttachmentList one={one} />
    </section>
  )
}

function Note({ one, note }: Of & { readonly note: NoteView }) {
  const speech = useListSpeech()
  const { t, moment } = speech
  const mayManage = useMay("manage")
  const { takeBack, isPending } = useTakeNoteBack(one)
  const isBack = note.taken_back !== null
  const said = ({ by, at }: NotedAt) => ({
    who: whoOf({ actor: by, cause: "", run_id: null }, speech),
    when: moment(at),
  })
  const isToCheck = note.to_check && !note.checked && !isBack
  return (
    <li data-note={note.id} className="flex w-full items-start justify-between gap-x-4">
      <span className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" className={clx("reconciliation-list-said", isBack && "line-through")}>
          {note.text === "" ? t("notes.noText") : note.text}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle flex items-center gap-x-1">
          {isToCheck && <FlagMini aria-hidden className="text-ui-tag-orange-icon shrink-0" />}
          {isToCheck && `${t("notes.toCheck")} · `}
          {t("notes.by", said(note.written))}
        </Text>
        {note.checked && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("notes.checkedBy", said(note.checked))}
          </Text>
        )}
        {note.taken_back && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("notes.takenBackBy", said(note.taken_back))}
          </Text>
        )}
      </span>
      {!isBack && (
        <GuardedButton
          right="manage"
          allowed={mayManage}
          variant="transparent"
          aria-busy={isPending}
          aria-label={t("notes.takeBackThis", said(note.written))}
          className="shrink-0"
          data-take-back=""
          onClick={() => takeBack(note)}
        >
          {t("notes.takeBack")}
        </GuardedButton>
      )}
    </li>
  )
}

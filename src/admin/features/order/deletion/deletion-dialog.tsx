import { XMark } from "@medusajs/icons"
import { Button, FocusModal, Heading, IconButton, Kbd, Text } from "@medusajs/ui"
import { useState } from "react"
import type { OrderReconciliation } from "../../../../types/http"
import { useOpener } from "../../../ui/use-opener"
import { GuardedButton } from "../../../ui/no-right"
import type { HistorySpeech } from "../history/names"
import { ReasonField } from "../history/reason-field"
import { useDeletion } from "../history/use-taking-back"
import { useSpeech } from "../history/use-speech"
import type { EditedOrder } from "../use-edits"
import { deletionsOf } from "./deleted"
import { DeletionNotes } from "./deletion-notes"
import { DeletionTable } from "./deletion-table"
import { titleOf, whatOf } from "./titles"

interface DeletionDialogProps {
  /** As `useOrderReconciliation` gives it: when it has moved on, it is read again there. */
  order: OrderReconciliation
  /** Ids of columns; all of the order when left out. */
  columns?: readonly string[] | undefined
  open: boolean
  onClose: () => void
  onDone: (edited: EditedOrder) => void
  /** Whether the reader may change amounts. */
  mayManage?: boolean
}

/** Asks before allocations are deleted: what goes, what goes with it, what stays and why. */
export function DeletionDialog({
  order,
  columns,
  open,
  onClose,
  onDone,
  mayManage = true,
}: DeletionDialogProps) {
  const speech = useSpeech(order)
  const opener = useOpener()
  const { t } = speech
  return (
    <FocusModal open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <FocusModal.Content
        {...opener}
        onOpenAutoFocus={(event) => {
          opener.onOpenAutoFocus()
          // The dialog itself, not its button to close: what it says is read out.
          event.preventDefault()
          if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
        }}
        className="reconciliation-dialog"
        data-deletion=""
      >
        {/* Not the host's own header: its button to close has no name. */}
        <div className="border-ui-border-base flex items-start justify-between gap-x-4 border-b px-6 py-4">
          <div className="flex min-w-0 flex-col gap-y-1">
            <FocusModal.Title asChild>
              <Heading level="h2" className="break-words">
                {titleOf(order, columns, speech)}
              </Heading>
            </FocusModal.Title>
            <FocusModal.Description asChild>
              <Text size="small" className="text-ui-fg-subtle break-words">
                {whatOf(order, columns, speech)} {t("deletion.stays")}
              </Text>
            </FocusModal.Description>
          </div>
          <div className="flex items-center gap-x-2">
            <Kbd className="reconciliation-key">esc</Kbd>
            <FocusModal.Close asChild>
              <IconButton size="small" variant="transparent" type="button" aria-label={t("deletion.close")}>
                <XMark aria-hidden />
              </IconButton>
            </FocusModal.Close>
          </div>
        </div>
        <Question
          order={order}
          columns={columns}
          speech={speech}
          onClose={onClose}
          onDone={onDone}
          mayManage={mayManage}
        />
      </FocusModal.Content>
    </FocusModal>
  )
}

interface QuestionProps extends Omit<DeletionDialogProps, "open"> {
  speech: HistorySpeech
}

function Question({ order, columns, speech, onClose, onDone, mayManage = true }: QuestionProps) {
  const deletion = useDeletion(order, columns, onDone)
  const { preview, error, isSending } = deletion
  const [reason, setReason] = useState("")
  const deletions = preview && deletionsOf(preview, speech.digits)
  const total = deletions && deletions.asked.length > 0 ? speech.amount(deletions.total) : null
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto" aria-busy={!preview && !error}>
        <DeletionNotes deletion={deletion} deletions={deletions} speech={speech} />
        {preview && deletions && <DeletionTable deletions={deletions} preview={preview} speech={speech} />}
        {total !== null && (
          <div className="border-ui-border-base border-t px-6 py-4">
            <ReasonField value={reason} onChange={setReason} />
          </div>
        )}
      </div>
      <div className="border-ui-border-base flex flex-wrap items-center justify-end gap-2 border-t px-6 py-4">
        <Button size="small" variant="secondary" type="button" onClick={onClose}>
          {speech.t("deletion.cancel")}
        </Button>
        {!error && (
          <GuardedButton
            right="manage"
            allowed={mayManage}
            variant={mayManage ? "danger" : "secondary"}
            aria-disabled={total === null || isSending}
            aria-busy={isSending}
            onClick={() => total !== null && deletion.send(reason)}
          >
            {total === null
              ? speech.t("deletion.actNone")
              : speech.t("deletion.act", { count: deletions?.asked.length ?? 0, amount: total })}
          </GuardedButton>
        )}
      </div>
    </>
  )
}

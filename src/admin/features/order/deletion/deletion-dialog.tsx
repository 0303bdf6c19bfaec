import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { OrderReconciliation } from "../../../../types/http"
import { GuardedButton } from "../../../ui/no-right"
import { ActDialog, DialogFoot } from "../../../ui/act-dialog"
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
  return (
    <ActDialog
      open={open}
      title={titleOf(order, columns, speech)}
      about={`${whatOf(order, columns, speech)} ${speech.t("deletion.stays")}`}
      onClose={onClose}
    >
      <Question
        order={order}
        columns={columns}
        speech={speech}
        onClose={onClose}
        onDone={onDone}
        mayManage={mayManage}
      />
    </ActDialog>
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
      <DialogFoot>
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
      </DialogFoot>
    </>
  )
}

import { Button, Label, Text, Textarea } from "@medusajs/ui"
import { useId, useRef, useState, type RefObject } from "react"
import type { ListedTransactionView } from "../../../../types/http"
import { useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import { ActDialog, DialogFoot } from "../../../ui/act-dialog"
import { useListSpeech } from "../use-list-speech"
import { useAddNote } from "./use-notes"

/** As the server takes it. */
const LONGEST = 2_000
/** From so many on it is said how many are left. */
const NEAR = 200

interface NoteDialogProps {
  readonly one: ListedTransactionView
  /** Whether the note marks the transaction to be checked. */
  readonly toCheck: boolean
  readonly onClose: () => void
}

/** Asks for a note; one that marks the transaction may have no text. */
export function NoteDialog({ one, toCheck, onClose }: NoteDialogProps) {
  const { t, nameOf, ownerOf } = useListSpeech()
  const named = { name: nameOf(one), owner: ownerOf(one) }
  const field = useRef<HTMLTextAreaElement>(null)
  return (
    <ActDialog
      title={t(toCheck ? "notes.dialog.mark" : "notes.dialog.add")}
      about={t(toCheck ? "notes.dialog.aboutMark" : "notes.dialog.aboutAdd", named)}
      onClose={onClose}
      field={field}
    >
      <Form one={one} toCheck={toCheck} onClose={onClose} field={field} />
    </ActDialog>
  )
}

interface FormProps extends NoteDialogProps {
  readonly field: RefObject<HTMLTextAreaElement>
}

function Form({ one, toCheck, onClose, field }: FormProps) {
  const { t } = useListSpeech()
  const mayManage = useMay("manage")
  const { add, isPending } = useAddNote(one)
  const [written, setWritten] = useState("")
  const [id, told] = [useId(), useId()]
  const text = written.trim()
  const left = LONGEST - text.length
  const isReady = left >= 0 && (toCheck || text !== "")
  const save = async (): Promise<void> => {
    if (!isReady || isPending || !mayManage) return
    const isSaved = await add({ ...(text !== "" && { text }), ...(toCheck && { to_check: true }) })
    if (isSaved) onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Label htmlFor={id} size="small" weight="plus">
          {t(toCheck ? "notes.dialog.why" : "notes.dialog.note")}
        </Label>
        <Textarea
          id={id}
          ref={field}
          rows={4}
          value={written}
          aria-invalid={left < 0 ? true : undefined}
          aria-describedby={left < NEAR ? told : undefined}
          onChange={({ target }) => setWritten(target.value)}
          onKeyDown={(event) => {
            // Enter alone begins a line.
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save()
          }}
        />
        {left < NEAR && (
          <Text
            id={told}
            size="xsmall"
            className={left < 0 ? "text-ui-tag-red-text" : "text-ui-fg-subtle"}
            aria-live="polite"
          >
            {t(left < 0 ? "notes.dialog.tooLong" : "notes.dialog.left", { count: Math.abs(left) })}
          </Text>
        )}
      </div>
      <DialogFoot>
        <Button size="small" variant="secondary" type="button" onClick={onClose}>
          {t("notes.dialog.cancel")}
        </Button>
        <GuardedButton
          right="manage"
          allowed={mayManage}
          variant="primary"
          type="submit"
          aria-disabled={!isReady}
          aria-busy={isPending}
        >
          {t(toCheck ? "notes.dialog.mark" : "notes.dialog.save")}
        </GuardedButton>
      </DialogFoot>
    </form>
  )
}

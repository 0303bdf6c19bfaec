import { ChatBubble, FlagMini, PaperClip } from "@medusajs/icons"
import type { ListedTransactionView } from "../../../../types/http"
import { More } from "../../../ui/more"
import { useMore } from "../../../ui/use-more"
import { useBegin } from "../acts/row-acts"
import type { ListSpeech } from "../list-speech"
import { useListSpeech } from "../use-list-speech"
import { NoteList } from "./note-list"

interface Of {
  readonly one: ListedTransactionView
}

/** That a row is marked, or has notes or files; with the mouse over it, or pressed, it shows them. Nothing where there are none. */
export function NoteSign({ one }: Of) {
  const { t, nameOf, ownerOf } = useListSpeech()
  // The panel stands outside of what begins acts.
  const begin = useBegin()
  if (one.notes === 0 && one.attachments === 0) return null
  const said = saidBy(one, t)
  return (
    <More
      title={t("notes.of", { name: nameOf(one), owner: ownerOf(one) })}
      renderDetails={() => <Panel one={one} onAdd={() => begin({ act: "note", one, toCheck: false })} />}
      aria-label={said}
      className="reconciliation-list-note"
      data-noted={one.to_check ? "to_check" : "note"}
    >
      {one.to_check ? (
        <FlagMini aria-hidden className="text-ui-tag-orange-icon" />
      ) : one.notes === 0 ? (
        <PaperClip aria-hidden className="text-ui-fg-subtle" />
      ) : (
        <ChatBubble aria-hidden className="text-ui-fg-subtle" />
      )}
    </More>
  )
}

function saidBy(one: ListedTransactionView, t: ListSpeech["t"]): string {
  const files = one.attachments === 0 ? null : t("notes.files.sign", { count: one.attachments })
  const notes = one.notes === 0 ? null : saidOfNotes(one, t)
  return [notes, files].filter(Boolean).join(" · ")
}

function saidOfNotes(
  { to_check: toCheck, notes: count, note }: ListedTransactionView,
  t: ListSpeech["t"],
): string {
  const text = note?.text ?? ""
  if (toCheck) return text === "" ? t("notes.signBare") : t("notes.sign", { text })
  return t("notes.signNotes", { count, text: text === "" ? t("notes.noText") : text })
}

function Panel({ one, onAdd }: Of & { readonly onAdd: () => void }) {
  const { close } = useMore()
  return (
    <div className="reconciliation-list-notes p-3">
      <NoteList
        one={one}
        onAdd={() => {
          // The panel goes; the dialog gives the focus back to what had opened that.
          document.querySelector<HTMLElement>(`[data-row="${one.number}"] [data-noted]`)?.focus()
          close()
          onAdd()
        }}
      />
    </div>
  )
}

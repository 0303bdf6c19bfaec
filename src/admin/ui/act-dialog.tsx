import { XMark } from "@medusajs/icons"
import { FocusModal, Heading, IconButton, Kbd, Text } from "@medusajs/ui"
import type { ReactNode, RefObject } from "react"
import { useWords } from "../lib/use-words"
import { useOpener } from "./use-opener"

interface ActDialogProps {
  readonly title: string
  readonly about: string
  readonly onClose: () => void
  /** Where it is there before it is opened. */
  readonly open?: boolean
  readonly isWide?: boolean
  /** What has the focus when it opens, where that is a field; the dialog itself when absent. */
  readonly field?: RefObject<HTMLElement>
  readonly children: ReactNode
}

/** Asks before something is done that looks final: a list of what changes, over the page. */
export function ActDialog({ title, about, onClose, open = true, isWide, field, children }: ActDialogProps) {
  const { t } = useWords()
  const opener = useOpener()
  return (
    <FocusModal open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <FocusModal.Content
        {...opener}
        onOpenAutoFocus={(event) => {
          opener.onOpenAutoFocus()
          // The dialog itself, not its button to close: what it says is read out, and Enter is free.
          event.preventDefault()
          const first = field?.current ?? event.currentTarget
          if (first instanceof HTMLElement) first.focus()
        }}
        onKeyDown={(event) => {
          // While the dialog itself has the focus, Enter presses the button that says so.
          if (event.key !== "Enter" || event.target !== event.currentTarget) return
          event.currentTarget.querySelector<HTMLElement>("[data-enter]")?.click()
        }}
        className={isWide ? "reconciliation-dialog reconciliation-dialog-wide" : "reconciliation-dialog"}
        data-dialog=""
      >
        {/* Not the host's own header: its button to close has no name. */}
        <div className="border-ui-border-base flex items-start justify-between gap-x-4 border-b px-6 py-4">
          <div className="flex min-w-0 flex-col gap-y-1">
            <FocusModal.Title asChild>
              <Heading level="h2" className="break-words">
                {title}
              </Heading>
            </FocusModal.Title>
            <FocusModal.Description asChild>
              <Text size="small" className="text-ui-fg-subtle break-words">
                {about}
              </Text>
            </FocusModal.Description>
          </div>
          <div className="flex items-center gap-x-2">
            <Kbd className="reconciliation-key">esc</Kbd>
            <FocusModal.Close asChild>
              <IconButton
                size="small"
                variant="transparent"
                type="button"
                aria-label={t("account.drawer.close")}
              >
                <XMark aria-hidden />
              </IconButton>
            </FocusModal.Close>
          </div>
        </div>
        {children}
      </FocusModal.Content>
    </FocusModal>
  )
}

/** The buttons of a dialog, below what it lists. */
export function DialogFoot({ note, children }: { note?: string; children: ReactNode }) {
  return (
    <div className="border-ui-border-base flex flex-wrap items-center justify-end gap-2 border-t px-6 py-4">
      {note && (
        <Text size="small" className="reconciliation-foot-note text-ui-fg-subtle">
          {note}
        </Text>
      )}
      {children}
    </div>
  )
}

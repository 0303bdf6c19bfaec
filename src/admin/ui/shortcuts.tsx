import { XMark } from "@medusajs/icons"
import { FocusModal, Heading, IconButton, Kbd, Text } from "@medusajs/ui"
import { Fragment, useEffect, useState } from "react"
import { keyCap } from "../lib/key-caps"
import { useWords } from "../lib/use-words"
import { useOpener } from "./use-opener"

export interface Shortcut {
  /** Each a chord: [["Ctrl", "Z"], ["F2"]] is Ctrl Z or F2. */
  keys: readonly (readonly string[])[]
  does: string
}

export interface ShortcutGroup {
  title: string
  shortcuts: readonly Shortcut[]
}

/** What keys do, in groups. */
export function ShortcutList({ groups }: { groups: readonly ShortcutGroup[] }) {
  const words = useWords()
  const { t } = words
  return (
    <div className="reconciliation-shortcuts" data-shortcuts="">
      {groups.map(({ title, shortcuts }) => (
        <section key={title} aria-label={title} className="flex flex-col gap-y-2">
          <Text size="small" leading="compact" weight="plus">
            {title}
          </Text>
          <dl className="reconciliation-keys txt-compact-small">
            {shortcuts.map(({ keys, does }) => (
              <div key={does} className="contents">
                <dt className="text-ui-fg-subtle flex flex-wrap items-center gap-1">
                  {keys.map((chord, place) => (
                    <Fragment key={chord.join(" ")}>
                      {place > 0 && <span>{t("shortcuts.or")}</span>}
                      <span className="inline-flex gap-1 whitespace-nowrap">
                        {chord.map((key) => (
                          <Kbd key={key}>{keyCap(key, words)}</Kbd>
                        ))}
                      </span>
                    </Fragment>
                  ))}
                </dt>
                <dd className="break-words">{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

interface ShortcutDialogProps {
  groups: readonly ShortcutGroup[]
  /** Where the keys work, in a sentence. */
  about?: string
  /** Where something else than "?" opens it too. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

/** The list in a dialog, opened by "?" anywhere but in a field. */
export function ShortcutDialog({ groups, about, open: asked, onOpenChange }: ShortcutDialogProps) {
  const { t } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const open = asked ?? isOpen
  const setOpen = onOpenChange ?? setIsOpen
  const opener = useOpener()
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "?" || isField(event.target)) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener("keydown", listen)
    return () => document.removeEventListener("keydown", listen)
  }, [setOpen])
  return (
    <FocusModal open={open} onOpenChange={setOpen}>
      <FocusModal.Content
        {...opener}
        aria-describedby={undefined}
        className="reconciliation-dialog reconciliation-wide-dialog"
      >
        {/* Not the host's own header: its button to close has no name. */}
        <div className="border-ui-border-base flex items-center justify-between border-b px-6 py-4">
          <div className="min-w-0">
            <FocusModal.Title asChild>
              <Heading level="h2">{t("shortcuts.title")}</Heading>
            </FocusModal.Title>
            {about !== undefined && (
              <Text size="small" className="text-ui-fg-subtle">
                {about}
              </Text>
            )}
          </div>
          <FocusModal.Close asChild>
            <IconButton size="small" variant="transparent" type="button" aria-label={t("shortcuts.close")}>
              <XMark aria-hidden />
            </IconButton>
          </FocusModal.Close>
        </div>
        <FocusModal.Body className="overflow-y-auto p-6">
          <ShortcutList groups={groups} />
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

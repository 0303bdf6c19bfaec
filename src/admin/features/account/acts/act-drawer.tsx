import { XMark } from "@medusajs/icons"
import { Button, Drawer, Heading, IconButton, Kbd, Text } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import type { Right } from "../../../../types/rights"
import type { RequestError } from "../../../lib/client"
import { useMay } from "../../../lib/use-may"
import { useWords } from "../../../lib/use-words"
import { DiscardPrompt } from "../../../ui/discard-prompt"
import { GuardedButton } from "../../../ui/no-right"
import { useFirstField } from "../../../ui/use-first-field"
import { Refusal } from "../../order/history/refusal"

interface ActDrawerProps {
  readonly title: string
  readonly about: string
  readonly open: boolean
  readonly onClose: () => void
  readonly right: Right
  /** The host's own right that it needs besides: the one that lacks where the host refuses it. */
  readonly hostRight?: "refund" | undefined
  /** What the button says: amount and effect. */
  readonly action: string
  /** Whether everything is there to do it. */
  readonly isReady: boolean
  readonly isSending: boolean
  readonly error: RequestError | null
  /** Whether the error is of what was only looked at before. */
  readonly isOfReading?: boolean
  readonly isDanger?: boolean
  /** Whether closing would lose what somebody typed: then it is asked. */
  readonly isTouched?: boolean
  /** Where its fields need more room than a drawer has. */
  readonly className?: string | undefined
  readonly onAct: () => void
  /** What trying again does: sends what was sent again, whatever was typed since, or asks anew what failed. */
  readonly onRetry?: (() => void) | undefined
  readonly children: ReactNode
}

/** One act with its fields, beside the page: what it is, what it will do, and the button that names it. */
export function ActDrawer({
  title,
  about,
  open,
  onClose,
  right,
  children,
  className,
  ...act
}: ActDrawerProps) {
  const { t } = useWords()
  const focus = useFirstField()
  const allowed = useMay(right)
  const closing = useClosing({ isTouched: act.isTouched === true, isSending: act.isSending, onClose })
  const submit = () => act.isReady && !act.isSending && allowed && act.onAct()
  return (
    <Drawer open={open} onOpenChange={(isOpen) => !isOpen && closing.close()}>
      <Drawer.Content {...focus} className={className} data-act="">
        <DrawerHead title={title} about={about} />
        <form
          className="flex min-h-0 flex-1 flex-col"
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <div className="min-h-0 flex-1 divide-y overflow-y-auto">
            {act.error && (
              <div className="px-6 py-4">
                <Refusal
                  error={act.error}
                  right={act.hostRight ?? right}
                  isAct={!act.isOfReading}
                  onRetry={act.onRetry ?? submit}
                />
              </div>
            )}
            {children}
          </div>
          <div className="border-ui-border-base flex flex-wrap items-center justify-end gap-2 border-t px-6 py-4">
            <Button size="small" variant="secondary" type="button" onClick={closing.close}>
              {t("account.drawer.cancel")}
            </Button>
            <GuardedButton
              right={right}
              allowed={allowed}
              type={allowed ? "submit" : "button"}
              variant={!allowed ? "secondary" : act.isDanger ? "danger" : "primary"}
              aria-disabled={!act.isReady || act.isSending}
              aria-busy={act.isSending}
            >
              {act.action}
            </GuardedButton>
          </div>
        </form>
      </Drawer.Content>
      <DiscardPrompt
        open={open && closing.isAsking}
        title={t("account.drawer.discard.title")}
        text={t("account.drawer.discard.text")}
        onKeep={closing.keep}
        onDiscard={closing.discard}
      />
    </Drawer>
  )
}

interface Closing {
  readonly isTouched: boolean
  readonly isSending: boolean
  readonly onClose: () => void
}

/** Closes, unless what is being sent would go on unseen, or something was typed and nobody said that it may go. */
function useClosing({ isTouched, isSending, onClose }: Closing) {
  const [isAsking, ask] = useState(false)
  return {
    isAsking,
    keep: () => ask(false),
    discard: () => {
      ask(false)
      onClose()
    },
    close: () => {
      if (isSending) return
      if (isTouched) ask(true)
      else onClose()
    },
  }
}

function DrawerHead({ title, about }: Pick<ActDrawerProps, "title" | "about">) {
  const { t } = useWords()
  return (
    // Not the host's own header: its button to close has no name.
    <div className="border-ui-border-base flex items-start justify-between gap-x-4 border-b px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Drawer.Title asChild>
          <Heading level="h2" className="break-words">
            {title}
          </Heading>
        </Drawer.Title>
        <Drawer.Description asChild>
          <Text size="small" className="text-ui-fg-subtle break-words">
            {about}
          </Text>
        </Drawer.Description>
      </div>
      <div className="flex items-center gap-x-2">
        <Kbd className="reconciliation-key">esc</Kbd>
        <Drawer.Close asChild>
          <IconButton size="small" variant="transparent" type="button" aria-label={t("account.drawer.close")}>
            <XMark aria-hidden />
          </IconButton>
        </Drawer.Close>
      </div>
    </div>
  )
}

/** A part of a drawer with what it is about. */
export function DrawerPart({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      {title && (
        <Text size="small" leading="compact" weight="plus">
          {title}
        </Text>
      )}
      {children}
    </div>
  )
}

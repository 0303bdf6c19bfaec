import { XMark } from "@medusajs/icons"
import { Drawer, Heading, IconButton, Kbd, Text } from "@medusajs/ui"
import { useState } from "react"
import type { OrderReconciliation } from "../../../../types/http"
import { useWords } from "../../../lib/use-words"
import { useFirstField } from "../../../ui/use-first-field"
import type { EditedOrder } from "../use-edits"
import { HistoryList } from "./history-list"

interface HistoryDrawerProps {
  /** As `useOrderReconciliation` gives it: when it has moved on, it is read again there. */
  order: OrderReconciliation
  open: boolean
  onClose: () => void
  onChanged: (edited: EditedOrder) => void
  /** A change to show first. */
  highlight?: string | undefined
  /** The same by an allocation that it made. */
  highlightAllocation?: string | undefined
  /** Whether the reader may change amounts; who may not sees the buttons and what they need. */
  mayManage?: boolean
}

/** What was done to an order, beside it: who, when, why, and the way back. */
export function HistoryDrawer({
  order,
  open,
  onClose,
  onChanged,
  mayManage = true,
  ...shown
}: HistoryDrawerProps) {
  const { t } = useWords()
  const focus = useFirstField()
  const [asking, setAsking] = useState<string | null>(null)
  const [wasOpen, setWasOpen] = useState(open)
  // Opened again, it asks nothing of what was asked before.
  if (open !== wasOpen) {
    setWasOpen(open)
    setAsking(null)
  }
  return (
    <Drawer open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content
        {...focus}
        // Escape first closes the question, then the drawer.
        onEscapeKeyDown={(event) => {
          if (asking === null) return
          event.preventDefault()
          setAsking(null)
        }}
        data-history=""
      >
        {/* Not the host's own header: its button to close has no name. */}
        <div className="border-ui-border-base flex items-start justify-between gap-x-4 border-b px-6 py-4">
          <div className="flex min-w-0 flex-col gap-y-1">
            <Drawer.Title asChild>
              <Heading level="h2">{t("history.title", { id: order.display_id })}</Heading>
            </Drawer.Title>
            <Drawer.Description asChild>
              <Text size="small" className="text-ui-fg-subtle">
                {t("history.about", { currency: order.currency_code.toUpperCase() })}
              </Text>
            </Drawer.Description>
          </div>
          <div className="flex items-center gap-x-2">
            <Kbd>esc</Kbd>
            <Drawer.Close asChild>
              <IconButton size="small" variant="transparent" type="button" aria-label={t("history.close")}>
                <XMark aria-hidden />
              </IconButton>
            </Drawer.Close>
          </div>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto">
          <HistoryList
            order={order}
            sought={{ change: shown.highlight, allocation: shown.highlightAllocation }}
            asking={asking}
            onAsk={setAsking}
            onChanged={onChanged}
            mayManage={mayManage}
          />
        </div>
      </Drawer.Content>
    </Drawer>
  )
}

import { Popover } from "@medusajs/ui"
import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from "react"
import { MoreProvider, useMorePanel, type MoreActions, type OpenMore } from "./use-more"

/** Holds the one panel in which `More` buttons show their details. */
export function MorePanel({ children }: { children: ReactNode }) {
  const { open, actions } = useMorePanel()
  const anchor = useMemo(() => ({ current: open?.anchor ?? null }), [open])
  return (
    <MoreProvider value={actions}>
      {children}
      <Popover open={open !== null} onOpenChange={(isOpen) => !isOpen && actions.close()}>
        <Popover.Anchor virtualRef={anchor} />
        {open && <Panel key={open.id} open={open} actions={actions} />}
      </Popover>
    </MoreProvider>
  )
}

function Panel({ open, actions }: { open: OpenMore; actions: MoreActions }) {
  const panel = useRef<HTMLDivElement>(null)
  const takeFocus = () => open.pinned && panel.current?.focus()
  const closeAndReturn = () => {
    actions.close()
    if (open.pinned) {
      open.anchor.focus()
    }
  }

  // A panel that hovering opened does not open again when it is pinned: it takes the focus here.
  useEffect(() => {
    if (open.pinned) {
      panel.current?.focus()
    }
  }, [open])

  return (
    <Popover.Content
      ref={panel}
      aria-label={open.title}
      collisionPadding={12}
      data-reconciliation-panel=""
      className="overflow-y-auto p-0 outline-none"
      onOpenAutoFocus={(event) => (event.preventDefault(), takeFocus())}
      onCloseAutoFocus={(event) => event.preventDefault()}
      onEscapeKeyDown={(event) => (event.preventDefault(), closeAndReturn())}
      onInteractOutside={(event) => isWithin(open.anchor, event.target) && event.preventDefault()}
      onKeyDown={(event) => isTab(event) && (event.preventDefault(), closeAndReturn())}
      onPointerEnter={actions.stay}
      onPointerLeave={actions.leave}
      style={{ maxWidth: "calc(100vw - 24px)" }}
      tabIndex={-1}
    >
      {open.renderDetails()}
    </Popover.Content>
  )
}

/** A click on the button itself is the button's to handle. */
const isWithin = (anchor: HTMLElement, target: EventTarget | null) =>
  target instanceof Node && anchor.contains(target)

/** The panel stands at the end of the page and holds nothing to tab to: Tab goes back as Escape does. */
const isTab = (event: KeyboardEvent) => event.key === "Tab"

import { ArrowDownRightMini, ArrowUturnLeft, Keyboard } from "@medusajs/icons"
import { Button, clx, IconButton, Input, Kbd } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { GuardedButton } from "../../../ui/no-right"
import { useOrderView } from "../use-order-view"
import { useGrid, useGridStore } from "./use-grid"
import { MANY_ITEMS } from "./windowing"

export function Toolbar({ onHelp }: { onHelp: () => void }) {
  const store = useGridStore()
  const { t, order } = useOrderView()
  const canUndo = useGrid(({ changes }) => changes.canUndo)
  const canRedo = useGrid(({ changes }) => changes.canRedo)
  const isMany = order.rows.length > MANY_ITEMS
  return (
    <div
      role="toolbar"
      aria-label={t("grid.toolbar.label")}
      className="flex flex-wrap items-center gap-2 px-6 py-3"
      data-grid-toolbar=""
    >
      <Tool label={t("grid.toolbar.undo")} able={canUndo} onClick={() => store.undo()}>
        <ArrowUturnLeft aria-hidden />
      </Tool>
      <Tool label={t("grid.toolbar.redo")} able={canRedo} onClick={() => store.redo()}>
        <ArrowUturnLeft aria-hidden className="reconciliation-mirrored" />
      </Tool>
      <GuardedButton
        right="manage"
        allowed={store.canEdit}
        variant="transparent"
        onClick={() => store.fill()}
      >
        <ArrowDownRightMini aria-hidden />
        {t("grid.toolbar.fill")} <Kbd>R</Kbd>
      </GuardedButton>
      <GuardedButton
        right="manage"
        allowed={store.canEdit}
        variant="transparent"
        onClick={() => store.clear()}
      >
        {t("grid.toolbar.clear")} <Kbd>{t("shortcuts.caps.Del")}</Kbd>
      </GuardedButton>
      <span className="flex-1" />
      {isMany && <Search />}
      <Shown />
      {isMany && (
        <Button
          size="small"
          variant="transparent"
          type="button"
          onClick={() => store.press({ key: "n", ctrl: false, shift: false, alt: false })}
        >
          {t("grid.toolbar.nextOpen")} <Kbd>N</Kbd>
        </Button>
      )}
      <Tool label={t("grid.toolbar.keys")} able onClick={onHelp}>
        <Keyboard aria-hidden />
      </Tool>
    </div>
  )
}

interface ToolProps {
  label: string
  able: boolean
  onClick: () => void
  children: ReactNode
}

/** A small button that stays in its place when it can do nothing. */
function Tool({ label, able, onClick, children }: ToolProps) {
  return (
    <IconButton
      size="small"
      variant="transparent"
      type="button"
      aria-label={label}
      aria-disabled={!able}
      className={clx(!able && "text-ui-fg-disabled")}
      onClick={() => able && onClick()}
    >
      {children}
    </IconButton>
  )
}

function Search() {
  const store = useGridStore()
  const { t, locale } = useOrderView()
  const search = useGrid(({ listed }) => listed.search)
  const [typed, setTyped] = useState("")
  return (
    <Input
      size="small"
      type="search"
      // Whoever is led to an item that was not found sees all of them again.
      value={search === "" ? typed.replace(/\S.*/s, "") : typed}
      aria-label={t("grid.toolbar.find")}
      placeholder={t("grid.toolbar.find")}
      onChange={({ target }) => {
        setTyped(target.value)
        store.list({ search: target.value.trim().toLocaleLowerCase(locale) })
      }}
    />
  )
}

function Shown() {
  const store = useGridStore()
  const { t, order } = useOrderView()
  const onlyOpen = useGrid(({ listed }) => listed.onlyOpen)
  const open = useGrid(
    ({ sheet }) => sheet.rows.filter(({ due, unallocated }) => due !== 0n || unallocated !== 0n).length,
  )
  const choices = [
    { only: false, label: t("grid.toolbar.all", { count: order.rows.length }) },
    { only: true, label: t("grid.toolbar.open", { count: open }) },
  ]
  return (
    <fieldset
      aria-label={t("grid.toolbar.shown")}
      className="bg-ui-bg-subtle border-ui-border-base inline-flex rounded-md border p-0.5"
    >
      {choices.map(({ only, label }) => (
        <Button
          key={label}
          size="small"
          variant={only === onlyOpen ? "secondary" : "transparent"}
          type="button"
          aria-pressed={only === onlyOpen}
          onClick={() => store.list({ onlyOpen: only })}
        >
          {label}
        </Button>
      ))}
    </fieldset>
  )
}

import { MagnifyingGlass, XMarkMini } from "@medusajs/icons"
import { clx, Input, toast } from "@medusajs/ui"
import { useEffect, useId, useRef, useState } from "react"
import type { UnreconciledTotalsView } from "../../../../types/http"
import { useSettled } from "../../../lib/use-settled"
import { useListView } from "../list-context"
import { useListSpeech } from "../use-list-speech"
import { addressOf, KIND_TABS, LONGEST_QUERY, soughtIn, VIEWS } from "./sought"
import { useSavedViews } from "./use-saved-views"

/** The views with how much each has, those that somebody keeps, and the search. */
export function ViewsBar({ totals }: { totals: UnreconciledTotalsView | undefined }) {
  const { t } = useListSpeech()
  const { show, sought, seek } = useListView()
  return (
    <div className="border-ui-border-base flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t px-6 py-3">
      <fieldset
        aria-label={t(show === "all" ? "lists.kinds.label" : "lists.views.label")}
        className="flex min-w-0 flex-wrap items-center gap-1"
      >
        {show === "unreconciled"
          ? VIEWS.map((view) => (
              <Tab
                key={view}
                name={view}
                count={totals?.[view]}
                isOn={sought.view === view}
                onChoose={() => seek({ view })}
              >
                {t(`lists.views.${view}`)}
              </Tab>
            ))
          : ([null, ...KIND_TABS] as const).map((kind) => (
              <Tab
                key={kind}
                name={kind ?? "all"}
                isOn={sought.kind === kind}
                onChoose={() => seek({ kind })}
              >
                {t(`lists.kinds.${kind ?? "all"}`)}
              </Tab>
            ))}
        <Saved />
      </fieldset>
      <Search key={show} />
    </div>
  )
}

interface TabProps {
  readonly name: string
  readonly count?: number | undefined
  readonly isOn: boolean
  readonly onChoose: () => void
  readonly children: string
}

function Tab({ name, count, isOn, onChoose, children }: TabProps) {
  const { locale } = useListSpeech()
  return (
    <button
      type="button"
      aria-pressed={isOn}
      data-view={name}
      className={clx(
        "reconciliation-list-tab txt-compact-small-plus focus-visible:shadow-borders-focus outline-none",
        isOn ? "text-ui-fg-base" : "text-ui-fg-subtle hover:text-ui-fg-base",
      )}
      onClick={onChoose}
    >
      {children}
      {count !== undefined && (
        <span className="text-ui-fg-subtle ml-1 font-normal tabular-nums">
          {count.toLocaleString(locale)}
        </span>
      )}
    </button>
  )
}

/** Views of somebody's own; what is shown now is one of them where it says the same. */
function Saved() {
  const { t } = useListSpeech()
  const { show, sought, seek } = useListView()
  const { views, remove } = useSavedViews(show)
  const now = addressOf({ ...sought, pages: 1 }).toString()
  return views.map(({ name, address }) => (
    <span key={name} className="reconciliation-list-saved" data-saved-view={name}>
      <button
        type="button"
        aria-pressed={address === now}
        className={clx(
          "reconciliation-list-tab txt-compact-small-plus focus-visible:shadow-borders-focus outline-none",
          address === now ? "text-ui-fg-base" : "text-ui-fg-subtle hover:text-ui-fg-base",
        )}
        onClick={() => seek(soughtIn(new URLSearchParams(address)))}
      >
        {name}
      </button>
      <button
        type="button"
        aria-label={t("lists.views.remove", { name })}
        className="reconciliation-list-cross text-ui-fg-subtle focus-visible:shadow-borders-focus outline-none"
        onClick={() => {
          remove(name)
          toast.success(t("lists.views.removed", { name }))
        }}
      >
        <XMarkMini aria-hidden />
      </button>
    </span>
  ))
}

function Search() {
  const { t } = useListSpeech()
  const { sought, seek } = useListView()
  const id = useId()
  const [text, setText] = useState(sought.q)
  const settled = useSettled(text.trim())
  const said = useRef(sought.q)
  useEffect(() => {
    // Until it has settled, what was written before is not meant any more.
    if (settled === said.current || settled !== text.trim()) return
    said.current = settled
    seek({ q: settled }, { replace: true })
  }, [settled, text, seek])
  // What the address says by itself, on the way back or when all is cleared, is in the field too.
  useEffect(() => {
    if (sought.q === said.current) return
    said.current = sought.q
    setText(sought.q)
  }, [sought.q])
  return (
    <search className="reconciliation-list-search">
      <label htmlFor={id} className="sr-only">
        {t("lists.searchLabel")}
      </label>
      <span aria-hidden className="text-ui-fg-subtle">
        <MagnifyingGlass />
      </span>
      <Input
        id={id}
        size="small"
        type="text"
        value={text}
        maxLength={LONGEST_QUERY}
        autoComplete="off"
        placeholder={t("lists.search")}
        data-search=""
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return
          if (text === "") event.currentTarget.blur()
          else setText("")
        }}
      />
    </search>
  )
}

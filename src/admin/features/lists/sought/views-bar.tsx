import { XMarkMini } from "@medusajs/icons"
import { clx, toast } from "@medusajs/ui"
import type { UnreconciledTotalsView } from "../../../../types/http"
import { useListView } from "../list-context"
import { useListSpeech } from "../use-list-speech"
import { Search } from "./search"
import { addressOf, KIND_TABS, soughtIn, VIEWS } from "./sought"
import { Tab } from "./tab"
import { useSavedViews } from "./use-saved-views"
import { ViewsLine } from "./views-line"

/** The views with how much each has, those that somebody keeps, and the search. */
export function ViewsBar({ totals }: { totals: UnreconciledTotalsView | undefined }) {
  const { t } = useListSpeech()
  const { show, sought, seek } = useListView()
  const shown = addressOf({ ...sought, pages: 1 }).toString()
  return (
    <div className="border-ui-border-base flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t px-6 py-3">
      <ViewsLine label={t(show === "all" ? "lists.kinds.label" : "lists.views.label")}>
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
        <Saved now={shown} />
      </ViewsLine>
      <Search
        key={show}
        q={sought.q}
        hint={t("lists.search")}
        label={t("lists.searchLabel")}
        onSeek={(q) => seek({ q }, { replace: true })}
      />
    </div>
  )
}

/** Views of somebody's own; what is shown now is one of them where it says the same. */
function Saved({ now }: { now: string }) {
  const { t } = useListSpeech()
  const { show, seek } = useListView()
  const { views, remove } = useSavedViews(show)
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

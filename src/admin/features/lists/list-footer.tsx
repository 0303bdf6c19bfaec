import { Kbd } from "@medusajs/ui"
import type { UnreconciledTotalsView } from "../../../types/http"
import { useListView } from "./list-context"
import { useListSpeech } from "./use-list-speech"

const HINTS = [
  { keys: ["J", "K"], does: "move" },
  { keys: ["X"], does: "select" },
  { keys: ["enter"], does: "open" },
  { keys: ["space"], does: "why" },
  { keys: ["A"], does: "apply" },
  { keys: ["R"], does: "reconcile" },
  { keys: ["F"], does: "check" },
  { keys: ["/"], does: "search" },
] as const

interface ListFooterProps {
  readonly rows: number
  readonly hasMore: boolean
  readonly totals: UnreconciledTotalsView | undefined
  readonly hasKeys: boolean
}

/** How much of the list is shown, and what its keys do. */
export function ListFooter({ rows, hasMore, totals, hasKeys }: ListFooterProps) {
  const { t, locale } = useListSpeech()
  const { show, sought } = useListView()
  const count = hasMore ? (show === "unreconciled" ? totals?.[sought.view] : undefined) : rows
  const range =
    count === undefined
      ? t("lists.rangeMore", { count: rows.toLocaleString(locale) })
      : t("lists.range", {
          from: 1,
          to: rows.toLocaleString(locale),
          count: Math.max(count, rows).toLocaleString(locale),
        })
  return <Footer range={range} keys={hasKeys ? HINTS : []} />
}

interface FooterProps {
  readonly range: string
  /** Keys, and what they do in words of the lists. */
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[]
}

/** The end of a list: how much of it is shown, and its keys. */
export function Footer({ range, keys: hints }: FooterProps) {
  const { t } = useListSpeech()
  return (
    <div className="border-ui-border-base txt-compact-small text-ui-fg-subtle flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t px-6 py-2.5">
      <span data-range="" className="tabular-nums">
        {range}
      </span>
      {hints.length > 0 && (
        <dl aria-label={t("lists.hints.label")} className="reconciliation-list-hints">
          {hints.map(({ keys, does }) => (
            <div key={does} className="flex items-center gap-x-1">
              <dt className="flex gap-x-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key.length > 1 ? t(`lists.hints.${key}`) : key}</Kbd>
                ))}
              </dt>
              <dd>{t(`lists.hints.${does}`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

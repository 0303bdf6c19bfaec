import type { ListedInstalmentView } from "../../../../types/http"
import { methodLabel } from "../../../lib/labels"
import { Owner } from "../rows/parts"
import { useListSpeech } from "../use-list-speech"
import { Acts } from "./acts"
import { Amount, Due, InstalmentState, Order } from "./parts"

interface NarrowInstalmentsProps {
  readonly rows: readonly ListedInstalmentView[]
  readonly follow: (id: string) => void
}

/** The same where there is no room for columns: who and how much, when, what for, and what to do. */
export function NarrowInstalments({ rows, follow }: NarrowInstalmentsProps) {
  const { t } = useListSpeech()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the links in it have the focus
    <ul
      aria-label={t("instalments.caption")}
      onFocus={({ target }) => {
        const id = target.closest("[data-row]")?.getAttribute("data-row")
        if (id) follow(id)
      }}
    >
      {rows.map((one) => (
        <li
          key={one.id}
          data-row={one.id}
          data-state={one.state}
          className="border-ui-border-base txt-compact-small text-ui-fg-subtle flex flex-col gap-y-2 border-t px-4 py-3"
        >
          <div className="flex items-start justify-between gap-x-3">
            <div className="min-w-0 break-words">
              <Owner one={one} />
            </div>
            <div className="shrink-0 text-right">
              <Amount one={one} />
            </div>
          </div>
          <div className="flex items-start justify-between gap-x-3">
            <div className="min-w-0">
              <InstalmentState one={one} />
            </div>
            <div className="shrink-0 text-right">
              <Due one={one} />
            </div>
          </div>
          <div className="flex items-center justify-between gap-x-3">
            <div className="min-w-0 flex-1">
              <Order one={one} />
              {one.method !== null && (
                <span className="txt-compact-xsmall block">{methodLabel(one.method, t)}</span>
              )}
            </div>
            <div className="shrink-0">
              <Acts one={one} />
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}

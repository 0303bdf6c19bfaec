import { TriangleDownMini, TriangleUpMini } from "@medusajs/icons"
import { useListView } from "../list-context"
import type { Sort } from "../sought/sought"
import { useListSpeech } from "../use-list-speech"

/** What a column's heading sorts by: first one way, then the other. */
const TURNS: Readonly<Record<"date" | "owner" | "open", readonly Sort[]>> = {
  date: ["newest", "oldest"],
  owner: ["owner"],
  open: ["largest", "smallest"],
}

const UPWARDS: ReadonlySet<Sort> = new Set(["oldest", "smallest", "owner"])

interface SortHeadProps {
  readonly by: keyof typeof TURNS
  readonly head: string
  readonly isFigure: boolean
  readonly children: string
}

/** A heading that sorts; the present order is said by a sign and to screen readers. */
export function SortHead({ by, head, isFigure, children }: SortHeadProps) {
  const { t } = useListSpeech()
  const { sought, seek } = useListView()
  const turns = TURNS[by]
  const now = turns.indexOf(sought.sort)
  const isUp = UPWARDS.has(sought.sort)
  const next = now < 0 ? turns[0] : turns[(now + 1) % turns.length]
  return (
    <th
      scope="col"
      data-head={head}
      aria-sort={now < 0 ? "none" : isUp ? "ascending" : "descending"}
      data-figure={isFigure ? "" : undefined}
    >
      <button
        type="button"
        className="reconciliation-list-sort focus-visible:shadow-borders-focus outline-none"
        aria-label={t("lists.columns.sort", { name: children })}
        data-sort-by={by}
        onClick={() => next && seek({ sort: next })}
      >
        {children}
        {now >= 0 && (isUp ? <TriangleUpMini aria-hidden /> : <TriangleDownMini aria-hidden />)}
      </button>
    </th>
  )
}

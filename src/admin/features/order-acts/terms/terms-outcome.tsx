import type { DueView, TermsPreview } from "../../../../types/http"
import { rowTitle } from "../../../lib/names"
import { useOrderView, type OrderView } from "../../order/use-order-view"
import type { ActPreviewed } from "../use-act-preview"
import { Will, type Consequence } from "../../account/acts/will"

/** When each item falls due, before and after. */
export function TermsOutcome({ previewed }: { previewed: ActPreviewed<TermsPreview> }) {
  const view = useOrderView()
  const { preview, isCurrent, error, retry } = previewed
  const quiet = preview?.changed === false ? view.t("terms.same") : view.t("terms.nothingOpen")
  return (
    <Will
      quiet={preview ? quiet : view.t("terms.typeFirst")}
      isCurrent={isCurrent}
      error={error}
      onRetry={retry}
      consequences={preview?.changed ? consequencesOf(preview, view) : []}
    />
  )
}

function consequencesOf({ rows }: TermsPreview, view: OrderView): Consequence[] {
  return rows.map(({ row, title, due_before: before, due_after: after }) => {
    const [was, is] = [before && said(before, view), said(after, view)]
    return {
      key: row,
      what: rowTitle(row, title, view.t),
      becomes: was === null || was === is ? is : `${was} → ${is}`,
    }
  })
}

const said = ({ on, awaits_delivery: waits }: DueView, { t, day }: OrderView): string =>
  on === null ? t("terms.waits") : waits ? t("terms.partWaits", { date: day(on) }) : day(on)

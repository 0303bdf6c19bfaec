import { Link } from "react-router-dom"
import type { RunOrderLeftView } from "../../../../types/http"
import { useListSpeech } from "../../lists/use-list-speech"

/** Orders that a back-fill, or its undo, left as they were, and why: each leads to the shop's own page of it. */
export function LeftOrders({ orders }: { readonly orders: readonly RunOrderLeftView[] }) {
  const { t, serverLang } = useListSpeech()
  return (
    <ul aria-label={t("backfill.left")}>
      {orders.map(({ order_id: id, display_id: number, reason, error }) => (
        <li
          key={id}
          data-left-order={reason}
          className="border-ui-border-base txt-compact-small text-ui-fg-subtle flex flex-wrap gap-x-3 gap-y-1 border-t px-6 py-2.5"
        >
          <Link to={`/orders/${encodeURIComponent(id)}`} className="reconciliation-link break-all">
            {number === null ? id : `#${number}`}
          </Link>
          <span>{t(`backfill.why.${reason}`)}</span>
          {error !== null && (
            <span className="txt-compact-xsmall break-words" lang={serverLang}>
              {error}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

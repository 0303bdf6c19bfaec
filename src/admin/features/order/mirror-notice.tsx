import { Alert } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { mirrorsPath } from "../../lib/paths"
import { MirrorSaid, mirrorReason, RetryButton } from "../../ui/mirror-said"
import { useOrderView } from "./use-order-view"

/** What of the account's money the store's own order does not count, or is still to take back; why, and what to do. */
export function MirrorNotice() {
  const { order, t } = useOrderView()
  if (order.mirrors.length === 0) return null
  return (
    <Alert variant="warning" data-notice="mirrors">
      <strong className="txt-compact-small-plus">{t("mirror.title")}</strong>
      <ul className="mt-1 flex flex-col gap-y-2">
        {order.mirrors.map((mirror) => (
          <li
            key={mirror.id}
            data-mirror={mirrorReason(mirror)}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1"
          >
            <span className="min-w-0 break-words">
              <MirrorSaid mirror={mirror} />
            </span>
            <RetryButton id={mirror.id} />
          </li>
        ))}
      </ul>
      <Link to={mirrorsPath} className="reconciliation-link mt-2 inline-block" data-all-mirrors="">
        {t("mirror.all")}
      </Link>
    </Alert>
  )
}

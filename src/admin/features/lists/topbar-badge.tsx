import { CheckCircle } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { unreconciledPath } from "../../lib/paths"
import { useWords } from "../../lib/use-words"
import { StateIcon } from "../../ui/state-icon"
import { useUnreconciledCount } from "./use-list"

/** How much is not reconciled, on every page of the admin; nothing where somebody may not know it. */
export default function TopbarBadge() {
  const { t, locale } = useWords()
  const count = useUnreconciledCount()
  if (count === undefined) return null
  const said = count === 0 ? t("menu.none") : t("menu.count", { count })
  return (
    <Link
      to={unreconciledPath}
      aria-label={said}
      title={said}
      data-unreconciled={count}
      className="focus-visible:shadow-borders-focus inline-flex items-center justify-center rounded-md outline-none"
      style={{ minWidth: 28, minHeight: 28 }}
    >
      {count === 0 ? (
        <CheckCircle aria-hidden className="text-ui-tag-green-icon" />
      ) : (
        <Badge size="xsmall" color="orange" className="gap-x-1 tabular-nums">
          <StateIcon state="none" />
          {count.toLocaleString(locale)}
        </Badge>
      )}
    </Link>
  )
}

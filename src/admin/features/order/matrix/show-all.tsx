import { Button } from "@medusajs/ui"
import { useOrderView } from "../use-order-view"

interface ShowAllProps {
  all: boolean
  shown: number
  total: number
  onToggle: () => void
}

/** Says how much of a long order is in sight, and shows the rest. */
export function ShowAll({ all, shown, total, onToggle }: ShowAllProps) {
  const { t, locale } = useOrderView()
  const count = (value: number) => value.toLocaleString(locale)
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-3">
      <output className="txt-compact-small text-ui-fg-subtle">
        {t("matrix.showing", { shown: count(all ? total : shown), total: count(total) })}
      </output>
      <Button size="small" variant="secondary" type="button" aria-expanded={all} onClick={onToggle}>
        {all ? t("matrix.showLess", { shown: count(shown) }) : t("matrix.showAll", { total: count(total) })}
      </Button>
    </div>
  )
}

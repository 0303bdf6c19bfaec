import { Kbd } from "@medusajs/ui"
import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { ListedInstalmentView } from "../../../../types/http"
import { useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import type { ListSpeech } from "../list-speech"
import type { SelectionOf } from "../rows/use-selection"
import { useListSpeech } from "../use-list-speech"

interface ChosenBarProps {
  readonly selection: SelectionOf<ListedInstalmentView>
  readonly onSave: (rows: readonly ListedInstalmentView[]) => void
}

/** What the rows that are selected come to, and that they can be saved. */
export function ChosenBar({ selection, onSave }: ChosenBarProps) {
  const speech = useListSpeech()
  const { t } = speech
  const mayExport = useMay("export")
  const { rows } = selection
  return (
    <div
      role="toolbar"
      aria-label={t("lists.selected.label")}
      className="reconciliation-list-bar txt-compact-small-plus"
      data-selected={rows.length}
    >
      <output className="reconciliation-list-bar-said">
        {[t("lists.selected.count", { count: rows.length }), ...sumsOf(rows, speech)].join(", ")}
      </output>
      <GuardedButton right="export" allowed={mayExport} onClick={() => onSave(rows)}>
        {t("lists.selected.download")} <Kbd aria-hidden>E</Kbd>
      </GuardedButton>
      <GuardedButton right="view" allowed onClick={selection.clear}>
        {t("lists.selected.clear")} <Kbd aria-hidden>Esc</Kbd>
      </GuardedButton>
    </div>
  )
}

/** By currency: "650.00 USD". */
function sumsOf(rows: readonly ListedInstalmentView[], { amountOf }: Pick<ListSpeech, "amountOf">): string[] {
  const sums = new Map<string, { one: ListedInstalmentView; units: bigint }>()
  for (const one of rows) {
    const { currency_code: currency, digits } = one
    const units = minorUnitsOf(one.state === "settled" ? one.amount : one.kept, digits)
    sums.set(currency, { one, units: (sums.get(currency)?.units ?? 0n) + units })
  }
  return [...sums].map(
    ([currency, { one, units }]) =>
      `${amountOf(one)(decimalOf(units, one.digits))} ${currency.toUpperCase()}`,
  )
}

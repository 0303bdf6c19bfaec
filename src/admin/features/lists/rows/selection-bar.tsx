import { Kbd } from "@medusajs/ui"
import type { ListedTransactionView } from "../../../../types/http"
import { useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import { canApply } from "../acts/row-act"
import { useBegin } from "../acts/row-acts"
import { useDownload } from "../download/use-download"
import { useListSpeech } from "../use-list-speech"
import { accountsOf, sumsOf } from "./chosen"
import type { SelectionOf } from "./use-selection"

export type Selection = SelectionOf<ListedTransactionView>

/** What can be done with the rows that are selected. */
export function SelectionBar({ selection, at }: { selection: Selection; at: string | null }) {
  const speech = useListSpeech()
  const { t } = speech
  const begin = useBegin()
  const { save } = useDownload()
  const [mayRun, mayManage, mayExport] = [useMay("run"), useMay("manage"), useMay("export")]
  const { rows } = selection
  const accounts = accountsOf(rows, speech)
  const [first] = accounts
  const one = rows.length === 1 ? rows[0] : rows.find(({ number }) => number === at)
  const applied = one && canApply(one) ? one : null
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
      <GuardedButton
        right="run"
        allowed={mayRun}
        aria-disabled={!first}
        data-reconcile-selected=""
        onClick={() =>
          first &&
          begin(accounts.length > 1 ? { act: "bulk", accounts } : { act: "reconcile", account: first })
        }
      >
        {t("lists.selected.reconcile", { count: accounts.length })} <Kbd aria-hidden>R</Kbd>
      </GuardedButton>
      <GuardedButton
        right="manage"
        allowed={mayManage}
        aria-disabled={!applied}
        {...(!applied && { title: t("lists.selected.notIdle") })}
        onClick={() => applied && begin({ act: "apply", one: applied })}
      >
        {t("lists.selected.apply")} <Kbd aria-hidden>A</Kbd>
      </GuardedButton>
      <GuardedButton right="export" allowed={mayExport} onClick={() => save(rows)}>
        {t("lists.selected.download")} <Kbd aria-hidden>E</Kbd>
      </GuardedButton>
      <GuardedButton right="view" allowed onClick={selection.clear}>
        {t("lists.selected.clear")} <Kbd aria-hidden>Esc</Kbd>
      </GuardedButton>
    </div>
  )
}

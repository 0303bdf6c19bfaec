import { Badge, usePrompt } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { FindingView } from "../../../types/http"
import { accountPath, reconciliationPath } from "../../lib/paths"
import { useMay } from "../../lib/use-may"
import { useWords } from "../../lib/use-words"
import { GuardedButton } from "../../ui/no-right"

interface FindingRowProps {
  readonly finding: FindingView
  readonly isBusy: boolean
  readonly onRepair: () => void
}

/** One row at fault: the rule, the row, what stands there and what should, how it comes and what is to be done. */
export function FindingRow({ finding, isBusy, onRepair }: FindingRowProps) {
  const { t, has } = useWords()
  const { invariant, means, row, account_id: account, order_id: order, display_id: number } = finding
  const isKnown = has(`checks.rule.${invariant}`)
  const rule = isKnown ? t(`checks.rule.${invariant}`) : means
  return (
    <li
      data-finding={invariant}
      className="border-ui-border-base flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t px-6 py-3"
    >
      <div className="txt-small min-w-0 flex-1 break-words">
        <p className="font-medium" lang={isKnown ? undefined : "en"}>
          {rule} {finding.is_new && <Badge size="2xsmall">{t("checks.isNew")}</Badge>}
        </p>
        <p>{t("checks.stands", { stored: finding.stored, expected: finding.expected })}</p>
        <p className="text-ui-fg-subtle txt-compact-xsmall mt-1">
          {t(`checks.cause.${finding.cause}`)}{" "}
          {finding.repaired ? t("checks.done") : t(`checks.cure.${finding.cure}`)}
        </p>
        <p className="text-ui-fg-subtle txt-compact-xsmall mt-1">
          {account === null ? (
            `${row.table} ${row.id}`
          ) : (
            <Link to={accountPath(account)} className="reconciliation-link">
              {t("checks.row", { table: row.table, id: row.id, account })}
            </Link>
          )}{" "}
          {order !== null && (
            <Link to={reconciliationPath(order)} className="reconciliation-link">
              {t("checks.order", { id: number ?? order })}
            </Link>
          )}
        </p>
      </div>
      {finding.repair !== null && (
        <RepairButton
          repair={finding.repair}
          label={t("checks.repairOf", { rule })}
          isBusy={isBusy}
          onRepair={onRepair}
        />
      )}
    </li>
  )
}

interface RepairButtonProps {
  readonly repair: NonNullable<FindingView["repair"]>
  readonly label: string
  readonly isBusy: boolean
  readonly onRepair: () => void
}

/** Counting again and making anew change no money; an order is taken back and posted again only after a question. */
function RepairButton({ repair, label, isBusy, onRepair }: RepairButtonProps) {
  const { t } = useWords()
  const ask = usePrompt()
  const [mayManage, mayDelete] = [useMay("manage"), useMay("delete")]
  const right = repair === "rebuild" && mayManage ? "delete" : "manage"
  const allowed = mayManage && (repair !== "rebuild" || mayDelete)
  const askFirst = async (): Promise<void> => {
    const isMeant = await ask({
      title: t("checks.rebuild"),
      description: t("checks.rebuildText"),
      confirmText: t("checks.rebuild"),
      cancelText: t("checks.cancel"),
    })
    if (isMeant) onRepair()
  }
  return (
    <GuardedButton
      right={right}
      allowed={allowed}
      isLoading={isBusy}
      aria-label={label}
      onClick={() => (repair === "rebuild" ? void askFirst() : onRepair())}
    >
      {t("checks.repair")}
    </GuardedButton>
  )
}

import { toast } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { OpenItemView, PaidOpeningBalanceView, UnappliedView } from "../../../../types/http"
import { unappliedName } from "../ledger/transaction-name"
import { Outcome } from "../money/outcome"
import { useMoneyPreview } from "../money/use-money-preview"
import { useAct } from "../use-act"
import { useAccountView } from "../use-account-view"
import { ActDrawer, DrawerPart } from "./act-drawer"

interface ApplyToOpeningProps {
  readonly item: UnappliedView
  readonly opening: OpenItemView
  /** What else it can be put on. */
  readonly targets: ReactNode
  readonly onClose: () => void
}

/** Puts money or a credit that lies idle on what was owed when the books began. */
export function ApplyToOpening({ item, opening, targets, onClose }: ApplyToOpeningProps) {
  const speech = useAccountView()
  const { t, amount, dayInSentence } = speech
  const path = `opening-balances/${opening.id}/pay`
  const body = { credits: [item.id] }
  const asked = useMoneyPreview<PaidOpeningBalanceView>(path, body)
  const act = useAct<object>()
  const put = asked.preview?.allocated[0]?.amount
  const said = { amount: put === undefined ? "" : amount(put), date: dayInSentence(opening.occurred_on) }
  const send = () =>
    act.send({ path, body }, () => {
      toast.success(t("account.apply.doneOpening", said))
      onClose()
    })
  return (
    <ActDrawer
      open
      onClose={onClose}
      right="manage"
      title={t("account.apply.title", { name: unappliedName(item, speech).name })}
      about={t("account.apply.about", { amount: amount(item.open) })}
      action={put === undefined ? t("account.apply.actNone") : t("account.apply.actOpening", said)}
      isReady={put !== undefined}
      isSending={act.isSending}
      error={act.error}
      onRetry={act.again}
      onAct={send}
    >
      {targets}
      <DrawerPart title={t("account.drawer.will")}>
        <Outcome asked={asked} isAsked until="" />
      </DrawerPart>
    </ActDrawer>
  )
}

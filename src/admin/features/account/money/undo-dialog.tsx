import { Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import type {
  DecimalString,
  UndoableAct,
  UndoneMoveView,
  UndoneOpeningBalanceView,
  UndonePayBackView,
  UndoneReversalView,
} from "../../../../types/http"
import { useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import { ReasonField } from "../../order/history/reason-field"
import { Refusal } from "../../order/history/refusal"
import { ActDialog, DialogFoot } from "../../../ui/act-dialog"
import { useAct } from "../use-act"
import { useAccountView } from "../use-account-view"
import { MoveRows } from "./move-rows"
import { Outcome } from "./outcome"
import { Tick } from "./tick"
import { useMoneyPreview } from "./use-money-preview"

export interface UndoneAct {
  readonly undo: UndoableAct
  readonly name: string
  readonly amount: DecimalString
}

type Undone = UndoneMoveView | UndonePayBackView | UndoneReversalView | UndoneOpeningBalanceView

function pathOf(undo: UndoableAct): string {
  switch (undo.act) {
    case "move":
      return `moves/${undo.move_id}/undo`
    case "pay_back":
      return `pay-backs/${undo.pay_back_id}/undo`
    case "reversal":
      return `payments/${undo.payment_id}/reversals/${undo.number}/undo`
    case "opening_balance":
      return `opening-balances/${undo.opening_balance_id}/undo`
  }
}

/** Asks before a move, a pay-back, a reversal or an opening balance is taken back, with what that changes, or why it cannot be. */
export function UndoDialog({ of, onClose }: { of: UndoneAct; onClose: () => void }) {
  const { t, amount } = useAccountView()
  const said = t("account.deletion.of", { name: of.name, amount: amount(of.amount) })
  const key = `money.undo.${of.undo.act}`
  return (
    <ActDialog title={t(`${key}.title`)} about={`${said} ${t(`${key}.about`)}`} onClose={onClose}>
      <Question of={of} onClose={onClose} />
    </ActDialog>
  )
}

function Question({ of: { undo, amount: whole }, onClose }: { of: UndoneAct; onClose: () => void }) {
  const { t, amount } = useAccountView()
  const allowed = useMay("manage")
  const [reason, setReason] = useState("")
  const ticks = useTicks()
  const path = pathOf(undo)
  const asked = useMoneyPreview<Undone>(path, ticks.sent)
  const act = useAct<object>()
  const isReady = asked.preview !== undefined && !act.isSending
  const text = t(`money.undo.${undo.act}.act`, { amount: amount(whole) })
  const send = () =>
    act.send(
      { path, body: { ...ticks.sent, ...(reason.trim() !== "" && { reason: reason.trim() }) } },
      () => {
        toast.success(t(`money.undo.${undo.act}.done`, { amount: amount(whole) }))
        onClose()
      },
    )
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col gap-y-3 overflow-y-auto pb-4" data-undoes={undo.act}>
        {act.error && (
          <div className="px-6 pt-4">
            <Refusal error={act.error} right="manage" isAct onRetry={act.again} />
          </div>
        )}
        <div className="reconciliation-undo">
          <Outcome asked={asked} isAsked until="" rows={asked.last && <Rows preview={asked.last} />} />
        </div>
        <div className="flex flex-col gap-y-3 px-6">
          <Ways code={asked.error?.body?.code} ticks={ticks} />
          <ReasonField value={reason} onChange={setReason} />
        </div>
      </div>
      <DialogFoot note={t("money.undo.adds")}>
        <Button size="small" variant="secondary" type="button" onClick={onClose}>
          {t("deletion.cancel")}
        </Button>
        <GuardedButton
          right="manage"
          allowed={allowed}
          variant={allowed ? "primary" : "secondary"}
          aria-disabled={!isReady}
          aria-busy={act.isSending}
          data-enter=""
          onClick={() => isReady && send()}
        >
          {text}
        </GuardedButton>
      </DialogFoot>
    </>
  )
}

/** What a refused undo may take along, once somebody has seen that it is refused without. */
function useTicks() {
  const [release, setRelease] = useState(false)
  const [cascade, setCascade] = useState(false)
  return {
    release,
    setRelease,
    cascade,
    setCascade,
    sent: { ...(release && { release }), ...(cascade && { cascade }) },
  }
}

function Ways({ code, ticks }: { code: string | undefined; ticks: ReturnType<typeof useTicks> }) {
  const { t } = useAccountView()
  const { release, setRelease, cascade, setCascade } = ticks
  return (
    <>
      {(code === "money_not_free" || release) && (
        <Tick checked={release} onChange={setRelease} label={t("money.undo.release")} />
      )}
      {(code === "has_dependants" || code === "opening_used" || cascade) && (
        <Tick checked={cascade} onChange={setCascade} label={t("money.cascade")} />
      )}
    </>
  )
}

function Rows({ preview }: { preview: Undone }) {
  const { t } = useAccountView()
  const isReversal = "reversal" in preview
  return (
    <>
      {"released" in preview && !isReversal && <MoveRows moves={preview.released} word="reopens" />}
      {"restored" in preview && <MoveRows moves={preview.restored} word="paidAgain" />}
      {isReversal && (
        <tr data-line-effect="free">
          <th scope="row" colSpan={2}>
            <Text size="small">
              {t("money.undo.reversal.owedNoMore", { count: preview.reversal.items.length })}
            </Text>
          </th>
        </tr>
      )}
    </>
  )
}

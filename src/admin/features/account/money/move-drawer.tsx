import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import type { DecimalString, MoneyMoveView } from "../../../../types/http"
import { isZero } from "../../../lib/money"
import { accountPath } from "../../../lib/paths"
import { ActDrawer, DrawerPart } from "../acts/act-drawer"
import { AmountField, typedAmount, useWrittenAmount } from "../acts/fields"
import { ReasonField } from "../../order/history/reason-field"
import { useAct } from "../use-act"
import { useAccountView } from "../use-account-view"
import { KeptRows, MoveRows } from "./move-rows"
import { MoveTarget } from "./move-target"
import { Outcome } from "./outcome"
import type { Target } from "./use-targets"
import { Tick } from "./tick"
import { useMoneyPreview } from "./use-money-preview"

export interface MovedMoney {
  readonly itemId: string
  readonly name: string
  /** What of it pays nothing: that goes without being taken off anything. */
  readonly open: DecimalString
  readonly whole: DecimalString
}

/** Moves money to the customer whose it is, also to one who has no account yet, or back to nobody. */
export function MoveDrawer({ of, onClose }: { of: MovedMoney; onClose: () => void }) {
  const { t, amount } = useAccountView()
  const navigate = useNavigate()
  const act = useAct<{ move: MoneyMoveView }>()
  const form = useForm(of)
  const { target, typed, body, asked } = form
  const path = `payments/${of.itemId}/move`
  const send = () => {
    if (!body || !target) return
    act.send({ path, body }, ({ move }) => {
      const label = t("account.card.link")
      const onClick = () => navigate(accountPath(move.moved.account_id))
      toast.success(t("money.move.done", { amount: amount(move.amount), name: target.name }), {
        action: { label, altText: label, onClick },
      })
      onClose()
    })
  }
  return (
    <ActDrawer
      open
      onClose={onClose}
      right="manage"
      title={t("money.move.title", { name: of.name })}
      about={t("money.move.about")}
      action={
        typed.amount && target
          ? t("money.move.act", { amount: amount(typed.amount), name: target.name })
          : t("money.move.actNone")
      }
      isReady={asked.preview !== undefined}
      isSending={act.isSending}
      isTouched={form.isTouched}
      error={act.error}
      onRetry={act.again}
      onAct={send}
    >
      <DrawerPart title={t("money.target.title")}>
        <MoveTarget chosen={target} onChoose={form.setTarget} />
      </DrawerPart>
      <Fields of={of} form={form} />
      <DrawerPart title={t("account.drawer.will")}>
        <Outcome
          asked={asked}
          isAsked={body !== null}
          until={t(target ? "money.move.needsAmount" : "money.move.needsTarget")}
          other={target?.name}
          rows={
            asked.last && (
              <>
                <MoveRows moves={asked.last.released} word="reopens" />
                <KeptRows kept={asked.last.kept} />
              </>
            )
          }
        />
      </DrawerPart>
    </ActDrawer>
  )
}

/** What is written in the drawer; no body while there is no target or no amount. */
function useForm(of: MovedMoney) {
  const view = useAccountView()
  const isAllUsed = isZero(of.open)
  const [target, setTarget] = useState<Target | null>(null)
  const [release, setRelease] = useState(isAllUsed)
  const [cascade, setCascade] = useState(false)
  const [reason, setReason] = useState("")
  const begun = useWrittenAmount(isAllUsed ? of.whole : of.open)
  const [text, setText] = useState(begun)
  const most = release ? of.whole : of.open
  const typed = typedAmount({ text, setText, most }, view)
  const act =
    target === null || typed.amount === null
      ? null
      : {
          to: target.owner === null ? { suspense: true } : { customer_id: target.owner.id },
          amount: typed.amount,
          ...(release && { release }),
          ...(release && cascade && { cascade }),
        }
  const asked = useMoneyPreview<MoneyMoveView>(`payments/${of.itemId}/move`, act)
  const body = act && { ...act, ...(reason.trim() !== "" && { reason: reason.trim() }) }
  return {
    target,
    setTarget,
    release,
    setRelease,
    cascade,
    setCascade,
    reason,
    setReason,
    most,
    typed,
    body,
    asked,
    isTouched: target !== null || reason !== "" || text !== begun || release !== isAllUsed,
  }
}

function Fields({ of, form }: { of: MovedMoney; form: ReturnType<typeof useForm> }) {
  const { t, amount } = useAccountView()
  const rests = form.asked.error?.body?.code === "has_dependants"
  return (
    <DrawerPart>
      <AmountField typed={form.typed} most={form.most} />
      {of.open !== of.whole && (
        <Tick checked={form.release} onChange={form.setRelease} label={t("money.move.release")}>
          {t(isZero(of.open) ? "money.move.releaseAll" : "money.move.releaseSome", {
            open: amount(of.open),
          })}
        </Tick>
      )}
      {(rests || form.cascade) && form.release && (
        <Tick checked={form.cascade} onChange={form.setCascade} label={t("money.cascade")} />
      )}
      <ReasonField value={form.reason} onChange={form.setReason} />
    </DrawerPart>
  )
}

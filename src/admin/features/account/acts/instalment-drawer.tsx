import { Text, toast } from "@medusajs/ui"
import { useState } from "react"
import type { PlannedPaymentView } from "../../../../types/http"
import { useToday } from "../../../lib/use-today"
import { useAct } from "../use-act"
import { useAccountView } from "../use-account-view"
import { ActDrawer, DrawerPart } from "./act-drawer"
import { Field } from "./fields"

export type InstalmentAct = "postpone" | "cancel" | "fail"

interface InstalmentDrawerProps {
  readonly payment: PlannedPaymentView
  readonly act: InstalmentAct
  readonly onClose: () => void
}

const TITLES = { postpone: "postponeTitle", cancel: "cancelTitle", fail: "failTitle" } as const

/** Postpones a planned payment, cancels it, or notes that no money came. */
export function InstalmentDrawer({ payment, act, onClose }: InstalmentDrawerProps) {
  const { t, amount, dayInSentence } = useAccountView()
  const today = useToday()
  const sending = useAct<object>()
  const [day, setDay] = useState("")
  const [note, setNote] = useState("")
  const isDay = day >= today
  const kept = amount(payment.kept)
  const send = () => {
    const body = {
      version: payment.order_version,
      ...(act === "postpone" && { due_on: day }),
      ...(act === "fail" && note.trim() !== "" && { note: note.trim() }),
    }
    sending.send({ path: `instalments/${payment.id}/${act}`, body }, () => {
      toast.success(t("account.instalment.done"))
      onClose()
    })
  }
  const due = dayInSentence(payment.due_on)
  return (
    <ActDrawer
      open
      onClose={onClose}
      right={act === "cancel" ? "delete" : "manage"}
      title={t(`account.instalment.${TITLES[act]}`, { date: due })}
      about={t("account.instalment.about", {
        amount: kept,
        id: payment.display_id,
        what: payment.titles.join(", "),
      })}
      action={actionOf(act, { t, kept, day: isDay ? dayInSentence(day) : null })}
      isReady={act !== "postpone" || isDay}
      isSending={sending.isSending}
      isTouched={day !== "" || note !== ""}
      error={sending.error}
      onRetry={sending.again}
      isDanger={act === "cancel"}
      onAct={send}
    >
      {act === "postpone" && (
        <DrawerPart>
          <Field
            label={t("account.instalment.newDay")}
            type="date"
            value={day}
            min={today}
            onChange={setDay}
            hint={t("account.instalment.dayNeeded")}
          />
        </DrawerPart>
      )}
      {act === "fail" && (
        <DrawerPart>
          <Field label={t("account.instalment.note")} value={note} onChange={setNote} maxLength={500} />
        </DrawerPart>
      )}
      <DrawerPart title={t("account.drawer.will")}>
        <Text size="small" className="text-ui-fg-subtle">
          {act === "postpone" &&
            isDay &&
            t("account.instalment.postponed", { amount: kept, date: dayInSentence(day) })}
          {act === "cancel" && t("account.instalment.cancelled", { amount: kept })}
          {act === "fail" && t("account.instalment.failed")}
        </Text>
      </DrawerPart>
    </ActDrawer>
  )
}

function actionOf(
  act: InstalmentAct,
  { t, kept, day }: { t: ReturnType<typeof useAccountView>["t"]; kept: string; day: string | null },
): string {
  if (act === "postpone")
    return day === null
      ? t("account.instalment.postponeNone")
      : t("account.instalment.postpone", { date: day })
  return t(`account.instalment.${act}`, { amount: kept })
}

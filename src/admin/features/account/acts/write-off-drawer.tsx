import { Text, toast } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { decimalOf, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type { DecimalString, WriteOffRequestView, WriteOffView } from "../../../../types/http"
import { useAct } from "../use-act"
import { useAccountView } from "../use-account-view"
import { ActDrawer, DrawerPart } from "./act-drawer"
import { proposedOf } from "./proposed"
import { AmountField, Choice, typedAmount, useWrittenAmount, WhyField } from "./fields"

/** A rest of an order that is given up, or money on account of which the store keeps a small surplus. */
export type WrittenOff =
  | { readonly orderId: string; readonly displayId: string; readonly open: DecimalString }
  | { readonly itemId: string; readonly name: string; readonly open: DecimalString }

interface Answer {
  write_off: WriteOffView | null
  request: WriteOffRequestView | null
}

const KINDS = ["short_payment", "bank_charges"] as const

/** An amount as the field begins with it; empty where a plan is to bring all that is open. */
function useProposed(of: WrittenOff): string {
  const proposed = proposedOf(of, useAccountView().account)
  const written = useWrittenAmount(proposed ?? "0")
  return proposed === null ? "" : written
}

/** Gives up a small rest, or keeps a small surplus; above the limit another person decides. */
export function WriteOffDrawer({ of, onClose }: { of: WrittenOff; onClose: () => void }) {
  const view = useAccountView()
  const { t, amount, account } = view
  const act = useAct<Answer>()
  const [kind, setKind] = useState<string>(KINDS[0])
  const [reason, setReason] = useState("")
  const begun = useProposed(of)
  const [text, setText] = useState(begun)
  const typed = typedAmount({ text, setText, most: of.open }, view)
  const isOrder = "orderId" in of
  const rest = decimalOf(
    minorUnitsOf(of.open, account.digits) - minorUnitsOf(typed.amount ?? "0", account.digits),
    account.digits,
  )
  const send = () => {
    const body = { amount: typed.amount, reason: reason.trim(), ...(isOrder && { kind }) }
    const path = isOrder ? `orders/${of.orderId}/write-offs` : `payments/${of.itemId}/write-offs`
    act.send({ path, body }, ({ request }) => {
      const key = request ? "asked" : isOrder ? "done" : "kept"
      toast.success(t(`account.writeOff.${key}`, { amount: amount(typed.amount ?? "0") }))
      onClose()
    })
  }
  const said = isOrder
    ? { id: of.displayId, amount: amount(typed.amount ?? "0"), rest: amount(rest) }
    : { amount: amount(typed.amount ?? "0"), rest: amount(rest) }
  return (
    <ActDrawer
      open
      onClose={onClose}
      right="write_off"
      title={
        isOrder
          ? t("account.writeOff.title", { id: of.displayId })
          : t("account.writeOff.keepTitle", { name: of.name })
      }
      about={t(isOrder ? "account.writeOff.about" : "account.writeOff.keepAbout")}
      action={
        typed.amount
          ? t(isOrder ? "account.writeOff.act" : "account.writeOff.keepAct", { amount: amount(typed.amount) })
          : t(isOrder ? "account.writeOff.actNone" : "account.writeOff.keepNone")
      }
      isReady={typed.amount !== null && reason.trim() !== ""}
      isSending={act.isSending}
      error={act.error}
      onRetry={act.again}
      onAct={send}
    >
      <DrawerPart>
        {isOrder && (
          <Choice
            label={t("account.writeOff.kind")}
            value={kind}
            onChange={setKind}
            choices={KINDS.map((one) => [one, t(`methods.${one}`)])}
          />
        )}
        <AmountField typed={typed} most={of.open} />
        <WhyField value={reason} onChange={setReason} />
      </DrawerPart>
      <DrawerPart title={t("account.drawer.will")}>
        <After>
          {typed.amount && t(isOrder ? "account.writeOff.after" : "account.writeOff.keepAfter", said)}
        </After>
        <After>{t("account.writeOff.above")}</After>
      </DrawerPart>
    </ActDrawer>
  )
}

const After = ({ children }: { children: ReactNode }) => (
  <Text size="small" className="text-ui-fg-subtle">
    {children}
  </Text>
)

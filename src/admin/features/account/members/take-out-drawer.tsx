import { toast } from "@medusajs/ui"
import { useState } from "react"
import type { MembershipChangeView, MembershipView } from "../../../../types/http"
import { ReasonField } from "../../order/history/reason-field"
import { ActDrawer, DrawerPart } from "../acts/act-drawer"
import { Answered } from "../money/outcome"
import { useMoneyPreview } from "../money/use-money-preview"
import { useAct } from "../use-act"
import { useAccountView } from "../use-account-view"
import { useMemberName } from "../use-owner-name"
import { BroughtRows } from "./brought-rows"

const NOTHING_MORE = {}

/** Ends a membership, with what goes back to the account that the member has of their own. */
export function TakeOutDrawer({ of, onClose }: { of: MembershipView; onClose: () => void }) {
  const { t } = useAccountView()
  const nameOf = useMemberName()
  const [name, from] = [nameOf(of.member), nameOf(of.of)]
  const act = useAct<{ left: MembershipChangeView }>()
  const [reason, setReason] = useState("")
  const path = `memberships/${of.id}/end`
  const asked = useMoneyPreview<MembershipChangeView>(path, NOTHING_MORE)
  const send = () =>
    act.send({ path, body: reason.trim() === "" ? {} : { reason: reason.trim() } }, () => {
      toast.success(t("members.takeOut.done", { name, from }))
      onClose()
    })
  return (
    <ActDrawer
      open
      onClose={onClose}
      right="manage"
      title={t("members.takeOut.title", { name, from })}
      about={t("members.takeOut.about")}
      action={t("members.takeOut.act", { name })}
      isReady={asked.preview !== undefined}
      isSending={act.isSending}
      isTouched={reason !== ""}
      error={act.error}
      onRetry={act.again}
      onAct={send}
    >
      <DrawerPart title={t("account.drawer.will")}>
        <Answered asked={asked} isAsked until="">
          {(change) => (
            <BroughtRows
              change={change}
              nothing={t("members.takeOut.nothing")}
              own="to_account_id"
              names={{ member: name, of: from }}
            />
          )}
        </Answered>
      </DrawerPart>
      <DrawerPart>
        <ReasonField value={reason} onChange={setReason} />
      </DrawerPart>
    </ActDrawer>
  )
}

import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import type { JoinBody, MembershipChangeView } from "../../../../types/http"
import { accountPath } from "../../../lib/paths"
import { ReasonField } from "../../order/history/reason-field"
import { ActDrawer, DrawerPart } from "../acts/act-drawer"
import { Answered } from "../money/outcome"
import { useMoneyPreview } from "../money/use-money-preview"
import type { Target } from "../money/use-targets"
import { useAct } from "../use-act"
import { useAccountView } from "../use-account-view"
import { useOwnerName } from "../use-owner-name"
import { BroughtRows } from "./brought-rows"
import { JoinTarget } from "./join-target"

/** Makes the account's owner a member of a customer or of a company: what is open goes there, in every currency. */
export function JoinDrawer({ onClose }: { onClose: () => void }) {
  const { t, account } = useAccountView()
  const name = useOwnerName()
  const navigate = useNavigate()
  const act = useAct<{ joined: MembershipChangeView }>()
  const [target, setTarget] = useState<Target | null>(null)
  const [reason, setReason] = useState("")
  const path = `accounts/${account.id}/join`
  const to = target && toOf(target)
  const asked = useMoneyPreview<MembershipChangeView>(path, to && { to })
  const send = () => {
    if (!to || !target) return
    const body = { to, ...(reason.trim() !== "" && { reason: reason.trim() }) }
    act.send({ path, body }, ({ joined }) => {
      const label = t("account.card.link")
      const id = joined.brought[0]?.to_account_id ?? joined.membership.of.account_id
      toast.success(
        t("members.join.done", { name, to: target.name }),
        // There is no account yet where nothing was open and nobody had one.
        id === null ? {} : { action: { label, altText: label, onClick: () => navigate(accountPath(id)) } },
      )
      onClose()
    })
  }
  return (
    <ActDrawer
      open
      onClose={onClose}
      right="manage"
      title={t("members.join.title", { name })}
      about={t("members.join.about")}
      action={target ? t("members.join.act", { name: target.name }) : t("members.join.actNone")}
      isReady={asked.preview !== undefined}
      isSending={act.isSending}
      isTouched={target !== null || reason !== ""}
      error={act.error}
      onRetry={act.again}
      onAct={send}
    >
      <DrawerPart title={t("members.target.title")}>
        <JoinTarget chosen={target} onChoose={setTarget} />
      </DrawerPart>
      <DrawerPart>
        <ReasonField value={reason} onChange={setReason} />
      </DrawerPart>
      <DrawerPart title={t("account.drawer.will")}>
        <Answered asked={asked} isAsked={to !== null} until={t("members.join.needsTarget")}>
          {(change) => (
            <BroughtRows
              change={change}
              nothing={t("members.join.nothing")}
              own="from_account_id"
              names={{ member: name, of: target?.name ?? "" }}
            />
          )}
        </Answered>
      </DrawerPart>
    </ActDrawer>
  )
}

function toOf({ owner, isNew, name }: Target): JoinBody["to"] | null {
  if (owner === null) return null
  if (owner.type === "customer") return { customer_id: owner.id }
  return { company_id: owner.id, ...(isNew && { name }) }
}

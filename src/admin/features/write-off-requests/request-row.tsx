import { Button, Text, toast } from "@medusajs/ui"
import { useEffect, useRef, useState, type FormEvent } from "react"
import { Link } from "react-router-dom"
import type { ListedWriteOffRequestView } from "../../../types/http"
import { methodLabel } from "../../lib/labels"
import { moneyFormat } from "../../lib/money"
import { rowTitle } from "../../lib/names"
import { accountPath, reconciliationPath } from "../../lib/paths"
import { useMay } from "../../lib/use-may"
import { useWords } from "../../lib/use-words"
import { GuardedButton } from "../../ui/no-right"
import { Field } from "../account/acts/fields"
import { useAct } from "../account/use-act"
import { Refusal } from "../order/history/refusal"

type Decision = "approve" | "decline"

/** What was asked for, by whom and why, and the two answers; one who declines may say why. */
export function RequestRow({ one }: { one: ListedWriteOffRequestView }) {
  const { t, locale } = useWords()
  const act = useAct<object>()
  const [isDeclining, setDeclining] = useState(false)
  const [reason, setReason] = useState("")
  const allowed = useMay("write_off")
  const row = useFocusWithin(isDeclining)
  const amount = moneyFormat(locale, one.currency_code, one.digits).money(one.amount)
  const decide = (what: Decision) => {
    const body = what === "decline" && reason.trim() !== "" ? { reason: reason.trim() } : {}
    act.send({ path: `write-off-requests/${one.id}/${what}`, body }, () =>
      toast.success(t(`account.requests.${what === "approve" ? "approved" : "declined"}`, { amount })),
    )
  }
  return (
    <li
      ref={row}
      className="border-ui-border-base flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t px-6 py-3"
      data-request={one.id}
    >
      <div className="min-w-0">
        <Asked one={one} amount={amount} />
        {act.error && <Refusal error={act.error} right="write_off" isAct onRetry={act.again} />}
      </div>
      {isDeclining ? (
        <Declining
          amount={amount}
          reason={reason}
          isSending={act.isSending}
          onReason={setReason}
          onBack={() => setDeclining(false)}
          onDecline={() => decide("decline")}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <GuardedButton
            right="write_off"
            allowed={allowed}
            aria-disabled={act.isSending}
            aria-label={t("account.requests.declineNamed", { amount })}
            onClick={() => setDeclining(true)}
          >
            {t("account.requests.decline")}
          </GuardedButton>
          <GuardedButton
            right="write_off"
            allowed={allowed}
            aria-disabled={act.isSending}
            aria-label={t("account.requests.approveNamed", { amount })}
            onClick={() => decide("approve")}
          >
            {t("account.requests.approve")}
          </GuardedButton>
        </div>
      )}
    </li>
  )
}

/** What was pressed goes when the form comes, and the other way round: the focus goes on to what took its place. */
function useFocusWithin(isDeclining: boolean) {
  const row = useRef<HTMLLIElement>(null)
  const was = useRef(isDeclining)
  useEffect(() => {
    if (was.current === isDeclining) return
    was.current = isDeclining
    row.current?.querySelector<HTMLElement>(isDeclining ? "input" : "button")?.focus()
  }, [isDeclining])
  return row
}

function Asked({ one, amount }: { one: ListedWriteOffRequestView; amount: string }) {
  const { t, moment } = useWords()
  const to = one.order_id === null ? accountPath(one.account_id) : reconciliationPath(one.order_id)
  return (
    <>
      <Text size="small" leading="compact" className="break-words">
        <span className="font-medium tabular-nums">{amount}</span> · {methodLabel(one.kind, t)} ·{" "}
        <Link to={to} className="reconciliation-link">
          {one.display_id === null
            ? t("account.requests.ofMoney")
            : t("account.requests.ofOrder", { id: one.display_id })}
        </Link>
        {one.row !== null && one.row_title !== null && `, ${rowTitle(one.row, one.row_title, t)}`}
      </Text>
      <Text size="xsmall" leading="compact" className="text-ui-fg-subtle break-words">
        “{one.reason}”{" "}
        {t("account.requests.asked", {
          name: one.requested_by_name ?? t("account.requests.somebody"),
          when: moment(one.requested_at),
        })}
      </Text>
    </>
  )
}

interface DecliningProps {
  amount: string
  reason: string
  isSending: boolean
  onReason: (reason: string) => void
  onBack: () => void
  onDecline: () => void
}

/** Why it is declined: kept with the request, for who asked. */
function Declining({ amount, reason, isSending, onReason, onBack, onDecline }: DecliningProps) {
  const { t } = useWords()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isSending) onDecline()
  }
  return (
    <form className="flex flex-wrap items-end gap-2" onSubmit={submit} data-declining="">
      <Field label={t("account.requests.whyNot")} value={reason} onChange={onReason} maxLength={500} />
      <Button size="small" variant="secondary" type="button" onClick={onBack}>
        {t("account.drawer.cancel")}
      </Button>
      <Button
        size="small"
        variant="danger"
        type="submit"
        aria-disabled={isSending}
        aria-label={t("account.requests.declineNamed", { amount })}
      >
        {t("account.requests.decline")}
      </Button>
    </form>
  )
}

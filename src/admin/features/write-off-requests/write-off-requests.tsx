import { Container, Heading, Text, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { ListedWriteOffRequestView } from "../../../types/http"
import { request, type RequestError } from "../../lib/client"
import { methodLabel } from "../../lib/labels"
import { moneyFormat } from "../../lib/money"
import { accountPath } from "../../lib/paths"
import { useMay } from "../../lib/use-may"
import { useWords } from "../../lib/use-words"
import { GuardedButton } from "../../ui/no-right"
import { useAct } from "../account/use-act"
import { Refusal } from "../order/history/refusal"

/** Write-offs that somebody asked for and another person has to decide; nothing at all while none waits. */
export function WriteOffRequests() {
  const { t } = useWords()
  const { data = [] } = useQuery<ListedWriteOffRequestView[], RequestError>({
    queryKey: ["reconciliation", "requests"],
    queryFn: async ({ signal }) => {
      const path = "/admin/reconciliation/write-off-requests?status=pending&limit=50"
      const found = await request<{ write_off_requests: ListedWriteOffRequestView[] }>(path, { signal })
      return found.write_off_requests
    },
    staleTime: 0,
    retry: false,
  })
  if (data.length === 0) return null
  return (
    <Container className="overflow-hidden p-0" data-requests="">
      <div className="px-6 py-4">
        <Heading level="h2">{t("account.requests.title")}</Heading>
      </div>
      <ul aria-label={t("account.requests.caption")}>
        {data.map((one) => (
          <RequestRow key={one.id} one={one} />
        ))}
      </ul>
    </Container>
  )
}

function RequestRow({ one }: { one: ListedWriteOffRequestView }) {
  const { t, locale, moment } = useWords()
  const act = useAct<object>()
  const [wanted, setWanted] = useState<"approve" | "decline">("approve")
  const allowed = useMay("write_off")
  const amount = moneyFormat(locale, one.currency_code, one.digits).money(one.amount)
  const decide = (what: "approve" | "decline") => {
    setWanted(what)
    act.send({ path: `write-off-requests/${one.id}/${what}`, body: {} }, () =>
      toast.success(t(`account.requests.${what === "approve" ? "approved" : "declined"}`, { amount })),
    )
  }
  return (
    <li
      className="border-ui-border-base flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t px-6 py-3"
      data-request={one.id}
    >
      <div className="min-w-0">
        <Text size="small" leading="compact" className="break-words">
          <span className="font-medium tabular-nums">{amount}</span> · {methodLabel(one.kind, t)} ·{" "}
          <Link to={accountPath(one.account_id)} className="reconciliation-link">
            {one.display_id === null
              ? t("account.requests.ofMoney")
              : t("account.requests.ofOrder", { id: one.display_id })}
          </Link>
        </Text>
        <Text size="xsmall" leading="compact" className="text-ui-fg-subtle break-words">
          “{one.reason}”{" "}
          {t("account.requests.asked", {
            name: one.requested_by_name ?? t("account.requests.somebody"),
            when: moment(one.requested_at),
          })}
        </Text>
        {act.error && <Refusal error={act.error} right="write_off" onRetry={() => decide(wanted)} />}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {(["decline", "approve"] as const).map((what) => (
          <GuardedButton
            key={what}
            right="write_off"
            allowed={allowed}
            aria-disabled={act.isSending}
            aria-label={t(`account.requests.${what}Named`, { amount })}
            onClick={() => decide(what)}
          >
            {t(`account.requests.${what}`)}
          </GuardedButton>
        ))}
      </div>
    </li>
  )
}

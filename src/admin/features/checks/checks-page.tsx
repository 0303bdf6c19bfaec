import { CheckCircle, Clock } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { CheckView } from "../../../types/http"
import { useMay } from "../../lib/use-may"
import { useWords } from "../../lib/use-words"
import { ErrorState } from "../../ui/error-state"
import { Message, Saying } from "../../ui/message"
import { GuardedButton, NoRight } from "../../ui/no-right"
import { Stylesheet } from "../../ui/stylesheet"
import { ChecksLoading } from "./checks-loading"
import { FindingRow } from "./finding-row"
import { useCheckAct, useLastCheck } from "./use-checks"

/** What the last check of the books found, why that may be and what is to be done; and a new check. */
export default function ChecksPage() {
  const { t } = useWords()
  const { data, error, refetch } = useLastCheck()
  const mayRun = useMay("run")
  const { act, again, isSending, error: refused } = useCheckAct()
  if (!data && !error) return <ChecksLoading />
  const isForbidden = !data && (error?.status === 401 || error?.status === 403)
  return (
    <div data-reconciliation="" data-checks={data?.check?.faults ?? ""}>
      <Container className="overflow-hidden p-0">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
          <div className="flex min-w-0 flex-col gap-y-1">
            <Heading level="h1">{t("menu.checks")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("checks.about")}
            </Text>
          </div>
          {!isForbidden && (
            <GuardedButton right="run" allowed={mayRun} isLoading={isSending} onClick={() => act("")}>
              {t("checks.run")}
            </GuardedButton>
          )}
        </div>
        {isForbidden && <NoRight right="view" />}
        {error && !data && !isForbidden && <ErrorState error={error} onRetry={() => void refetch()} />}
        {refused && <ErrorState error={refused} onRetry={again} />}
        {data && <Said check={data.check} />}
        {data && data.findings.length > 0 && (
          <ul aria-label={t("menu.checks")}>
            {data.findings.map((finding) => (
              <FindingRow
                key={finding.id}
                finding={finding}
                isBusy={isSending}
                onRepair={() => act(`/${data.check?.id ?? ""}/findings/${finding.id}/repair`)}
              />
            ))}
          </ul>
        )}
      </Container>
      <Stylesheet />
    </div>
  )
}

/** What there is to say of the check as a whole. */
function Said({ check }: { check: CheckView | null }): ReactNode {
  const { t, moment } = useWords()
  if (!check)
    return (
      <div className="border-ui-border-base border-t" data-empty="never">
        <Message icon={Clock} title={t("checks.never")}>
          <Saying quiet>{t("checks.neverText")}</Saying>
        </Message>
      </div>
    )
  const when = moment(check.recorded_at)
  if (check.faults === 0)
    return (
      <div className="border-ui-border-base border-t" data-empty="fine">
        <Message icon={CheckCircle} tone="done" title={t("checks.fine")}>
          <Saying quiet>{t("checks.fineText", { count: check.invariants, when })}</Saying>
        </Message>
      </div>
    )
  return (
    <Text size="small" className="text-ui-fg-subtle border-ui-border-base border-t px-6 py-3">
      {t("checks.summary", { count: check.faults, fresh: check.fresh, when })} {t("checks.more")}
    </Text>
  )
}

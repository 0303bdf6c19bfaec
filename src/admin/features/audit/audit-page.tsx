import { ArrowDownTray, CheckCircle } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { saveFile } from "../../lib/save-file"
import { useWords } from "../../lib/use-words"
import { ErrorState } from "../../ui/error-state"
import { Message, Saying } from "../../ui/message"
import { NoRight } from "../../ui/no-right"
import { Progress } from "../../ui/progress"
import { Section } from "../../ui/section"
import { Stylesheet } from "../../ui/stylesheet"
import { auditCsv } from "./audit-csv"
import { Group } from "./found"
import { AuditStyles } from "./styles"
import { groupsOf } from "./sums"
import { useAudit, type Audit } from "./use-audit"

/** What the shop's own rows say against each other, before anything is written: read, never changed, page after page. */
export default function AuditPage() {
  const { audit, stop, goOn, again } = useAudit()
  const { t } = useWords()
  const { state, findings, error } = audit
  const groups = useMemo(() => groupsOf(findings), [findings])
  const isForbidden = error?.status === 401 || error?.status === 403
  return (
    <div data-reconciliation="" data-audit={state} className="flex flex-col gap-y-2">
      <Container className="divide-y overflow-hidden p-0">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
          <div className="flex min-w-0 flex-col gap-y-1">
            <Heading level="h1">{t("menu.audit")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("audit.about")}
            </Text>
          </div>
          {!isForbidden && (
            <div className="flex flex-wrap items-center gap-2">
              {findings.length > 0 && <SaveCsv audit={audit} />}
              {(!error || audit.orders > 0) && <Act state={state} acts={{ stop, goOn, again }} />}
            </div>
          )}
        </div>
        {(!error || audit.orders > 0) && <HowFar audit={audit} />}
        {isForbidden && <NoRight right="view" />}
        {error && !isForbidden && (
          <ErrorState
            error={error}
            unread="audit"
            onRetry={goOn}
            kept={audit.orders > 0 ? t("audit.kept") : undefined}
          />
        )}
        {state === "done" && findings.length === 0 && (
          <div data-empty="praise">
            <Message icon={CheckCircle} tone="done" title={t("audit.none")}>
              <Saying quiet>{t("audit.noneText")}</Saying>
            </Message>
          </div>
        )}
      </Container>
      {groups.map((found) => (
        <Group key={found.group} found={found} />
      ))}
      {state !== "reading" && groups.length > 0 && (
        <Section>
          <Text size="small" className="text-ui-fg-subtle px-6 py-3">
            {t("audit.afterwards")}
          </Text>
        </Section>
      )}
      <Stylesheet />
      <AuditStyles />
    </div>
  )
}

interface ActProps {
  readonly state: Audit["state"]
  readonly acts: Readonly<Record<"stop" | "goOn" | "again", () => void>>
}

/** The one thing to do now; it keeps its place. */
function Act({ state, acts }: ActProps) {
  const { t } = useWords()
  const act = state === "reading" ? "stop" : state === "done" ? "again" : "goOn"
  return (
    <Button size="small" variant="secondary" type="button" onClick={acts[act]} data-act={act}>
      {t(`audit.${act}`)}
    </Button>
  )
}

function HowFar({ audit: { state, orders, payments, total } }: { readonly audit: Audit }) {
  const { t, locale } = useWords()
  const number = (value: number) => value.toLocaleString(locale)
  const isOrders = total !== null && orders < total
  return (
    <div className="px-6 py-3" data-orders={orders} data-payments={payments}>
      {state === "reading" && (
        <Progress
          label={t("audit.reading")}
          done={orders}
          total={Math.max(total ?? 0, orders, 1)}
          things={t("audit.things")}
        />
      )}
      {(state !== "reading" || !isOrders) && (
        <Text size="small" className="text-ui-fg-subtle">
          {t(orders === 1 ? "audit.read_one" : "audit.read_other", {
            count: number(orders),
            payments: number(payments),
          })}
        </Text>
      )}
    </div>
  )
}

/** What was read so far, made a file by the browser. */
function SaveCsv({ audit }: { readonly audit: Audit }) {
  const words = useWords()
  const save = () =>
    saveFile(
      new Blob([auditCsv(audit.findings, words)], { type: "text/csv;charset=utf-8" }),
      `${words.t("audit.file")}.csv`,
    )
  return (
    <Button size="small" variant="transparent" type="button" data-download="" onClick={save}>
      <ArrowDownTray aria-hidden />
      {words.t("audit.save")}
    </Button>
  )
}

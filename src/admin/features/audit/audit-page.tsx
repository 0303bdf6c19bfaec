import { ArrowDownTray, CheckCircle } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import type { RequestError } from "../../lib/client"
import { errorWords } from "../../lib/errors"
import { setUpPath } from "../../lib/paths"
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
import { NotMigrated } from "./not-migrated"
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
  const hasRead = audit.orders > 0
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
              {(!error || hasRead) && <Act state={state} acts={{ stop, goOn, again }} />}
            </div>
          )}
        </div>
        {(!error || hasRead) && <HowFar audit={audit} />}
        {error && <Trouble error={error} hasRead={hasRead} onRetry={goOn} />}
        {state === "done" && findings.length === 0 && (
          <div data-empty="praise">
            <Message icon={CheckCircle} tone="done" title={t("audit.none")} action={<ToSetUp />}>
              <Saying quiet>{t("audit.noneText")}</Saying>
            </Message>
          </div>
        )}
      </Container>
      {groups.map((found) => (
        <Group key={found.group} found={found} isWhole={state === "done"} />
      ))}
      {state === "done" && groups.length > 0 && (
        <Section>
          <div
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4"
            data-afterwards=""
          >
            <Text
              size="small"
              className="text-ui-fg-subtle min-w-0 flex-1 text-pretty"
              style={{ flexBasis: 240 }}
            >
              {t("audit.afterwards")}
            </Text>
            <ToSetUp />
          </div>
        </Section>
      )}
      <Stylesheet />
      <AuditStyles />
    </div>
  )
}

interface TroubleProps {
  readonly error: RequestError
  readonly hasRead: boolean
  readonly onRetry: () => void
}

/** Why nothing was read, or no more. */
function Trouble({ error, hasRead, onRetry }: TroubleProps) {
  if (error.status === 401 || error.status === 403) return <NoRight right="view" />
  if (error.body?.code === "reconciliation_not_migrated") return <NotMigrated onRetry={onRetry} />
  return hasRead ? (
    <Interrupted error={error} />
  ) : (
    <ErrorState error={error} unread="audit" onRetry={onRetry} />
  )
}

/** What comes next: nothing of what was found is in its way. */
function ToSetUp() {
  const { t } = useWords()
  return (
    <Button size="small" variant="secondary" asChild>
      <Link to={setUpPath}>{t("audit.toSetUp")}</Link>
    </Button>
  )
}

/** Why it stands still, in a line: what was read is there, and the button to go on is above. */
function Interrupted({ error: { body, status } }: { readonly error: RequestError }) {
  const { t, has, serverLang } = useWords()
  const said = body && errorWords(body, { t, has })
  return (
    <div role="alert" className="px-6 py-3" data-error={body?.code ?? status ?? "network"}>
      <Text size="small" className="text-ui-fg-error" lang={said?.ofServer ? serverLang : undefined}>
        {said?.text ?? t(status === null ? "errors.network.title" : "errors.server.title")}
      </Text>
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
  const read = t(orders === 1 ? "audit.read_one" : "audit.read_other", {
    count: number(orders),
    payments: number(payments),
  })
  const kept = isOrders
    ? t("audit.partly", { count: number(orders), total: number(total) })
    : `${read} ${t("audit.kept")}`
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
          {state === "failed" || state === "stopped" ? kept : read}
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

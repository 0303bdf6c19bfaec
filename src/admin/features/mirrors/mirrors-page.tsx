import { CheckCircle } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { Link, useSearchParams } from "react-router-dom"
import type { MirrorView } from "../../../types/http"
import { mirrorsPath, reconciliationPath } from "../../lib/paths"
import { useWords } from "../../lib/use-words"
import { ErrorState } from "../../ui/error-state"
import { Message, Saying } from "../../ui/message"
import { NoRight } from "../../ui/no-right"
import { Stylesheet } from "../../ui/stylesheet"
import { MirrorSaid, mirrorReason, RetryButton } from "../../ui/mirror-said"
import { MirrorsLoading } from "./mirrors-loading"
import { useMirrors } from "./use-mirrors"
import { MoreRows } from "../../ui/more-rows"

/** Money of these books that the store's own orders do not count: which, why, since when, and another try. */
export default function MirrorsPage() {
  const { t } = useWords()
  const [address] = useSearchParams()
  const onlyRefused = address.get("state") === "refused"
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useMirrors(onlyRefused)
  const mirrors = useMemo(() => data?.pages.flatMap((page) => page.mirrors) ?? [], [data])
  if (!data && !error) return <MirrorsLoading />
  const isForbidden = !data && (error?.status === 401 || error?.status === 403)
  return (
    <div data-reconciliation="">
      <Container className="overflow-hidden p-0">
        <div className="flex flex-col gap-y-1 px-6 py-4">
          <Heading level="h1">{t("mirror.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t(onlyRefused ? "mirror.aboutRefused" : "mirror.about")}{" "}
            {onlyRefused && (
              <Link to={mirrorsPath} className="reconciliation-link">
                {t("mirror.all")}
              </Link>
            )}
          </Text>
        </div>
        {isForbidden && <NoRight right="view" />}
        {error && !data && !isForbidden && <ErrorState error={error} onRetry={() => void refetch()} />}
        {data && mirrors.length === 0 && (
          <div data-empty="mirrors" className="border-ui-border-base border-t">
            <Message
              icon={CheckCircle}
              tone="done"
              title={t(onlyRefused ? "mirror.noneRefused" : "mirror.none")}
            >
              {!onlyRefused && <Saying quiet>{t("mirror.noneText")}</Saying>}
            </Message>
          </div>
        )}
        {mirrors.length > 0 && (
          <ul aria-label={t("mirror.title")}>
            {mirrors.map((mirror) => (
              <Row key={mirror.id} mirror={mirror} />
            ))}
          </ul>
        )}
        <MoreRows
          query={{ hasNextPage, isFetchingNextPage }}
          text={t("account.list.more")}
          onMore={() => void fetchNextPage()}
        />
      </Container>
      <Stylesheet />
    </div>
  )
}

function Row({ mirror }: { mirror: MirrorView }) {
  const { t, moment, day } = useWords()
  const { id, order_id: orderId, display_id: number, next_attempt_at: next } = mirror
  return (
    <li
      data-mirror={mirrorReason(mirror)}
      className="border-ui-border-base flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t px-6 py-3"
    >
      <div className="txt-small min-w-0 flex-1 break-words">
        <Link to={reconciliationPath(orderId)} className="reconciliation-link font-medium">
          {t("mirror.order", { id: number })}
        </Link>{" "}
        <span className="text-ui-fg-subtle">{t("mirror.ofDay", { date: day(mirror.occurred_on) })}</span>
        <p>
          <MirrorSaid mirror={mirror} />
        </p>
        <p className="text-ui-fg-subtle txt-compact-xsmall mt-1" data-since="">
          {t("mirror.since", { when: moment(mirror.since) })}
          {next !== null && ` ${t("mirror.next", { when: moment(next) })}`}
        </p>
        {mirror.error !== null && (
          <p className="text-ui-fg-subtle txt-compact-xsmall" lang="en">
            {mirror.error}
          </p>
        )}
      </div>
      <RetryButton id={id} named={t("mirror.retryOf", { id: number })} />
    </li>
  )
}

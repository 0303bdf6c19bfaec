import { Container, Heading } from "@medusajs/ui"
import type { OverviewView } from "../../../types/http"
import { useOverview } from "../../lib/use-overview"
import { useWords } from "../../lib/use-words"
import { ErrorState } from "../../ui/error-state"
import { NoRight } from "../../ui/no-right"
import { Stylesheet } from "../../ui/stylesheet"
import { Ageing } from "./ageing"
import { Calm } from "./calm"
import { CheckLine } from "./check-line"
import { OverviewGrid } from "./grid"
import { LastRuns } from "./last-runs"
import { Needs } from "./needs-list"
import { needsOf } from "./needs"
import { OverviewHeader } from "./overview-header"
import { OverviewLoading } from "./overview-loading"
import { Quality } from "./quality"
import { SetUpCard } from "./set-up-card"
import { OverviewStyles } from "./styles"
import { Unapplied } from "./unapplied"
import { useSetUpStanding } from "./use-set-up-standing"

/** What needs a person, how old what is owed is, and how well money places itself. */
export default function OverviewPage() {
  const { t } = useWords()
  const { data, error, refetch } = useOverview()
  if (!data && !error) return <OverviewLoading />
  const isForbidden = !data && (error?.status === 401 || error?.status === 403)
  return (
    <div data-reconciliation="" data-overview="" className="flex flex-col gap-y-2">
      {data ? (
        <Read overview={data} />
      ) : (
        <Container className="overflow-hidden p-0">
          <div className="px-6 py-4">
            <Heading level="h1">{t("menu.title")}</Heading>
          </div>
          {isForbidden && <NoRight right="view" />}
          {error && !isForbidden && (
            <ErrorState error={error} unread="overview" onRetry={() => void refetch()} />
          )}
        </Container>
      )}
      <Stylesheet />
      <OverviewGrid />
      <OverviewStyles />
    </div>
  )
}

/** Where nothing needs anybody, what comes up stands in place of what is owed; where nothing is yet, what to begin with. */
function Read({ overview }: { overview: OverviewView }) {
  const setUp = useSetUpStanding()
  const needs = needsOf(overview)
  const isCalm = needs.length === 0
  const isEmpty = isCalm && overview.views.length === 0 && overview.quality.allocations === 0
  // Praise is for a shop that was set up; while that is not known, neither stands there.
  const isNew = isEmpty && !setUp.isError && !setUp.data?.finished
  return (
    <>
      <OverviewHeader overview={overview} />
      {!isNew && <SetUpCard />}
      <div className="reconciliation-over">
        <div className="flex flex-col gap-y-2">
          {isNew ? (
            <SetUpCard />
          ) : isCalm ? (
            <Calm overview={overview} />
          ) : (
            <>
              <Needs needs={needs} overview={overview} />
              {overview.ageing.length > 0 && <Ageing ageing={overview.ageing} />}
            </>
          )}
        </div>
        <div className="flex flex-col gap-y-2">
          {!isEmpty && <Quality quality={overview.quality} today={overview.today} />}
          {!isCalm && <Unapplied overview={overview} />}
          <LastRuns />
          <CheckLine check={overview.check} />
        </div>
      </div>
    </>
  )
}

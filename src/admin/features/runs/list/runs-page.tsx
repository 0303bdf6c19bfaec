import { Clock } from "@medusajs/icons"
import { Button, Container, Text } from "@medusajs/ui"
import { useRef } from "react"
import { Link } from "react-router-dom"
import { setUpPath } from "../../../lib/paths"
import { NoRight } from "../../../ui/no-right"
import { Stylesheet } from "../../../ui/stylesheet"
import { Header } from "../../lists/list-header"
import { ReconcileAll } from "../../lists/reconcile-all"
import { ListStyles } from "../../lists/styles"
import { useListSpeech } from "../../lists/use-list-speech"
import { FreshRun } from "../fresh/fresh-run"
import { RunStyles } from "../styles"
import { useNightly, useRuns } from "../use-runs"
import { RunsBody } from "./runs-body"

/** Every run over many accounts: who began it, over what, how far it is, what it did; and a new one. */
export default function RunsPage() {
  const { t } = useListSpeech()
  const query = useRuns()
  const page = useRef<HTMLDivElement>(null)
  const status = query.data ? null : query.error?.status
  const isForbidden = status === 401 || status === 403
  const nightly = useNightly(!isForbidden)
  return (
    <div ref={page} data-reconciliation="" data-list="runs">
      <Container className="reconciliation-list-card p-0">
        <Header title={t("menu.runs")} about={t("runs.about")}>
          {!isForbidden && (
            <div className="flex flex-wrap gap-2">
              <Button size="small" variant="secondary" asChild>
                <Link to={setUpPath}>{t("menu.oldOrders")}</Link>
              </Button>
              <ReconcileAll isPrimary={query.data !== undefined || query.error === null} />
            </div>
          )}
        </Header>
        {nightly && (
          <div
            className="border-ui-border-base flex items-center gap-x-2 border-t px-6 py-2.5"
            data-nightly={nightly}
          >
            <Clock aria-hidden className="text-ui-fg-subtle shrink-0" />
            <Text size="small" className="text-ui-fg-subtle">
              {t(`runs.nightly.${nightly}`)}
            </Text>
          </div>
        )}
        {isForbidden ? <NoRight right="view" /> : <RunsBody page={page} query={query} />}
      </Container>
      {!isForbidden && <FreshRun />}
      <Stylesheet />
      <ListStyles />
      <RunStyles />
    </div>
  )
}

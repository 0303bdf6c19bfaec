import { Container } from "@medusajs/ui"
import { useRef, type ReactNode } from "react"
import type { ActPlace, PaymentPlace } from "../../../ui/beside"
import { MorePanel } from "../../../ui/more-panel"
import { NoRight } from "../../../ui/no-right"
import { Stylesheet } from "../../../ui/stylesheet"
import { DownloadAll } from "../download/download-all"
import { Header } from "../list-header"
import { Search } from "../sought/search"
import { Tab } from "../sought/tab"
import { useSoughtAs } from "../sought/use-sought"
import { ViewsLine } from "../sought/views-line"
import { ListStyles } from "../styles"
import { useListSpeech } from "../use-list-speech"
import { InstalmentActs } from "./instalment-acts"
import { InstalmentsBody } from "./instalments-body"
import { IN_ADDRESS, VIEWS } from "./sought"
import { InstalmentStyles } from "./styles"
import { SumsStrip } from "./sums-strip"
import { useInstalmentDownload } from "./use-download"
import { useInstalments, useInstalmentTotals } from "./use-instalments"

export interface InstalmentsPageProps {
  /** Drawers of other features; the route gives them, for features know nothing of each other. */
  readonly payment: (place: PaymentPlace) => ReactNode
  readonly act: (place: ActPlace) => ReactNode
}

/** Planned payments of all accounts: what is to come, late, failed or paid, and what to do about it. */
export default function InstalmentsPage({ payment, act }: InstalmentsPageProps) {
  const { t } = useListSpeech()
  const { sought, seek } = useSoughtAs(IN_ADDRESS)
  const query = useInstalments(sought)
  const status = query.data ? null : query.error?.status
  const isForbidden = status === 401 || status === 403
  // The rows first: the sums pass over every plan of the store.
  const { data: totals, error } = useInstalmentTotals(sought.q, !isForbidden && query.isFetched)
  const download = useInstalmentDownload(sought)
  const page = useRef<HTMLDivElement>(null)
  return (
    <MorePanel>
      <InstalmentActs payment={payment} act={act}>
        <div ref={page} data-reconciliation="" data-list="instalments">
          <Container className="reconciliation-list-card p-0">
            <Header title={t("menu.instalments")} about={t("instalments.about")}>
              {!isForbidden && <DownloadAll saveAll={download.saveAll} read={download.read} />}
            </Header>
            {isForbidden ? (
              <NoRight right="view" />
            ) : (
              <>
                <SumsStrip totals={totals} isFailed={error !== null} />
                <div className="border-ui-border-base flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t px-6 py-3">
                  <ViewsLine label={t("lists.views.label")}>
                    {VIEWS.map((view) => (
                      <Tab
                        key={view}
                        name={view}
                        count={totals?.[view]}
                        isOn={sought.view === view}
                        onChoose={() => seek({ view })}
                      >
                        {t(`instalments.views.${view}`)}
                      </Tab>
                    ))}
                  </ViewsLine>
                  <Search
                    q={sought.q}
                    hint={t("instalments.search")}
                    label={t("instalments.searchLabel")}
                    onSeek={(q) => seek({ q }, { replace: true })}
                  />
                </div>
                <InstalmentsBody
                  key={`${sought.view} ${sought.q}`}
                  page={page}
                  query={query}
                  totals={totals}
                  sought={sought}
                  seek={seek}
                  onSave={download.save}
                />
              </>
            )}
          </Container>
          <Stylesheet />
          <ListStyles />
          <InstalmentStyles />
        </div>
      </InstalmentActs>
    </MorePanel>
  )
}

import { Container } from "@medusajs/ui"
import { useMemo, useRef, type ReactNode } from "react"
import type { ListedTransactionView } from "../../../types/http"
import { useToday } from "../../lib/use-today"
import type { PaymentPlace } from "../../ui/beside"
import { MorePanel } from "../../ui/more-panel"
import { NoRight } from "../../ui/no-right"
import { Stylesheet } from "../../ui/stylesheet"
import { RowActs } from "./acts/row-acts"
import { ListBody } from "./list-body"
import { ListHeader } from "./list-header"
import { ListProvider, narrowedBy } from "./list-context"
import { FilterBar } from "./sought/filter-bar"
import type { Show } from "./sought/sought"
import { useSought } from "./sought/use-sought"
import { ViewsBar } from "./sought/views-bar"
import { ListStyles } from "./styles"
import { TotalsStrip } from "./totals-strip"
import { useList, useTotals } from "./use-list"

export interface ListPageProps {
  /** The drawer in which a payment is recorded; the route gives it, for features know nothing of each other. */
  readonly payment: (place: PaymentPlace) => ReactNode
}

/** A list of transactions of all accounts: what narrows it, what it comes to, its rows, and what can be done to them. */
export function ListPage({ show, payment }: ListPageProps & { readonly show: Show }) {
  const { sought, seek } = useSought()
  const today = useToday()
  const asked = { show, sought, today }
  const query = useList(asked)
  const isForbidden = query.error !== null && !query.data && isRefusal(query.error.status)
  const totals = useTotals(asked, show === "unreconciled" && !isForbidden)
  const accounts = useMemo(() => accountsOf(query.data?.pages ?? []), [query.data])
  const page = useRef<HTMLDivElement>(null)
  const view = useMemo(() => ({ show, today, sought, seek }), [show, today, sought, seek])
  return (
    <ListProvider value={view}>
      <MorePanel>
        <RowActs payment={payment}>
          <div ref={page} data-reconciliation="" data-list={show}>
            <Container className="reconciliation-list-card p-0">
              <ListHeader isForbidden={isForbidden} accounts={accounts} />
              {isForbidden ? (
                <NoRight right="view" />
              ) : (
                <>
                  {show === "unreconciled" && (
                    <TotalsStrip totals={totals.data} isFailed={totals.error !== null} />
                  )}
                  <ViewsBar totals={totals.data} />
                  <FilterBar totals={totals.data} />
                  <ListBody key={narrowedBy(sought)} page={page} query={query} totals={totals.data} />
                </>
              )}
            </Container>
            <Stylesheet />
            <ListStyles />
          </div>
        </RowActs>
      </MorePanel>
    </ListProvider>
  )
}

/** Each account of what is listed, once. */
const accountsOf = (
  pages: readonly { readonly transactions: readonly ListedTransactionView[] }[],
): string[] => [
  ...new Set(pages.flatMap(({ transactions }) => transactions.map(({ owner }) => owner.account_id))),
]

const isRefusal = (status: number | null): boolean => status === 401 || status === 403

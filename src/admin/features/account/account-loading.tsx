import { Container, Skeleton } from "@medusajs/ui"
import { useWords } from "../../lib/use-words"
import { Stylesheet } from "../../ui/stylesheet"
import { RowsLoading } from "./ledger/rows-loading"

const FIGURES = [0, 1, 2, 3]

/** Stands in for the page, at the height that it will have; nothing is drawn in the first moment. */
export function AccountLoading() {
  const { t } = useWords()
  return (
    <div data-reconciliation="" aria-busy>
      <output className="sr-only">{t("account.loading")}</output>
      <div aria-hidden data-loading="" className="reconciliation-late flex flex-col gap-y-2">
        <Container className="divide-y overflow-hidden p-0">
          <div className="flex flex-col gap-y-2 px-6 py-4">
            <Skeleton className="h-7" style={{ width: 220 }} />
            <Skeleton className="h-5" style={{ width: "50%" }} />
          </div>
          <div className="reconciliation-figures">
            {FIGURES.map((figure) => (
              <div key={figure} className="flex flex-col gap-y-1">
                <Skeleton className="h-4" style={{ width: 80 }} />
                <Skeleton className="h-6" style={{ width: 110 }} />
                <Skeleton className="h-4" style={{ width: 130 }} />
              </div>
            ))}
          </div>
        </Container>
        <Container className="overflow-hidden p-0">
          <div className="px-6 py-3">
            <Skeleton className="h-5" style={{ width: 200 }} />
          </div>
          <RowsLoading />
        </Container>
      </div>
      <Stylesheet />
    </div>
  )
}

import { Container, Skeleton } from "@medusajs/ui"
import { useWords } from "../../lib/use-words"
import { Stylesheet } from "../../ui/stylesheet"
import { FiguresLoading } from "./figures-loading"
import { RowsLoading } from "./ledger/rows-loading"

/** Stands in for the page, at the height that it will have; nothing is drawn in the first moment. */
export function AccountLoading() {
  const { t } = useWords()
  return (
    <div data-reconciliation="" aria-busy>
      <output className="sr-only">{t("account.loading")}</output>
      <div aria-hidden data-loading="" className="reconciliation-late flex flex-col gap-y-2">
        <FiguresLoading titleWidth={220} />
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

import { Container, Skeleton } from "@medusajs/ui"
import { useWords } from "../../../lib/use-words"
import { Stylesheet } from "../../../ui/stylesheet"
import { RowsLoading } from "../ledger/rows-loading"

/** The list's shape while it is read. */
export function ListLoading() {
  const { t } = useWords()
  return (
    <div data-reconciliation="" aria-busy>
      <output className="sr-only">{t("account.list.loading")}</output>
      <Container className="overflow-hidden p-0" aria-hidden data-loading="">
        <div className="reconciliation-late flex flex-col gap-y-2 px-6 py-4">
          <Skeleton className="h-7" style={{ width: 140 }} />
          <Skeleton className="h-5" style={{ width: "40%" }} />
        </div>
        <RowsLoading />
      </Container>
      <Stylesheet />
    </div>
  )
}

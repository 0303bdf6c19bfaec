import { Container } from "@medusajs/ui"
import { useWords } from "../../../lib/use-words"
import { FiguresLoading } from "../../account/figures-loading"
import { RowsLoading } from "../../account/ledger/rows-loading"

/** The page while it is read, at the height that it will have; nothing is drawn in the first moment. */
export function RunLoading() {
  const { t } = useWords()
  return (
    <>
      <output className="sr-only">{t("menu.loadingRuns")}</output>
      <div aria-hidden data-loading="" className="reconciliation-late flex flex-col gap-y-2">
        <FiguresLoading titleWidth={160} />
        <Container className="overflow-hidden p-0">
          <RowsLoading />
        </Container>
      </div>
    </>
  )
}

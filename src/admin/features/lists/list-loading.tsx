import { Container, Heading } from "@medusajs/ui"
import { useWords } from "../../lib/use-words"
import { Stylesheet } from "../../ui/stylesheet"
import { RowsLoading } from "../account/ledger/rows-loading"

/** The list's shape while the page itself is on its way; its heading is there at once. */
export function ListLoading({ title }: { title: "unreconciled" | "transactions" | "instalments" }) {
  const { t } = useWords()
  return (
    <div data-reconciliation="" aria-busy>
      <Container className="overflow-hidden p-0">
        <div className="px-6 py-4">
          <Heading level="h1">{t(`menu.${title}`)}</Heading>
        </div>
        <output className="sr-only">
          {t(title === "instalments" ? "menu.loadingInstalments" : "menu.loading")}
        </output>
        <RowsLoading />
      </Container>
      <Stylesheet />
    </div>
  )
}

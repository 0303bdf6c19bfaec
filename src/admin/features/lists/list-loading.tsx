import { Container, Heading } from "@medusajs/ui"
import { useWords } from "../../lib/use-words"
import { Stylesheet } from "../../ui/stylesheet"
import { RowsLoading } from "../account/ledger/rows-loading"

const LOADING = {
  unreconciled: "menu.loading",
  transactions: "menu.loading",
  instalments: "menu.loadingInstalments",
  runs: "menu.loadingRuns",
} as const

type Title = keyof typeof LOADING

/** The list's shape while the page itself is on its way; its heading is there at once. */
export function ListLoading({ title }: { title: Title }) {
  const { t } = useWords()
  return (
    <div data-reconciliation="" aria-busy>
      <Container className="overflow-hidden p-0">
        <div className="px-6 py-4">
          <Heading level="h1">{t(`menu.${title}`)}</Heading>
        </div>
        <output className="sr-only">{t(LOADING[title])}</output>
        <RowsLoading />
      </Container>
      <Stylesheet />
    </div>
  )
}

import { Container, Heading, Skeleton } from "@medusajs/ui"
import { useWords } from "../../lib/use-words"
import { Stylesheet } from "../../ui/stylesheet"

const LOADING = {
  unreconciled: "menu.loading",
  transactions: "menu.loading",
  instalments: "menu.loadingInstalments",
  runs: "menu.loadingRuns",
} as const

type Title = keyof typeof LOADING

const [TOTALS, SUMS, TABS, FILTERS, HEADS, ROW] = [86, 66, 53, 49, 35, 41] as const

/** How high what stands over the rows will be, in pixels; its words come with the page. */
const OVER: Readonly<Record<Title, readonly number[]>> = {
  unreconciled: [TOTALS, TABS, FILTERS, HEADS],
  transactions: [TABS, FILTERS, HEADS],
  instalments: [SUMS, TABS, HEADS],
  runs: [HEADS],
}
const ROWS = [0, 1, 2, 3, 4, 5, 6, 7]

/** The list's shape while the page itself is on its way; its heading is there at once. */
export function ListLoading({ title }: { title: Title }) {
  const { t } = useWords()
  return (
    <div data-reconciliation="" aria-busy>
      <Container className="overflow-hidden p-0">
        <div className="flex flex-col gap-y-1 px-6 py-4">
          <Heading level="h1">{t(`menu.${title}`)}</Heading>
          <Skeleton aria-hidden className="reconciliation-late h-5" style={{ width: "min(100%, 320px)" }} />
        </div>
        <output className="sr-only">{t(LOADING[title])}</output>
        <div aria-hidden className="reconciliation-late">
          {[...OVER[title], ...ROWS.map(() => ROW)].map((height, place) => (
            <div
              // oxlint-disable-next-line react/no-array-index-key -- bands have nothing else to be told apart by
              key={place}
              className="border-ui-border-base flex items-center border-t px-6"
              style={{ height }}
            >
              <Skeleton className="h-4" style={{ width: place < OVER[title].length ? 240 : "100%" }} />
            </div>
          ))}
        </div>
      </Container>
      <Stylesheet />
    </div>
  )
}

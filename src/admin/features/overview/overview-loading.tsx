import { Container, Heading, Skeleton } from "@medusajs/ui"
import { useWords } from "../../lib/use-words"
import { Stylesheet } from "../../ui/stylesheet"
import { OverviewGrid } from "./grid"

/** The page while it is read, at the geometry that it will have; its headings are there as soon as their words are. */
export function OverviewLoading() {
  const { t } = useWords()
  return (
    <div data-reconciliation="" aria-busy className="flex flex-col gap-y-2">
      <Container className="flex flex-col gap-y-1 overflow-hidden px-6 py-4">
        <Heading level="h1">{t("menu.title")}</Heading>
        <Skeleton aria-hidden className="reconciliation-late h-5" style={{ width: "min(100%, 320px)" }} />
      </Container>
      <output className="sr-only">{t("loading")}</output>
      <div aria-hidden data-loading="" className="reconciliation-over reconciliation-late">
        <div className="flex flex-col gap-y-2">
          <Ghost title="overview.needs.title" rows={5} height="h-8" />
          <Ghost title="overview.ageing.title" rows={6} height="h-4" />
        </div>
        <div className="flex flex-col gap-y-2">
          <Ghost title="overview.quality.title" rows={8} height="h-4" />
          <Ghost title="overview.unapplied.title" rows={3} height="h-4" />
        </div>
      </div>
      <Stylesheet />
      <OverviewGrid />
    </div>
  )
}

interface GhostProps {
  /** Its late words, which may not be there yet. */
  readonly title: string
  readonly rows: number
  readonly height: string
}

/** A card with its head and so many rows. */
function Ghost({ title, rows, height }: GhostProps) {
  const { t, has } = useWords()
  return (
    <Container className="divide-y overflow-hidden p-0">
      <div className="px-6 py-3">
        {has(title) ? (
          <h2 className="txt-compact-small-plus text-ui-fg-base">{t(title)}</h2>
        ) : (
          <Skeleton className="h-5" style={{ width: 140 }} />
        )}
      </div>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="px-6 py-2">
          <Skeleton className={height} style={{ width: "100%" }} />
        </div>
      ))}
    </Container>
  )
}

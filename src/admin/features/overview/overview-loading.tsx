import { Container, Heading, Skeleton } from "@medusajs/ui"
import { useWords } from "../../lib/use-words"
import { Stylesheet } from "../../ui/stylesheet"
import { OverviewGrid } from "./grid"

const rows = (count: number, height: string) =>
  Array.from({ length: count }, (_, row) => (
    <Skeleton key={row} className={height} style={{ width: "100%" }} />
  ))

/** The page while it is read, at the geometry that it will have; its heading is there at once. */
export function OverviewLoading() {
  const { t } = useWords()
  return (
    <div data-reconciliation="" aria-busy className="flex flex-col gap-y-2">
      <Container className="overflow-hidden px-6 py-4">
        <Heading level="h1">{t("menu.title")}</Heading>
        <Skeleton aria-hidden className="reconciliation-late h-5" style={{ width: "min(100%, 320px)" }} />
      </Container>
      <output className="sr-only">{t("loading")}</output>
      <div aria-hidden data-loading="" className="reconciliation-over reconciliation-late">
        <div className="flex flex-col gap-y-2">
          <Container className="flex flex-col gap-y-4 overflow-hidden px-6 py-4">{rows(6, "h-10")}</Container>
          <Container className="flex flex-col gap-y-3 overflow-hidden px-6 py-4">{rows(6, "h-4")}</Container>
        </div>
        <div className="flex flex-col gap-y-2">
          <Container className="flex flex-col gap-y-3 overflow-hidden px-6 py-4">{rows(9, "h-5")}</Container>
          <Container className="flex flex-col gap-y-3 overflow-hidden px-6 py-4">{rows(3, "h-5")}</Container>
        </div>
      </div>
      <Stylesheet />
      <OverviewGrid />
    </div>
  )
}

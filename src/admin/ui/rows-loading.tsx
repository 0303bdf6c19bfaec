import { Container, Heading, Skeleton } from "@medusajs/ui"
import { useWords } from "../lib/use-words"
import { Stylesheet } from "./stylesheet"

/** A page of rows while it is read, at the height that they will have. */
export function RowsLoading({ title }: { readonly title: string }) {
  const { t } = useWords()
  return (
    <div data-reconciliation="">
      <Container className="overflow-hidden p-0">
        <div className="px-6 py-4">
          <Heading level="h1">{title}</Heading>
        </div>
        <output className="sr-only">{t("loading")}</output>
        <div
          aria-hidden
          data-loading=""
          className="reconciliation-late border-ui-border-base flex flex-col gap-y-4 border-t px-6 py-4"
        >
          {[0, 1, 2].map((row) => (
            <Skeleton key={row} className="h-5" style={{ width: "100%" }} />
          ))}
        </div>
      </Container>
      <Stylesheet />
    </div>
  )
}

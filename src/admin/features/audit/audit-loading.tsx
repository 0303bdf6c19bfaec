import { Container, Heading, Skeleton } from "@medusajs/ui"
import { useWords } from "../../lib/use-words"
import { Stylesheet } from "../../ui/stylesheet"

/** The page before it is there, with its heading. */
export function AuditLoading() {
  const { t } = useWords()
  return (
    <div data-reconciliation="" aria-busy>
      <Container className="divide-y overflow-hidden p-0">
        <div className="px-6 py-4">
          <Heading level="h1">{t("menu.audit")}</Heading>
        </div>
        <output className="sr-only">{t("loading")}</output>
        <div aria-hidden className="reconciliation-late px-6 py-4">
          <Skeleton className="h-5" style={{ width: "100%" }} />
        </div>
      </Container>
      <Stylesheet />
    </div>
  )
}

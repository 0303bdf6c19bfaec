import { Skeleton } from "@medusajs/ui"
import { useWords } from "../../lib/use-words"
import { Section } from "../../ui/section"
import { Stylesheet } from "../../ui/stylesheet"

const LINES = 6

/** Stands in for a receipt, at about the height that it will have. */
export function ReceiptLoading() {
  const { t } = useWords()
  return (
    <div data-reconciliation="" aria-busy>
      <output className="sr-only">{t("receiptPage.loading")}</output>
      <div aria-hidden data-loading="">
        <Section>
          <div className="flex flex-col gap-y-2 px-6 py-4">
            <Skeleton className="h-7" style={{ width: 220 }} />
            <Skeleton className="h-5" style={{ width: "40%" }} />
          </div>
          <div className="flex flex-col gap-y-3 px-6 py-4">
            {Array.from({ length: LINES }, (_, line) => (
              <Skeleton key={line} className="h-5 w-full" />
            ))}
          </div>
        </Section>
      </div>
      <Stylesheet />
    </div>
  )
}

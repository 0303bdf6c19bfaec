import { Heading, Skeleton } from "@medusajs/ui"
import { useWords } from "../../lib/use-words"
import { Section } from "../../ui/section"

const ROWS = [1, 2, 3, 4, 5, 6, 7]

/** The page while it is read, in its own geometry. */
export function SettingsLoading() {
  const { t } = useWords()
  return (
    <Section>
      <div className="px-6 py-4" aria-busy data-loading="">
        <Heading level="h1">{t("menu.title")}</Heading>
        <output className="sr-only">{t("menu.loadingSettings")}</output>
      </div>
      {ROWS.map((row) => (
        <div key={row} className="reconciliation-setting" aria-hidden>
          <Skeleton className="h-4" />
          <Skeleton className="h-4" />
        </div>
      ))}
    </Section>
  )
}

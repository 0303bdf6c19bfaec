import { clx, Skeleton } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useWords } from "../../lib/use-words"
import { Stylesheet } from "../../ui/stylesheet"
import { Section } from "../../ui/section"

/** What comes sooner than this needs no skeleton, which would only flash. */
const PATIENCE_MS = 200
const FIGURES = 4

/** Stands in for the page, at the height that it will have. */
export function CodeLoading() {
  const { t } = useWords()
  const late = useIsLate()
  return (
    <div data-reconciliation="" aria-busy>
      <output className="sr-only">{t("codePage.loading")}</output>
      <div
        aria-hidden
        data-loading=""
        className={clx("flex flex-col gap-y-2", !late && "reconciliation-unseen")}
      >
        <Section>
          <div className="flex flex-col gap-y-2 px-6 py-4">
            <Skeleton className="h-7" style={{ width: 180 }} />
            <Skeleton className="h-5" style={{ width: "50%" }} />
          </div>
          <div className="reconciliation-figures">
            {Array.from({ length: FIGURES }, (_, figure) => (
              <div key={figure} className="flex flex-col gap-y-1">
                <Skeleton className="h-4" style={{ width: 80 }} />
                <Skeleton className="h-6" style={{ width: 110 }} />
                <Skeleton className="h-4" style={{ width: 130 }} />
              </div>
            ))}
          </div>
        </Section>
        <Section>
          <div className="px-6 py-2.5">
            <Skeleton className="h-5" style={{ width: 120 }} />
          </div>
          <div className="p-6" style={{ height: 500 }}>
            <Skeleton className="h-full w-full" />
          </div>
        </Section>
      </div>
      <Stylesheet />
    </div>
  )
}

function useIsLate(): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), PATIENCE_MS)
    return () => window.clearTimeout(timer)
  }, [])
  return late
}

import { Skeleton } from "@medusajs/ui"
import { useWords } from "../../lib/use-words"

/** In the place of a step while the set-up is read. */
export function SetUpLoading() {
  const { t } = useWords()
  return (
    <div className="reconciliation-set-up-body" aria-busy>
      <div className="reconciliation-set-up-column">
        <span className="sr-only">{t("setUp.loading")}</span>
        {["40%", "70%", "100%", "90%", "60%"].map((width) => (
          <Skeleton key={width} className="h-6" style={{ width }} />
        ))}
      </div>
    </div>
  )
}

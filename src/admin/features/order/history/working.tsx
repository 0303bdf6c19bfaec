import { Skeleton } from "@medusajs/ui"
import { useWords } from "../../../lib/use-words"

/** While it is worked out what taking something back would change. */
export function Working() {
  const { t } = useWords()
  return (
    <div className="flex flex-col gap-y-2 py-1">
      <span className="sr-only">{t("takingBack.working")}</span>
      {["70%", "45%", "60%"].map((width) => (
        <Skeleton key={width} className="h-4" style={{ width }} />
      ))}
    </div>
  )
}

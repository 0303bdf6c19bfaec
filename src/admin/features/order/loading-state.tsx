import { Skeleton } from "@medusajs/ui"
import { useWords } from "../../lib/use-words"
import { Legend } from "./legend"

/** Stands in for the matrix at its height: the host already knows how many rows the order has. */
export function LoadingState({ rows }: { rows: number }) {
  const { t } = useWords()
  return (
    <div data-loading="">
      <output className="sr-only">{t("loading")}</output>
      <div aria-hidden className="flex flex-col">
        <div
          className="bg-ui-bg-subtle border-ui-border-base flex items-end border-b px-6 pb-2"
          style={{ height: 125 }}
        >
          <Skeleton className="h-4 w-full" />
        </div>
        {Array.from({ length: rows }, (_, row) => (
          <div
            key={row}
            className="border-ui-border-base flex items-center gap-x-4 border-b px-6"
            style={{ height: 61 }}
          >
            <Skeleton className="h-4" style={{ width: "40%" }} />
            <Skeleton className="h-4 flex-1" />
          </div>
        ))}
        <div style={{ height: 74 }} />
        <div className="invisible">
          <Legend />
        </div>
      </div>
    </div>
  )
}

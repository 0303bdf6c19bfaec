import { Skeleton } from "@medusajs/ui"
import { useWords } from "../hooks/use-words"
import { Legend } from "./legend"

/** Stands in for the matrix at its height: the host already knows how many rows the order has. */
export function LoadingState({ rows }: { rows: number }) {
  const { t } = useWords()
  return (
    <div data-loading="">
      <output className="sr-only">{t("loading")}</output>
      <div aria-hidden className="flex flex-col">
        <div className="bg-ui-bg-subtle border-ui-border-base flex h-[125px] border-b items-end px-6 pb-2">
          <Skeleton className="h-4 w-full" />
        </div>
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="border-ui-border-base flex h-[61px] items-center gap-x-6 border-b px-6">
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="h-4 flex-1" />
          </div>
        ))}
        <div className="h-[74px]" />
        <div className="invisible">
          <Legend />
        </div>
      </div>
    </div>
  )
}

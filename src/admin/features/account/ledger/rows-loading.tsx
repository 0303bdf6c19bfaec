import { Skeleton } from "@medusajs/ui"

/** Rows at the height that they will have. */
export function RowsLoading() {
  return (
    <div
      aria-hidden
      className="reconciliation-late border-ui-border-base flex flex-col gap-y-4 border-t px-6 py-4"
    >
      {[0, 1, 2, 3, 4, 5, 6, 7].map((row) => (
        <Skeleton key={row} className="h-5" style={{ width: "100%" }} />
      ))}
    </div>
  )
}

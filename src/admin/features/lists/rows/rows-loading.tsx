import { clx, Skeleton } from "@medusajs/ui"
import { useWords } from "../../../lib/use-words"

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const WIDTHS = [16, 44, 120, 150, 60, 220, 70, 30, 110]

/** Rows at the height that they will have; nothing is drawn in the first moment. */
export function RowsLoading({
  isNarrow = false,
  words = "menu.loading",
}: {
  isNarrow?: boolean
  /** What is said to who hears the page. */
  words?: string
}) {
  const { t } = useWords()
  return (
    <>
      <output className="sr-only">{t(words)}</output>
      <div aria-hidden data-loading="" className="reconciliation-late">
        {ROWS.map((row) => (
          <div
            key={row}
            className={clx(
              "border-ui-border-base items-center border-t px-6 py-2.5",
              isNarrow ? "flex justify-between gap-x-4" : "reconciliation-list-ghost",
            )}
            style={{ opacity: 1 - row * 0.07 }}
          >
            {(isNarrow ? [180, 80] : WIDTHS).map((width) => (
              <Skeleton
                key={width}
                className="h-5"
                style={{ width: width > 60 ? width - ((row * 17) % 40) : width }}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  )
}

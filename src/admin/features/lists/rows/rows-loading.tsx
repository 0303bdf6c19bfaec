import { clx, Skeleton } from "@medusajs/ui"
import { useWords } from "../../../lib/use-words"

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const WIDTHS = [16, 44, 120, 150, 60, 220, 70, 30, 110]

/** How long what stands in a column usually is, in pixels. */
const LENGTHS: Readonly<Record<string, number>> = {
  select: 16,
  more: 28,
  menu: 28,
  date: 44,
  due: 60,
  transaction: 120,
  owner: 140,
  kept: 140,
  state: 60,
  order: 30,
  code: 24,
  why: 220,
  means: 56,
  amount: 84,
  open: 84,
  age: 28,
  step: 126,
  run: 16,
  started: 104,
  by: 76,
  scope: 96,
  placed: 24,
  result: 190,
  took: 48,
}

interface GhostRowsProps {
  /** The columns of the table, the first to the last. */
  readonly heads: readonly string[]
  /** Those of them that stand at the end of their column. */
  readonly figures: ReadonlySet<string>
}

/** What a table shows while its rows are on their way: in its own columns, so that nothing moves when they come. */
export function GhostRows({ heads, figures }: GhostRowsProps) {
  return (
    <tbody aria-hidden data-loading="" className="reconciliation-late">
      {ROWS.map((row) => (
        <tr key={row} style={{ opacity: 1 - row * 0.07 }}>
          {heads.map((head) => (
            <td
              key={head}
              data-figure={figures.has(head) ? "" : undefined}
              data-means={head === "means" ? "" : undefined}
              data-sticky={head === "step" ? "" : undefined}
            >
              <Bar width={lengthOf(head, row)} />
              {/* The menu of the row has its place beside the step. */}
              {head === "step" && (
                <>
                  {" "}
                  <Bar width={28} />
                </>
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

const Bar = ({ width }: { readonly width: number }) => (
  <Skeleton className="h-4" style={{ display: "inline-block", width }} />
)

function lengthOf(head: string, row: number): number {
  const length = LENGTHS[head] ?? 0
  return length > 100 && head !== "step" ? length - ((row * 17) % 40) : length
}

/** As high as a row with its reason and its button. */
const NARROW_PX = 101

const NarrowGhost = () => (
  <>
    <span className="flex flex-col gap-y-2">
      <Skeleton className="h-4" style={{ width: 150 }} />
      <Skeleton className="h-4" style={{ width: 190 }} />
      <Skeleton className="h-7" style={{ width: 120 }} />
    </span>
    <Skeleton className="h-4" style={{ width: 72 }} />
  </>
)

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
              "border-ui-border-base border-t",
              isNarrow
                ? "flex items-start justify-between gap-x-4 px-4 py-3"
                : "reconciliation-list-ghost items-center px-6 py-2.5",
            )}
            style={{ opacity: 1 - row * 0.07, minHeight: isNarrow ? NARROW_PX : undefined }}
          >
            {isNarrow ? (
              <NarrowGhost />
            ) : (
              WIDTHS.map((width) => (
                <Skeleton
                  key={width}
                  className="h-5"
                  style={{ width: width > 60 ? width - ((row * 17) % 40) : width }}
                />
              ))
            )}
          </div>
        ))}
      </div>
    </>
  )
}

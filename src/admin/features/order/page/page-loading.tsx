import { Container, Skeleton } from "@medusajs/ui"
import { useWords } from "../../../lib/use-words"
import { Stylesheet } from "../../../ui/stylesheet"

/** How wide the names of items are, in per cent: unlike each other, as names are. */
const ROWS = [34, 48, 36, 47, 37] as const
const COLUMNS = [0, 1, 2, 3, 4] as const
const NAME = { flex: "1 0 120px" } as const
/** Those that do not fit beside the name go to lines that nobody sees. */
const AMOUNTS = {
  display: "flex",
  flexWrap: "wrap",
  justifyContent: "end",
  gap: 16,
  flex: "0 1 384px",
  height: 14,
  overflow: "hidden",
} as const

/** The page's shape while it is read: the parts have their places at once, and are drawn after a moment. */
export function PageLoading() {
  const { t } = useWords()
  return (
    <div className="flex flex-col gap-y-2" aria-busy data-reconciliation="" data-loading="">
      <output className="sr-only">{t("loading")}</output>
      <Container className="divide-y p-0" aria-hidden>
        <div className="flex flex-col gap-y-3 px-6 py-4">
          <Bone width={180} height={24} />
          <Bone width="min(60%, 420px)" height={14} />
        </div>
        <div className="flex flex-col gap-y-3 px-6 py-4">
          <Bone width="100%" height={8} />
          <Bone width="min(50%, 300px)" height={14} />
        </div>
      </Container>
      <Container className="divide-y p-0" aria-hidden>
        {ROWS.map((name) => (
          <div key={name} className="flex items-center justify-between gap-x-4 px-6" style={{ height: 37 }}>
            <span style={NAME}>
              <Bone width={`${name}%`} height={14} />
            </span>
            <span style={AMOUNTS}>
              {COLUMNS.map((column) => (
                <Bone key={column} width={64} height={14} />
              ))}
            </span>
          </div>
        ))}
      </Container>
      <Stylesheet />
    </div>
  )
}

function Bone({ width, height }: { width: number | string; height: number }) {
  const background = "var(--bg-component-pressed)"
  return <Skeleton className="reconciliation-late min-w-0" style={{ width, height, background }} />
}

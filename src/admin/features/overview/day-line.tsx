import type { OverviewView } from "../../../types/http"
import { useWords } from "../../lib/use-words"
import { pointsOf, shareOf } from "./figures"
import { usePercent } from "./use-percent"

const [WIDTH, HEIGHT, EDGE] = [352, 40, 3] as const

interface DayLineProps {
  readonly days: OverviewView["quality"]["days"]
  readonly since: string
  readonly today: string
}

/** The share that was placed by itself, day by day, from its least to its most. */
export function DayLine({ days, since, today }: DayLineProps) {
  const { t } = useWords()
  const percent = usePercent()
  const shares = pointsOf(days, since, today)
  const rates = days.map(({ allocations, automatic }) => shareOf(automatic, allocations, "down"))
  const [least, most] = [
    Math.min(...shares.map(({ share }) => share)),
    Math.max(...shares.map(({ share }) => share)),
  ]
  const height = (share: number): number =>
    most === least ? HEIGHT / 2 : HEIGHT - EDGE - ((share - least) / (most - least)) * (HEIGHT - 2 * EDGE)
  const points = shares.map(({ at, share }) => `${(at * WIDTH).toFixed(1)},${height(share).toFixed(1)}`)
  const label = t("overview.quality.line", {
    least: percent(Math.min(...rates)),
    most: percent(Math.max(...rates)),
  })
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="reconciliation-day-line"
      data-days={days.length}
    >
      <polyline points={points.join(" ")} />
    </svg>
  )
}

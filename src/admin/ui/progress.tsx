import { Text } from "@medusajs/ui"
import { useWords } from "../lib/use-words"

interface ProgressProps {
  /** Names what goes on: "Reconciling all accounts". */
  label: string
  done: number
  total: number
  /** What is counted: "accounts". */
  things: string
  secondsLeft?: number | undefined
  /** Said at the end of the line: for how long it has worked. */
  took?: string | undefined
}

const STEPS = 10
/** Where the figure stands that is told by weight too. */
const PLACE = "\u0000"

/** How far long work has come; read out at each tenth of it. */
export function Progress({ label, done, total, things, secondsLeft, took }: ProgressProps) {
  const { t, locale } = useWords()
  const share = total === 0 ? 1 : Math.min(1, done / total)
  const number = (value: number) => value.toLocaleString(locale)
  const of = (said: string) => t("progress.of", { done: said, total: number(total), things })
  const told = of(number(done))
  const [before, after] = of(PLACE).split(PLACE)
  const tenth = Math.floor(share * STEPS) * STEPS
  return (
    <div className="flex flex-col gap-y-2">
      <progress
        aria-label={label}
        aria-valuetext={told}
        max={Math.max(total, 1)}
        value={total === 0 ? 1 : done}
        className="reconciliation-progress"
      />
      <Text
        size="small"
        leading="compact"
        className="text-ui-fg-subtle flex justify-between gap-x-4 tabular-nums"
      >
        <span>
          {before}
          <span className="text-ui-fg-base font-medium">{number(done)}</span>
          {after}
          {secondsLeft !== undefined && ` · ${t("progress.left", { count: Math.ceil(secondsLeft) })}`}
        </span>
        {took !== undefined && <span className="shrink-0">{took}</span>}
      </Text>
      <output className="sr-only">
        {label}: {t("progress.percent", { percent: tenth })}
      </output>
    </div>
  )
}

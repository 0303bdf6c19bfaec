import { useWords } from "../lib/use-words"

/** A day of the books, the same for every reader: "Nov 27, 2026". */
export function Day({ value }: { value: string }) {
  const { day } = useWords()
  return (
    <time dateTime={value} className="whitespace-nowrap tabular-nums">
      {day(value)}
    </time>
  )
}

/** A moment in the reader's own time. */
export function Moment({ value }: { value: string }) {
  const { moment } = useWords()
  return (
    <time dateTime={value} className="whitespace-nowrap tabular-nums">
      {moment(value)}
    </time>
  )
}

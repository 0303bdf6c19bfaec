import { Fragment } from "react"
import type { HistorySpeech } from "./names"

/** Invisible marks around a piece of text that reads by itself, whatever the direction of the text around it. */
const [OPEN, CLOSE] = ["\u2068", "\u2069"]
const PARTS = /\u2068([^\u2069]*)\u2069|[^\u2068]+/g

/** The same speech with its amounts marked, so that `SentenceText` can find them. */
export const withMarks = (speech: HistorySpeech): HistorySpeech => ({
  ...speech,
  amount: (value) => `${OPEN}${speech.amount(value)}${CLOSE}`,
})

/** A sentence whose marked amounts stand out and never break over two lines. */
export function SentenceText({ text }: { text: string }) {
  return Array.from(text.matchAll(PARTS), ({ index, 0: part, 1: amount }) =>
    amount === undefined ? (
      <Fragment key={index}>{part}</Fragment>
    ) : (
      <b key={index} className="whitespace-nowrap font-medium tabular-nums">
        {amount}
      </b>
    ),
  )
}

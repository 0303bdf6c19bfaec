import type { ErrorBody } from "../../types/http"

interface ErrorWords {
  text: string
  remedy: string
  /** Words of the server, which are English: for a code that this admin does not know. */
  ofServer: boolean
}

/** An error of the plugin in the reader's words; a code without words is told as the server tells it. */
export function errorWords(
  { code, message, remedy }: ErrorBody,
  { t, has }: { t: (key: string) => string; has: (key: string) => boolean },
): ErrorWords {
  const [text, cure] = [`errorCodes.texts.${code}`, `errorCodes.remedies.${code}`]
  return has(text) && has(cure)
    ? { text: t(text), remedy: t(cure), ofServer: false }
    : { text: message, remedy, ofServer: true }
}

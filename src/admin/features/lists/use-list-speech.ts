import { useMemo } from "react"
import { useWords } from "../../lib/use-words"
import { speechOf, type ListSpeech } from "./list-speech"

/** The reader's words, and how the transactions of a list are called in them. */
export function useListSpeech(): ListSpeech {
  const words = useWords()
  return useMemo(() => speechOf(words), [words])
}

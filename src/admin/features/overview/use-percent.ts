import { useMemo } from "react"
import { useWords } from "../../lib/use-words"

/** How the reader's language writes a share between 0 and 1, to a tenth of a percent. */
export function usePercent(): (share: number) => string {
  const { locale } = useWords()
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, {
      style: "percent",
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    })
    return (share) => format.format(share)
  }, [locale])
}

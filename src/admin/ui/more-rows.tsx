import { Button, Text } from "@medusajs/ui"
import { MOST_PAGES } from "../lib/most-pages"
import { useWords } from "../lib/use-words"

interface MoreRowsProps {
  readonly query: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean }
  readonly text: string
  /** How many pages are read, where their number stands in the address and so has an end. */
  readonly read?: number
  readonly onMore: () => void
}

/** Beneath a list: the button that reads its next page, where there is one; it keeps the focus while it reads. */
export function MoreRows({ query, text, read = 0, onMore }: MoreRowsProps) {
  const { t } = useWords()
  const { hasNextPage, isFetchingNextPage: isReading } = query
  if (!hasNextPage) return null
  return (
    <div className="border-ui-border-base flex justify-center border-t px-6 py-3">
      {read < MOST_PAGES ? (
        <Button
          size="small"
          variant="secondary"
          type="button"
          aria-disabled={isReading}
          aria-busy={isReading}
          onClick={() => !isReading && onMore()}
        >
          {text}
        </Button>
      ) : (
        <Text size="small" className="text-ui-fg-subtle" data-many="">
          {t("menu.many")}
        </Text>
      )}
    </div>
  )
}

import { Button } from "@medusajs/ui"

interface MoreRowsProps {
  readonly query: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean }
  readonly text: string
  readonly onMore: () => void
}

/** Beneath a list: the button that reads its next page, where there is one. */
export function MoreRows({ query, text, onMore }: MoreRowsProps) {
  if (!query.hasNextPage) return null
  return (
    <div className="border-ui-border-base flex justify-center border-t px-6 py-3">
      <Button
        size="small"
        variant="secondary"
        type="button"
        isLoading={query.isFetchingNextPage}
        onClick={onMore}
      >
        {text}
      </Button>
    </div>
  )
}

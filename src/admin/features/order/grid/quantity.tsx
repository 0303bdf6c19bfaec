import type { MatrixRow } from "../../../../types/http"

/** "×2" behind an item's name; nothing where there is one of it, or nobody counts it. */
export const Quantity = ({ row: { quantity } }: { row: Pick<MatrixRow, "quantity"> }) =>
  quantity === null || quantity === 1 ? null : (
    <span className="text-ui-fg-subtle txt-compact-xsmall shrink-0 font-normal" data-quantity="">
      ×{quantity}
    </span>
  )

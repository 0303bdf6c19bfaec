import { useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { decimalOf, least, minorUnitsOf } from "../../../../modules/reconciliation/domain/money"
import type {
  AllocationsPreview,
  DecimalString,
  EditedCell,
  OrderAnswer,
  OrderReconciliation,
} from "../../../../types/http"
import type { RequestError } from "../../../lib/client"
import { previewChange } from "../../order/use-edits"
import { useOrderReconciliation } from "../../order/use-order-reconciliation"

export interface LineOrder {
  readonly order: OrderReconciliation | undefined
  readonly cells: readonly EditedCell[]
  /** What is put, as a decimal string. */
  readonly amount: DecimalString
  readonly preview: AllocationsPreview | undefined
  readonly error: RequestError | null
  /** Reads again what could not be read. */
  readonly retry: () => void
}

/** What an amount that lies idle would pay of an order, item by item as the order lists them; nothing is changed. */
export function useLineOrder(
  orderId: string,
  {
    itemId,
    open,
    digits,
  }: { readonly itemId: string; readonly open: DecimalString; readonly digits: number },
): LineOrder {
  const { data, error, refetch } = useOrderReconciliation(orderId, "")
  const order = readOf(data)
  const { cells, amount } = useMemo(
    () => filled(order, { itemId, open, digits }),
    [order, itemId, open, digits],
  )
  const asked = useQuery<AllocationsPreview, RequestError>({
    queryKey: ["reconciliation", "preview", "apply", orderId, itemId, order?.version, JSON.stringify(cells)],
    queryFn: ({ signal }) =>
      previewChange(orderId, "allocations", {
        body: { cells: [...cells], version: order?.version ?? 0 },
        signal,
      }),
    enabled: order !== undefined && cells.length > 0,
    gcTime: 0,
    retry: false,
  })
  return {
    order,
    cells,
    amount,
    preview: asked.data,
    error: error ?? asked.error,
    retry: () => void (error ? refetch() : asked.refetch()),
  }
}

const readOf = (order: OrderAnswer | undefined): OrderReconciliation | undefined =>
  order?.read ? order : undefined

/** Fills what rows have open and no instalment keeps, first to last; the amount is what is put of it. */
export function filled(
  order: OrderReconciliation | undefined,
  { itemId, open, digits }: { itemId: string; open: DecimalString; digits: number },
): { cells: EditedCell[]; amount: DecimalString } {
  let left = minorUnitsOf(open, digits)
  const cells: EditedCell[] = []
  const kept = new Map<string, bigint>()
  for (const { row, amount } of (order?.plan?.instalments ?? []).flatMap(({ reserved }) => reserved))
    kept.set(row, (kept.get(row) ?? 0n) + minorUnitsOf(amount, digits))
  for (const row of order?.rows ?? []) {
    const free = minorUnitsOf(row.open, digits) - (kept.get(row.key) ?? 0n)
    const put = least(free, left)
    if (put <= 0n) continue
    const shown = order?.cells.find((cell) => cell.row === row.key && cell.column === itemId)?.amount ?? "0"
    cells.push({ row: row.key, column: itemId, amount: decimalOf(minorUnitsOf(shown, digits) + put, digits) })
    left -= put
  }
  return { cells, amount: decimalOf(minorUnitsOf(open, digits) - left, digits) }
}

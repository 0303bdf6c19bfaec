import type { OpenItemView } from "../../../types/http"
import { cursorOf, placeOf } from "../items/keyset"
import { viewOfItem } from "../items/open-item-view"
import type { Session } from "../ledger/database"
import { openItemOf, type AccountRow, type OpenItemRow } from "../ledger/rows"
import { listSuspense } from "./money.sql"

export interface SuspenseFilter {
  readonly currencyCode?: string | undefined
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface SuspensePage {
  readonly payments: OpenItemView[]
  readonly nextCursor: string | null
}

type SuspenseRow = OpenItemRow &
  Pick<AccountRow, "owner_type" | "owner_id" | "currency_code" | "digits"> & { account_id: string }

/** A page of money whose owner nobody knows yet and that waits to be moved, oldest first. @throws cursor_malformed */
export async function pageOfSuspense(
  session: Session,
  { currencyCode, cursor, limit }: SuspenseFilter,
): Promise<SuspensePage> {
  const after = cursor === undefined ? null : placeOf(cursor)
  const rows = await session.run<SuspenseRow>(listSuspense, [
    currencyCode ?? null,
    after?.day ?? null,
    after?.id ?? null,
    limit + 1,
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    payments: page.map((row) =>
      viewOfItem(openItemOf(row), {
        accountId: row.account_id,
        ownerType: row.owner_type,
        ownerId: row.owner_id,
        currencyCode: row.currency_code,
        digits: row.digits,
        orderId: null,
      }),
    ),
    nextCursor: rows.length > limit && last ? cursorOf(last.occurred_on, last.id) : null,
  }
}

import type { OpenItemView } from "../../../types/http"
import type { OwnerType } from "../domain/owner"
import { listOpenItems } from "./list-open-items.sql"
import type { Session } from "../ledger/database"
import { cursorOf, placeOf } from "./keyset"
import { withNumbers } from "../receipts/with-numbers"
import { viewOfItem } from "./open-item-view"
import { openItemOf, type OpenItemRow } from "../ledger/rows"

export interface OpenItemFilter {
  readonly accountId?: string | undefined
  readonly orderId?: string | undefined
  readonly customerId?: string | undefined
  readonly side?: string | undefined
  readonly kind?: string | undefined
  /** What is open is settled in part, or not at all. */
  readonly state?: "none" | "partial" | undefined
  readonly glAccount?: string | undefined
  readonly currencyCode?: string | undefined
  /** Days, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface OpenItemPage {
  readonly items: OpenItemView[]
  readonly nextCursor: string | null
}

interface ListedRow extends OpenItemRow {
  account_id: string
  owner_type: OwnerType
  owner_id: string
  currency_code: string
  digits: number
  order_id: string | null
}

/** What is owed or pays, across accounts. */
export class OpenItems {
  constructor(private readonly session: Session) {}

  /** A page of what is not wholly allocated, oldest first. @throws cursor_malformed */
  async list(filter: OpenItemFilter): Promise<OpenItemPage> {
    const after = filter.cursor === undefined ? null : placeOf(filter.cursor)
    const rows = await this.session.run<ListedRow>(listOpenItems, [
      filter.accountId ?? null,
      filter.orderId ?? null,
      filter.customerId ?? null,
      filter.side ?? null,
      filter.kind ?? null,
      filter.currencyCode ?? null,
      filter.from ?? null,
      filter.to ?? null,
      after?.day ?? null,
      after?.id ?? null,
      filter.limit + 1,
      filter.state === undefined ? null : filter.state === "partial",
      filter.glAccount ?? null,
    ])
    const page = rows.slice(0, filter.limit)
    const last = page.at(-1)
    const items = page.map((row) =>
      viewOfItem(openItemOf(row), {
        accountId: row.account_id,
        ownerType: row.owner_type,
        ownerId: row.owner_id,
        currencyCode: row.currency_code,
        digits: row.digits,
        orderId: row.order_id,
      }),
    )
    return {
      items: await withNumbers(this.session, items),
      nextCursor: rows.length > filter.limit && last ? cursorOf(last.occurred_on, last.id) : null,
    }
  }
}

import type { ExpectedCredit, Problem } from "../domain/posting/document-state"
import type { OwnerType } from "../domain/owner"
import { allocations } from "./tables/allocations"
import { openItems } from "./tables/open-items"
import type { GivenTerms } from "./tables/terms"

/** Rows as the driver gives them, and the domain's values made of them. */
export type { AllocationRow } from "./tables/allocations"
export type { OpenItemRow } from "./tables/open-items"

export const openItemOf = openItems.valueOf
export const allocationOf = allocations.valueOf

export interface AccountRow {
  id: string
  owner_type: OwnerType
  owner_id: string
  currency_code: string
  digits: number
  next_rank: number
  version: string
}

export interface Account {
  readonly id: bigint
  readonly ownerType: OwnerType
  readonly ownerId: string
  readonly currencyCode: string
  readonly digits: number
  readonly nextRank: number
  readonly version: number
}

export function accountOf(row: AccountRow): Account {
  return {
    id: BigInt(row.id),
    ownerType: row.owner_type,
    ownerId: row.owner_id,
    currencyCode: row.currency_code,
    digits: row.digits,
    nextRank: row.next_rank,
    version: Number(row.version),
  }
}

export interface DocumentRow {
  doc_id: string
  account_id: string
  order_id: string
  display_id: string
  placed_at: string
  placed_on: string
  sales_channel_id: string | null
  host_version: number
  state_at: string | null
  superseded: boolean | null
  problems: Problem[]
  expected: { line: string; amount: string }[]
  plan: number
  version: string
  rank: number | null
  owner_type: OwnerType | null
  owner_id: string | null
  terms: GivenTerms | null
}

export interface Document {
  readonly id: bigint
  readonly accountId: bigint
  readonly orderId: string
  readonly displayId: string
  readonly placedAt: string
  readonly placedOn: string
  /** Where it was placed; it may name the strategy. */
  readonly salesChannelId: string | null
  readonly hostVersion: number
  /** The last moment of the order's life that the ledger holds; null before the first. */
  readonly stateAt: string | null
  /** A later read of the host has been applied already. */
  readonly superseded: boolean
  readonly problems: readonly Problem[]
  /** Credits that returns on their way will bring. */
  readonly expected: readonly ExpectedCredit[]
  /** The number of the order's plan of payments; 0 when it never had one. */
  readonly plan: number
  readonly version: number
  readonly rank: number | null
  /** Whose order it is, where that is not the owner of its account but a member of theirs. */
  readonly owner: { readonly type: OwnerType; readonly id: string } | null
  /** When what it owes falls due; null is at once. */
  readonly terms: GivenTerms | null
}

export function documentOf(row: DocumentRow): Document {
  return {
    id: BigInt(row.doc_id),
    accountId: BigInt(row.account_id),
    orderId: row.order_id,
    displayId: row.display_id,
    placedAt: row.placed_at,
    placedOn: row.placed_on,
    salesChannelId: row.sales_channel_id,
    hostVersion: row.host_version,
    stateAt: row.state_at,
    superseded: row.superseded === true,
    problems: row.problems,
    expected: row.expected.map(({ line, amount }) => ({ lineKey: line, amount: BigInt(amount) })),
    plan: row.plan,
    version: Number(row.version),
    rank: row.rank,
    owner:
      row.owner_type === null || row.owner_id === null ? null : { type: row.owner_type, id: row.owner_id },
    terms: row.terms,
  }
}

import type { ExpectedCredit, Problem } from "../domain/document-state"
import type { Allocation, OpenItem, OpenItemKind, Origin, Side, TaxPart } from "../domain/open-item"

/** Rows as the driver gives them, and the domain's values made of them. */
export interface OpenItemRow {
  id: string
  document_id: string | null
  side: Side
  kind: OpenItemKind
  key: string
  sequence: number
  line_key: string | null
  position: number
  title: string
  reference: string
  method: string | null
  occurred_at: string
  occurred_on: string
  due_on: string | null
  amount: string
  allocated: string
  taxes: { code: string; rate: string; amount: string }[] | null
  taxes_allocated: string[] | null
  gl_account: string | null
}

export function openItemOf(row: OpenItemRow): OpenItem {
  return {
    id: BigInt(row.id),
    documentId: row.document_id === null ? null : BigInt(row.document_id),
    side: row.side,
    kind: row.kind,
    key: row.key,
    sequence: row.sequence,
    lineKey: row.line_key,
    position: row.position,
    title: row.title,
    reference: row.reference,
    method: row.method,
    occurredAt: row.occurred_at,
    occurredOn: row.occurred_on,
    dueOn: row.due_on,
    amount: BigInt(row.amount),
    allocated: BigInt(row.allocated),
    taxes: (row.taxes ?? []).map((tax) => ({ ...tax, amount: BigInt(tax.amount) })),
    taxesAllocated: (row.taxes_allocated ?? []).map(BigInt),
    glAccount: row.gl_account,
  }
}

/** Taxes as stored: text amounts, because JSON numbers are floats. */
export function storedTaxes(taxes: readonly TaxPart[]): string | null {
  return taxes.length === 0
    ? null
    : JSON.stringify(taxes.map((tax) => ({ ...tax, amount: tax.amount.toString() })))
}

/** Parts of taxes as PostgreSQL writes an array; null where there are none. */
export function storedParts(parts: readonly bigint[]): string | null {
  return parts.length === 0 ? null : `{${parts.join(",")}}`
}

export interface AllocationRow {
  id: string
  credit_item_id: string
  debit_item_id: string
  amount: string
  origin: Origin
  rule: string
  step: number
  credit_open_before: string
  debit_open_before: string
  credit_taxes: string[] | null
  debit_taxes: string[] | null
  instalment_id: string | null
  releases: string | null
  recorded_at: string
}

export function allocationOf(row: AllocationRow): Allocation {
  return {
    id: BigInt(row.id),
    creditItemId: BigInt(row.credit_item_id),
    debitItemId: BigInt(row.debit_item_id),
    amount: BigInt(row.amount),
    origin: row.origin,
    rule: row.rule,
    step: row.step,
    creditOpenBefore: BigInt(row.credit_open_before),
    debitOpenBefore: BigInt(row.debit_open_before),
    creditTaxes: (row.credit_taxes ?? []).map(BigInt),
    debitTaxes: (row.debit_taxes ?? []).map(BigInt),
    instalmentId: row.instalment_id === null ? null : BigInt(row.instalment_id),
    releases: row.releases === null ? null : BigInt(row.releases),
    recordedAt: row.recorded_at,
  }
}

export interface AccountRow {
  id: string
  owner_type: "customer" | "order"
  owner_id: string
  currency_code: string
  digits: number
  next_rank: number
  version: string
}

export interface Account {
  readonly id: bigint
  readonly ownerType: "customer" | "order"
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
  }
}

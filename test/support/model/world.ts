import type { StrategyName } from "../../../src/modules/reconciliation/domain/allocation/strategy"
import type { Instalment } from "../../../src/modules/reconciliation/domain/instalments/instalment"
import type { Allocation, OpenItem } from "../../../src/modules/reconciliation/domain/open-item"
import type { WriteOffKind } from "../../../src/modules/reconciliation/domain/write-offs/write-off"
import type { Wish } from "../../../src/modules/reconciliation/domain/order/draft"
import type { ModelChange } from "./changes"
import type { HostOrder } from "./host-order"

/** Who acts: an event or job by itself, or a person. */
export type Actor = "system" | "person"

/** A cell as an edit names it; ids as the ledger gives them. */
export interface ModelCell {
  readonly creditItemId: bigint
  readonly debitItemId: bigint
  readonly amount: bigint
}

/** What a person takes back: all of an order or some of its columns, a transaction wherever it stands, or a change. */
export interface ModelTakeBack {
  readonly target:
    | { readonly orderId: string; readonly columns?: readonly bigint[] }
    | { readonly itemId: bigint }
    | { readonly orderId: string; readonly changeId: bigint }
  readonly cascade: boolean
  /** The version of the order, or of the transaction's account. */
  readonly expectedVersion?: number
}

export interface PlannedPart {
  readonly dueOn: string
  readonly amount: bigint
  readonly reference: string
  readonly lineKey: string | null
}

/** Money that its payer or the bank took back. */
export interface Reversal {
  readonly itemId: bigint
  /** By the host's capture, and so wherever the money went, not by the item. */
  readonly whole: boolean
  /** Minor units; null for all that is left. */
  readonly amount: bigint | null
  readonly at: string
}

/** Money that somebody moves to another owner. */
export interface ModelMove {
  readonly itemId: bigint
  readonly to: string
  /** Minor units; null for all that is free, or can be freed. */
  readonly amount: bigint | null
  readonly release: boolean
}

/** Money that its payer sends for an order less a discount, and that pays it at once. */
export interface DiscountedPayment {
  readonly owner: string
  readonly orderId: string
  /** Minor units. */
  readonly amount: bigint
  readonly discount: bigint
  readonly key: string
  readonly at: string
}

/** A rest to be given up or a surplus to be kept, of an order or of money on account. */
export interface Correction {
  readonly target: { readonly orderId: string } | { readonly itemId: bigint }
  readonly kind: WriteOffKind
  /** Minor units; null for all that is open. */
  readonly amount: bigint | null
}

/** Rows of an order chosen for a refund of one of its payments. */
export interface RowChoice {
  readonly payment: string
  readonly amount: bigint
  /** Minor units by row key. */
  readonly rows: ReadonlyMap<string, bigint>
}

export type InstalmentEvent =
  { readonly kind: "postponed"; readonly dueOn: string } | { readonly kind: "failed" | "cancelled" }

/** All that a ledger holds of the accounts that a scenario is about; an account is named by its owner. */
export interface Picture {
  readonly items: readonly OpenItem[]
  /** Allocations that are not taken back. */
  readonly live: readonly Allocation[]
  /** The account of each item. */
  readonly owners: ReadonlyMap<bigint, string>
  /** The order of each document that is open, and the account it is in, by document. */
  readonly orders: ReadonlyMap<
    bigint,
    { readonly orderId: string; readonly owner: string; readonly version: number }
  >
  /** Every journal entry, oldest first. */
  readonly changes: readonly ModelChange[]
  /** The rank of each code of each account, by "docu:…" or "item:…". */
  readonly ranks: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly instalments: ReadonlyMap<string, readonly Instalment[]>
  /** The version of each account. */
  readonly versions: ReadonlyMap<string, number>
  /** One text of all of it: two are equal only when nothing has changed. */
  readonly fingerprint: string
  /** Rules that the ledger finds broken by its own means: the database's audit. */
  readonly broken: readonly string[]
}

/** A ledger to be tried: the pure core in memory, or the service on PostgreSQL. */
export interface ModelLedger {
  read(order: HostOrder, actor: Actor): Promise<void>
  deposit(owner: string, money: { amount: bigint; key: string; at: string }): Promise<void>
  run(owner: string, strategy: StrategyName, actor: Actor): Promise<void>
  edit(owner: string, expectedVersion: number, cells: readonly ModelCell[]): Promise<void>
  editMatrix(orderId: string, expectedVersion: number, wishes: readonly Wish[]): Promise<void>
  /** @returns the change that it made; null where nothing was to be taken back */
  takeBack(call: ModelTakeBack): Promise<bigint | null>
  plan(orderId: string, parts: readonly PlannedPart[]): Promise<void>
  note(instalment: Instalment, event: InstalmentEvent): Promise<void>
  /** @returns the number of the reversal among all of the same money */
  reverse(reversal: Reversal): Promise<number>
  undoReversal(itemId: bigint, number: number): Promise<void>
  /** @returns the move's id */
  move(move: ModelMove): Promise<string>
  undoMove(id: string, how: Pick<ModelMove, "release">): Promise<void>
  /** @returns the pay-back's id */
  payBack(itemId: bigint, amount: bigint | null): Promise<string>
  undoPayBack(id: string): Promise<void>
  /** @returns the write-off's id */
  writeOff(correction: Correction): Promise<string>
  undoWriteOff(id: string): Promise<void>
  /** @returns the name of the discount, which undoWriteOff knows */
  payDiscounted(payment: DiscountedPayment): Promise<string>
  /** @returns the membership's id */
  join(member: string, of: string): Promise<string>
  leave(membershipId: string): Promise<void>
  /** Brings what no act has moved to the accounts that it belongs to, as the sweep does. */
  follow(): Promise<void>
  /** @returns what the host's refund is to carry */
  chooseRows(order: HostOrder, choice: RowChoice): Promise<string>
  /** What a choice became: the host's refund, or none. */
  noteRefund(mark: string, refundId: string | null): Promise<void>
  picture(): Promise<Picture>
}

/** A scenario in progress: the shop's side, the ledger, and chance. */
export interface World {
  readonly ledger: ModelLedger
  readonly orders: HostOrder[]
  /** Whose the orders are; the first places them. */
  readonly customers: readonly string[]
  /** Whose money waits for its owner: no order is ever theirs. */
  readonly nobody: string
  /** Who owns nothing until customers join. */
  readonly company: string
  readonly digits: number
  /** A whole number from 0, below a bound. */
  readonly random: (below: number) => number
  /** The next moment, as ISO text. */
  readonly tick: () => string
  /** What the ledger held after the last command. */
  seen: Picture
  readonly told: Told
  /** Opens one more order in the host. */
  readonly place: () => HostOrder
  /** Lets the ledger hear of an order, or, seldom, leaves it for a later read. */
  readonly hear: (order: HostOrder) => Promise<void>
}

/** What the ledger was told past the host, in minor units, by a count apart from it. */
export interface Told {
  deposited: bigint
  /** What was taken back of each payment and deposit, by the name it came under. */
  readonly reversed: Map<string, bigint>
  /** What each reversal that stands took back, by the item that it named and its number. */
  readonly standingReversals: Map<string, bigint>
  /** The moves that stand, by their ids. */
  readonly moves: Map<string, { readonly from: string; readonly to: string; readonly amount: bigint }>
  /** Who is a member of whom. */
  readonly members: Map<string, ToldMembership>
  /** Who joined or left last, with all their members. */
  moving: ReadonlySet<string>
  /** Every membership that ended, by its id. */
  readonly ended: string[]
  /** What joining and leaving brought from one owner's account to another's. */
  readonly brought: { readonly from: string; readonly to: string; readonly amount: bigint }[]
  /** What was paid back and stands, by its id. */
  readonly paidBack: Map<string, { readonly owner: string; readonly amount: bigint }>
  /** What each write-off comes to, debits positive. */
  readonly writtenOff: Map<string, bigint>
  /** Refunds of chosen rows that the host made, by their keys in the ledger. */
  readonly refunds: Map<string, RefundMade>
}

export interface ToldMembership {
  readonly id: string
  readonly of: string
  /** The last item that the ledger held before it. */
  readonly after: bigint
}

/** Whose account an owner's orders and money belong to: the end of the chain of memberships. */
export function rootOf({ members }: Pick<Told, "members">, owner: string): string {
  const membership = members.get(owner)
  return membership ? rootOf({ members }, membership.of) : owner
}

export interface RefundMade {
  readonly orderId: string
  readonly amount: bigint
  readonly rows: ReadonlyMap<string, bigint>
  /** The version of the credit line that the host wrote for it; null where it wrote none. */
  readonly version: number | null
  /** What was wrong with it when it was allowed. */
  readonly wrong: readonly string[]
}

/** The name that money came under, whatever accounts it went on in. */
export function originOf({ key, sequence }: Pick<OpenItem, "key" | "sequence">): string {
  return /^(?:move|give):in:/.test(key) ? key.replace(/^(?:move|give):in:/, "") : `${key}#${sequence}`
}

/**
 * One kind of command. It looks whether it can happen now, and does it; the ledger may refuse it with an
 * error of its own. To add a kind, write it into a family's table.
 */
export interface Command {
  readonly name: string
  readonly weight: number
  /** What is to be done now; null when nothing of this kind can happen. */
  readonly prepare: (world: World) => (() => Promise<void>) | null
}

/** Any of some values; undefined of none. */
export function oneOf<Value>({ random }: Pick<World, "random">, values: readonly Value[]): Value | undefined {
  return values.length === 0 ? undefined : values[random(values.length)]
}

/** True in so many of a hundred cases. */
export const percent = ({ random }: Pick<World, "random">, share: number): boolean => random(100) < share

/** An amount of money: mostly an everyday one, sometimes as large as one item may be. */
export function someAmount({ random }: Pick<World, "random">): bigint {
  if (random(12) > 0) return BigInt(1 + random(20_000))
  return 10n ** 15n - BigInt(random(1_000_000))
}

/** Part of an amount: from one minor unit to all of it. */
export function partOf({ random }: Pick<World, "random">, amount: bigint): bigint {
  if (amount <= 1n) return amount
  if (amount <= 2_000_000_000n) return 1n + BigInt(random(Number(amount)))
  return (amount * BigInt(1 + random(1000))) / 1000n
}

export function sumOf(amounts: Iterable<bigint>): bigint {
  let sum = 0n
  for (const amount of amounts) sum += amount
  return sum
}

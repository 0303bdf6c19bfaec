import { candidateOf, itemAfter, type Placed } from "./allocate/candidate"
import { put } from "./allocate/fill"
import type { Candidate, Proposal } from "./allocate/strategy"
import { least } from "./money"
import { isOfLine, type OpenItem } from "./open-item"

/** What a live allocation of the reversed money settles. */
export interface Settled {
  readonly debit: OpenItem
  /** Minor units, above zero. */
  readonly amount: bigint
}

export interface ReversalInput {
  /** The payment or deposit that is taken back. */
  readonly money: Candidate
  /** Minor units, above zero, at most what `reversibleOf` says. */
  readonly amount: bigint
  /** What it settles now, oldest allocation first. */
  readonly settled: readonly Settled[]
  /** What its earlier reversals posted, on whatever order. */
  readonly earlier: readonly OpenItem[]
  /** The money's account. */
  readonly accountId: bigint
  /** Where an order is now, and when it was placed; undefined where there is no order. */
  readonly homeOf: (documentId: bigint | null) => (Placed & { readonly accountId: bigint }) | undefined
  readonly description: ReversalDescription
}

export interface ReversalDescription {
  /** chargeback, bounced_cheque … */
  readonly kind: string
  readonly title: string
  readonly reference: string
  readonly occurredAt: string
  readonly occurredOn: string
}

/** What is posted on one account; its items are named −1, −2 … among themselves. */
export interface ReversalOnAccount {
  readonly accountId: bigint
  readonly items: readonly Candidate[]
  readonly proposals: readonly Proposal[]
}

/** Names a reversal by the item it takes back: its first is 12.1 for item 12. */
export function reversalIdOf(money: Pick<OpenItem, "id">, earlier: readonly Pick<OpenItem, "key">[]): string {
  const numbers = earlier.map(({ key }) => Number(key.split(".")[1]) || 0)
  return `${money.id}.${Math.max(0, ...numbers) + 1}`
}

const PREFIX = "rev:"

/** The item that a posting of a reversal takes back, by its key; null when it is none. */
export function reversedItemOf({ key }: Pick<OpenItem, "key">): bigint | null {
  const [, id] = /^rev:(\d+)\./.exec(key) ?? []
  return id === undefined ? null : BigInt(id)
}

/** What can still be reversed of a payment: its amount less what reversals and the host took back already. */
export function reversibleOf(
  money: Pick<OpenItem, "amount">,
  { earlier, voided }: { earlier: readonly OpenItem[]; voided: bigint },
): bigint {
  const reversed = earlier.filter(isPosting).reduce((sum, { amount }) => sum + amount, 0n)
  const left = money.amount - reversed - voided
  return left > 0n ? left : 0n
}

/**
 * Plans a reversal: debits that are owed again where the money had settled something. First goes what
 * settles nothing yet, then what lines took, newest first, then what refunds had paid back. Nothing is
 * released: that the money paid a line once stays true, and so does that it was taken back.
 */
export function planReversal(input: ReversalInput): ReversalOnAccount[] {
  const { money, amount, earlier, accountId: home, homeOf } = input
  const id = reversalIdOf(money.item, earlier)
  const rest = least(amount, money.open)
  const accounts = new Map<bigint, Candidate[]>()
  const post = (share: Share, accountId: bigint): Candidate => {
    const posted = accounts.get(accountId) ?? []
    accounts.set(accountId, posted)
    const key = accountId === home ? `${PREFIX}${id}` : `${PREFIX}${id}.${accountId}`
    const item = itemOf(share, { key, sequence: posted.length + 1, description: input.description })
    const candidate = candidateOf(
      item,
      homeOf(item.documentId) ?? { placedAt: item.occurredAt, placedOn: item.occurredOn },
    )
    posted.push(candidate)
    return candidate
  }
  const proposals: Proposal[] = []
  if (rest > 0n) {
    const { documentId } = money.item
    const share = { documentId, lineKey: null, position: 0, title: money.item.title, amount: rest }
    // It must be settled where the money lies, wherever the order is by now.
    proposals.push(put(money, post(share, home), { amount: rest, rule: "reversed_rest" }))
  }
  for (const share of sharesOf(input, amount - rest)) post(share, homeOf(share.documentId)?.accountId ?? home)
  return [...accounts].map(([accountId, items]) => ({
    accountId,
    items,
    proposals: accountId === home ? proposals : [],
  }))
}

/** The postings of a plan as they are stored. */
export function postedBy(items: readonly Candidate[]): OpenItem[] {
  return items.map(itemAfter)
}

/**
 * The same of money that may have changed hands with its order: in each account only what it settled there,
 * and in all no more than came.
 *
 * @param family the money as it came and as it went on from account to account
 * @param reversals what reversals of any of these posted
 * @param voided what the host took back of it
 */
export function reversibleAmong(
  money: OpenItem,
  {
    family,
    reversals,
    voided,
  }: { family: readonly OpenItem[]; reversals: readonly OpenItem[]; voided: bigint },
): bigint {
  const wentOn = family[family.findIndex(({ id }) => id === money.id) + 1]?.amount ?? 0n
  const earlier = reversals.filter((item) => reversedItemOf(item) === money.id)
  return least(
    reversibleOf(family[0] ?? money, { earlier: reversals, voided }),
    reversibleOf(money, { earlier, voided: wentOn }),
  )
}

/** What a reversal posted, and not what stands against it where the store has recorded it too. */
const isPosting = ({ key }: Pick<OpenItem, "key">): boolean => !key.endsWith(".void")

interface Share {
  readonly documentId: bigint | null
  readonly lineKey: string | null
  readonly position: number
  /** Of what it reopens. */
  readonly title: string
  amount: bigint
}

/** Where the money went, newest first and lines before all else, less what earlier reversals reopened. */
function sharesOf({ settled, earlier }: ReversalInput, wanted: bigint): Share[] {
  const own = new Set(earlier.map(({ id }) => id))
  const live = settled.filter(({ debit }) => !own.has(debit.id)).toReversed()
  const paid = new Set(settled.map(({ debit }) => debit.id))
  const reopened = new Map<string, bigint>()
  for (const item of earlier) {
    // What the money itself settled of them had rested, and reopened nothing.
    if (isPosting(item) && !paid.has(item.id)) add(reopened, placeOf(item), item.amount)
  }
  const shares = new Map<string, Share>()
  let left = wanted
  for (const { debit, amount } of [...live.filter(onLine), ...live.filter((one) => !onLine(one))]) {
    const place = placeOf(debit)
    const before = least(reopened.get(place) ?? 0n, amount)
    add(reopened, place, -before)
    const taken = least(left, amount - before)
    if (taken === 0n) continue
    left -= taken
    const share = shares.get(place)
    if (share) share.amount += taken
    else shares.set(place, shareOf(debit, taken))
  }
  return [...shares.values()]
}

const onLine = ({ debit }: Settled): boolean => isOfLine(debit)
const placeOf = (item: OpenItem): string => `${item.documentId ?? ""} ${isOfLine(item) ? item.lineKey : ""}`

function add(sums: Map<string, bigint>, name: string, amount: bigint): void {
  sums.set(name, (sums.get(name) ?? 0n) + amount)
}

function shareOf(debit: OpenItem, amount: bigint): Share {
  const { documentId, position, title } = debit
  return isOfLine(debit)
    ? { documentId, lineKey: debit.lineKey, position, title, amount }
    : { documentId, lineKey: null, position: 0, title, amount }
}

interface Naming {
  readonly key: string
  readonly sequence: number
  readonly description: ReversalDescription
}

function itemOf(
  { documentId, lineKey, position, title, amount }: Share,
  { key, sequence, description }: Naming,
): OpenItem {
  return {
    id: -BigInt(sequence),
    documentId,
    side: "debit",
    kind: "reversal",
    key,
    sequence,
    lineKey,
    position,
    title: title.startsWith(`${description.title}: `) ? title : `${description.title}: ${title}`,
    reference: description.reference,
    method: description.kind,
    occurredAt: description.occurredAt,
    occurredOn: description.occurredOn,
    dueOn: null,
    amount,
    allocated: 0n,
    taxes: [],
    taxesAllocated: [],
  }
}

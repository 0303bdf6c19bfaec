import { violationsOfLedger } from "../../../src/modules/reconciliation/domain/allocation/invariants"
import { matrixOf } from "../../../src/modules/reconciliation/domain/order/matrix"
import {
  openAmount,
  signedAmount,
  type Allocation,
  type OpenItem,
} from "../../../src/modules/reconciliation/domain/open-item"
import { coverageOf } from "../../../src/modules/reconciliation/domain/instalments/reserve"
import { letters } from "../../../src/modules/reconciliation/domain/allocation/sequence"
import { stateOfDocument } from "../../../src/modules/reconciliation/domain/order/status"
import { throughTransfers } from "../../../src/modules/reconciliation/domain/posting/transfer"
import { brokenIdentities } from "../matrix-identities"
import { brokenSharing } from "../sharing-identities"
import type { HostCount } from "./host-order"
import { wrongMembers, type Brings } from "./check-members"
import { wrongAccounts, wrongCorrections } from "./check-corrections"
import { wrongMoney } from "./check-money"
import { wrongDisputes } from "./check-disputes"
import { wrongPlans } from "./check-plans"
import { wrongDiscounts, wrongTaxes } from "./check-taxes"
import { wrongRefunds } from "./check-refunds"
import type { Picture, Told } from "./world"

/** What a ledger must agree with: the shop's own count of each order it has heard of, and what else it was told. */
export interface Expected {
  readonly counts: ReadonlyMap<string, HostCount>
  readonly told: Told
  /** What the ledger held before the command. */
  readonly before: Picture
  /** The command was a person's, who takes back nothing that fulfils a planned payment. */
  readonly byHand: boolean
  /** What the command brought to the accounts that it belongs to. */
  readonly brings: Brings
}

/** Everything that is wrong with a ledger, in words; and the states that its orders are in. */
export function wrongIn(picture: Picture, expected: Expected): { wrong: string[]; states: string[] } {
  const wrong = [
    ...picture.broken,
    ...violationsOfLedger(picture.items, picture.live).map(({ detail }) => detail),
    ...wrongAccounts(picture),
    ...wrongCorrections(picture, expected.told),
    ...wrongMoney(picture, expected.told),
    ...wrongMembers(picture, expected),
    ...wrongDiscounts(picture),
    ...wrongRefunds(picture, expected.told),
    ...wrongRanks(picture, expected.before.ranks),
    ...wrongPlans(expected.before, picture, expected),
    ...wrongDisputes(expected.before, picture),
  ]
  const states: string[] = []
  const byId = new Map(picture.items.map((item) => [item.id, item]))
  for (const [documentId, { orderId, owner }] of picture.orders) {
    const order = new OrderCheck({ documentId, owner }, picture, byId)
    const count = expected.counts.get(orderId)
    if (count)
      wrong.push(
        ...[...order.sums(count), ...wrongTaxes(picture, documentId, count)].map(
          (text) => `${orderId}: ${text}`,
        ),
      )
    wrong.push(...order.matrix().map((text) => `${orderId}: ${text}`))
    const { state, text } = order.state()
    states.push(state)
    if (text) wrong.push(`${orderId}: ${text}`)
  }
  return { wrong, states }
}

/** Ranks of an account are 1, 2, 3 …, and whoever has one keeps it. */
function wrongRanks({ ranks }: Picture, before: Picture["ranks"]): string[] {
  return [...ranks].flatMap(([account, own]) => {
    const sorted = [...own.values()].toSorted((one, other) => one - other)
    const wrong = sorted.every((rank, index) => rank === index + 1) ? [] : [`ranks are ${sorted.join()}`]
    for (const [owner, rank] of before.get(account) ?? []) {
      if (own.get(owner) !== rank) wrong.push(`${owner} had rank ${rank} and has ${own.get(owner)}`)
    }
    return wrong
  })
}

class OrderCheck {
  private readonly documentId: bigint
  private readonly owner: string
  private readonly own: OpenItem[]
  private readonly touching: Allocation[]

  constructor(
    { documentId, owner }: { documentId: bigint; owner: string },
    private readonly picture: Picture,
    private readonly byId: ReadonlyMap<bigint, OpenItem>,
  ) {
    this.documentId = documentId
    this.owner = owner
    this.own = picture.items.filter((item) => item.documentId === documentId)
    const ids = new Set(this.own.map(({ id }) => id))
    const credits = new Set(
      picture.live.flatMap(({ creditItemId, debitItemId }) =>
        ids.has(creditItemId) || ids.has(debitItemId) ? [creditItemId] : [],
      ),
    )
    this.touching = picture.live.filter(({ creditItemId }) => credits.has(creditItemId))
  }

  /** The order's sums against the shop's own count. */
  sums({ owed, moneyIn, moneyOut, onlyCaptures }: HostCount): string[] {
    const sum = { owed: 0n, moneyIn: 0n, moneyOut: 0n, moved: 0n, open: 0n }
    let corrected = 0n
    let acknowledged = 0n
    for (const item of this.own) {
      const signed = signedAmount(item)
      if (/^(?:cap|value):/.test(item.key)) sum.moneyIn -= signed
      else if (/^(?:ref|out):/.test(item.key)) sum.moneyOut += signed
      else if (item.key.startsWith("move:")) sum.moved += signed
      else if (/^(?:rev|woff|disc):/.test(item.key)) corrected += signed
      else sum.owed += signed
      if (/^rev:.*void$/.test(item.key)) acknowledged += signed
      sum.open += item.side === "debit" ? openAmount(item) : -openAmount(item)
    }
    const balance = owed - moneyIn + moneyOut + corrected - this.fromOutside()
    const wanted = { owed, moneyIn, moneyOut, moved: 0n, open: balance }
    const wrong = (Object.keys(wanted) as (keyof typeof wanted)[]).flatMap((name) =>
      sum[name] === wanted[name] ? [] : [`${name} is ${sum[name]}, not ${wanted[name]}`],
    )
    // Only a refund or a payment that is gone can be what a reversal has taken already.
    if (acknowledged > 0n || (onlyCaptures && acknowledged < 0n))
      wrong.push(`reversals recorded by the store are ${acknowledged}`)
    return wrong
  }

  matrix(): string[] {
    const through = throughTransfers(this.documentId, this.touchedItems(), this.touching)
    return [
      ...brokenIdentities(this.folded(), through.items.filter(this.isInMatrix(through.items))),
      ...brokenSharing(this.documentId, through),
    ]
  }

  /** The order's state, and what its code contradicts. */
  state(): { state: string; text: string | null } {
    const { open, applied } = this.folded()
    const owner = `docu:${this.documentId}`
    const coded = this.picture.ranks.get(this.owner)?.has(owner) ?? false
    const state = stateOfDocument({
      open,
      applied,
      hasProblems: false,
      coverage: coverageOf([], { expected: 0n, open, today: "2026-01-01" }),
    })
    const uncoded = this.touching.some(({ creditItemId, debitItemId }) => {
      const [credit, debit] = [this.byId.get(creditItemId), this.byId.get(debitItemId)]
      if (!credit || !debit || debit.documentId !== this.documentId || !letters(credit, debit)) return false
      return !this.picture.ranks.get(this.picture.owners.get(debitItemId) ?? "")?.has(owner)
    })
    return {
      state: `${state} ${coded ? (state === "full" ? "CLOSED" : "open") : "no code"}`,
      text: uncoded ? "money settles it and it has no code" : null,
    }
  }

  /** What credits of other orders and of the account pay here, less what its own pay elsewhere. */
  private fromOutside(): bigint {
    let outside = 0n
    for (const { creditItemId, debitItemId, amount } of this.touching) {
      const [credit, debit] = [this.byId.get(creditItemId), this.byId.get(debitItemId)]
      if (credit?.documentId === debit?.documentId) continue
      if (debit?.documentId === this.documentId) outside += amount
      if (credit?.documentId === this.documentId) outside -= amount
    }
    return outside
  }

  /** A credit from elsewhere has a column too, with all that it has left. */
  private isInMatrix(items: readonly OpenItem[]): (item: OpenItem) => boolean {
    const known = new Set(items.map(({ id }) => id))
    const credits = new Set(
      this.touching.flatMap(({ creditItemId }) => (known.has(creditItemId) ? [creditItemId] : [])),
    )
    return ({ id, documentId }) => documentId === this.documentId || credits.has(id)
  }

  private folded(): ReturnType<typeof matrixOf> {
    return matrixOf({
      documentId: this.documentId,
      items: this.touchedItems(),
      allocations: this.touching,
    })
  }

  private touchedItems(): OpenItem[] {
    const ids = new Set(this.touching.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]))
    return this.picture.items.filter((item) => item.documentId === this.documentId || ids.has(item.id))
  }
}

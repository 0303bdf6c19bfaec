import { candidateOf } from "../../../src/modules/reconciliation/domain/allocation/candidate"
import type {
  Candidate,
  Proposal,
  Strategy,
} from "../../../src/modules/reconciliation/domain/allocation/strategy"
import { planInWork } from "../../../src/modules/reconciliation/domain/instalments/fulfil"
import type { Reach } from "../../../src/modules/reconciliation/domain/reversals/holdings"
import {
  isCharge,
  isLineCredit,
  openAmount,
  signedAmount,
  type OpenItem,
} from "../../../src/modules/reconciliation/domain/open-item"
import type { Release } from "../../../src/modules/reconciliation/domain/allocation/release"
import { discountIn, isReopened, reversedItemOf } from "../../../src/modules/reconciliation/domain/key"
import {
  nextReversal,
  planReversal,
  postedBy,
  reversibleAmong,
} from "../../../src/modules/reconciliation/domain/reversals/reverse"
import { candidateIn } from "../../../src/modules/reconciliation/domain/planner/free-money"
import { settle } from "../../../src/modules/reconciliation/domain/planner/settle"
import { planUndoOfPart } from "../../../src/modules/reconciliation/domain/write-offs/cash-discount"
import { authorityFor, limitOf } from "../../../src/modules/reconciliation/domain/write-offs/limit"
import {
  openForWriteOff,
  planUndo,
  planWriteOff,
  standingIn,
  writeOffKindOf,
} from "../../../src/modules/reconciliation/domain/write-offs/write-off"
import type { MemoryStore, StoredDocument } from "./memory-store"
import { CURRENCIES, WRITE_OFF } from "./options"
import { refused } from "./refused"
import { originOf, type Correction, type Reversal } from "./world"

/** After every moment of a scenario, as the service's clock is after every moment of the host's. */
const LATER = { occurredAt: "2030-01-01T00:00:00.000Z", occurredOn: "2030-01-01" }

/** What people decide in the ledger and the host knows nothing of: reversals, write-offs and their undoing. */
export class MemoryCorrections {
  private writeOffs = 0

  constructor(
    private readonly store: MemoryStore,
    private readonly options: {
      readonly digits: number
      readonly strategy: Strategy
      readonly reach: (reach: Reach) => Reach
    },
  ) {}

  reverse({ itemId, whole, amount: wanted, at }: Reversal): number {
    const { store } = this
    const money = store.item(itemId)
    if (money.side !== "credit" || (money.kind !== "payment" && money.kind !== "deposit"))
      throw refused("not_reversible")
    const chain = store.items.filter((item) => originOf(item) === originOf(money))
    const [origin = money] = chain
    const reversals = store.items.filter(
      (item) => item.kind === "reversal" && chain.some(({ id }) => id === reversedItemOf(item)),
    )
    const voided = store.items
      .filter(
        ({ key, sequence, kind, side }) =>
          key === origin.key && sequence > origin.sequence && kind === "void" && side === "debit",
      )
      .reduce((sum, { amount }) => sum + amount, 0n)
    const isWhole = whole || (money.kind === "deposit" && (money.originItemId ?? null) === null)
    const taken = (isWhole ? chain : [money]).map((item) => ({
      item,
      settled: store.live
        .filter(({ creditItemId }) => creditItemId === item.id)
        .map((one) => ({ debit: store.item(one.debitItemId), amount: one.amount })),
    }))
    const documents = new Map([...store.documents.values()].map((document) => [document.id, document]))
    const candidates = new Map([...documents].map(([id, document]) => [id, this.openOf(document)]))
    const all = [...candidates.values()].flat()
    const reversed = taken.map(({ item, settled }) => ({
      money: all.find((one) => one.item.id === item.id) ?? this.candidate(item),
      settled,
      earlier: reversals.filter((one) => reversedItemOf(one) === item.id),
      accountId: store.accountOf(item).id,
    }))
    const left = reversibleAmong(reversed, { came: origin, reversals, voided })
    if (left === 0n) throw refused("nothing_to_reverse")
    const amount = wanted ?? left
    if (amount > left) throw refused("reversal_too_large")
    const number = nextReversal(reversals)
    const plans = planReversal({
      chain: reversed,
      number,
      amount,
      homeOf: (documentId) => {
        const document = documentId === null ? undefined : documents.get(documentId)
        return document && { ...document, accountId: document.account.id }
      },
      description: {
        kind: "chargeback",
        title: "Chargeback",
        reference: money.reference,
        occurredAt: at < money.occurredAt ? money.occurredAt : at,
        occurredOn: at.slice(0, 10),
      },
      reach: this.options.reach({ items: store.items, allocations: store.live }),
    })
    for (const { accountId, items, proposals } of plans.toSorted((one, other) =>
      one.accountId < other.accountId ? -1 : 1,
    )) {
      const account = [...store.accounts.values()].find(({ id }) => id === accountId)
      if (!account) throw new Error(`no account ${accountId}`)
      const touched = [...documents.values()].filter(
        (document) =>
          document.account === account && items.some(({ item }) => item.documentId === document.id),
      )
      const again = touched.flatMap((document) =>
        this.settleAgain(document, [
          ...(candidates.get(document.id) ?? []),
          ...items.filter(({ item }) => item.documentId === document.id),
        ]),
      )
      store.write({ account, kind: "reversal", items: postedBy(items), proposals: [...proposals, ...again] })
    }
    return number
  }

  writeOff({ target, kind, amount: wanted }: Correction): string {
    const { store } = this
    const { digits } = this.options
    const { document, money, items } = this.writtenOff(target)
    const candidates = openForWriteOff(store.candidates(items), kind)
    const open = candidates.reduce((sum, one) => sum + one.open, 0n)
    const amount = money
      ? decided(wanted ?? open, { open, total: money.amount, standing: this.keptOf(money), digits })
      : this.decidedOn(items, { open, wanted })
    this.writeOffs += 1
    const id = `woff_${this.writeOffs}`
    const { item, proposals } = planWriteOff(amount, candidates, {
      key: `woff:${id}`,
      kind,
      documentId: document?.id ?? null,
      glAccount: null,
      ...LATER,
    })
    const account = document?.account ?? store.accountOf(items[0] ?? item)
    store.write({ account, kind: "write_off", ...(document && { document }), items: [item], proposals })
    return id
  }

  /** How much of an order is written off, if it may be. */
  decidedOn(
    items: readonly OpenItem[],
    { open, wanted }: { readonly open: bigint; readonly wanted: bigint | null },
  ): bigint {
    const { digits } = this.options
    return decided(wanted ?? open, { open, total: priceOf(items), standing: standingIn(items), digits })
  }

  /** What stands kept of money on account. */
  private keptOf({ id }: OpenItem): bigint {
    const { live } = this.store
    const kept = live.filter(
      (one) => one.creditItemId === id && this.store.item(one.debitItemId).kind === "write_off",
    )
    return kept.reduce((sum, { amount }) => sum + amount, 0n)
  }

  private writtenOff(target: Correction["target"]): {
    document: StoredDocument | undefined
    money: OpenItem | undefined
    items: OpenItem[]
  } {
    const { store } = this
    const document = "orderId" in target ? store.documents.get(target.orderId) : undefined
    const money = "itemId" in target ? store.item(target.itemId) : undefined
    if (money && (money.kind !== "deposit" || money.documentId !== null)) throw refused("not_on_account")
    const items = document ? store.itemsOf(document) : money ? [money] : []
    if (items.length === 0) throw refused("order_not_read")
    return { document, money, items }
  }

  undo(id: string): void {
    const { store } = this
    const posted = store.items.filter((item) => item.key === `woff:${id}` || discountIn(item) === id)
    const [original] = posted
    if (!original) throw refused("write_off_not_found")
    const account = store.accountOf(original)
    const document = store.documentOf(original)
    if (document && document.account !== account) throw refused("write_off_moved")
    if (posted.some(({ sequence }) => sequence > 1)) throw refused("write_off_undone")
    const ids = new Set(posted.map((item) => item.id))
    const releases = store.live
      .filter(({ creditItemId, debitItemId }) => ids.has(creditItemId) || ids.has(debitItemId))
      .map((allocation): Release => ({
        allocation,
        credit: store.item(allocation.creditItemId),
        debit: store.item(allocation.debitItemId),
        rule: "write_off_undone",
        on: LATER.occurredOn,
      }))
    const candidates = store.candidates(document ? store.itemsOf(document) : posted)
    for (const { allocation, credit, debit } of releases) {
      giveBack(candidates, credit, allocation.amount, allocation.creditTaxes)
      giveBack(candidates, debit, allocation.amount, allocation.debitTaxes)
    }
    const undone = posted.map((item, place) =>
      counterOf(candidateIn(candidates, item.id), -BigInt(place + 1)),
    )
    const again = document
      ? this.settleAgain(
          document,
          candidates.filter(({ open }) => open > 0n),
        )
      : []
    const change = {
      account,
      kind: "write_off" as const,
      items: undone.map(({ item }) => item),
      releases,
      proposals: [...undone.flatMap(({ proposals }) => proposals), ...again],
    }
    store.write(document ? { ...change, document } : change)
  }

  settleAgain({ orderId }: StoredDocument, candidates: readonly Candidate[]): Proposal[] {
    return settle(candidates, {
      strategy: this.options.strategy,
      plan: planInWork(
        this.store.instalmentsOf(
          orderId,
          candidates.flatMap(({ item }) => (item.id < 0n ? [item] : [])),
        ),
      ),
    })
  }

  private openOf(document: StoredDocument): Candidate[] {
    return this.store.candidates(this.store.itemsOf(document).filter((item) => openAmount(item) > 0n))
  }

  private candidate(item: OpenItem): Candidate {
    return candidateOf(item, { placedAt: item.occurredAt, placedOn: item.occurredOn })
  }
}

function counterOf(
  freed: Candidate,
  firstId: bigint,
): { readonly item: OpenItem; readonly proposals: readonly Proposal[] } {
  if (freed.item.kind === "cash_discount") {
    const { item, proposal } = planUndoOfPart(freed, { firstId, ...LATER })
    return { item, proposals: [proposal] }
  }
  return planUndo(freed, { kind: writeOffKindOf(freed.item), glAccount: null, ...LATER })
}

/** An amount that may be written off. */
function decided(
  amount: bigint,
  {
    open,
    total,
    standing,
    digits,
  }: { readonly open: bigint; readonly total: bigint; readonly standing: bigint; readonly digits: number },
): bigint {
  if (open === 0n) throw refused("nothing_to_write_off")
  if (amount > open) throw refused("write_off_too_large")
  const currency = CURRENCIES[digits] ?? "eur"
  const authority = authorityFor(amount, {
    standing,
    limit: limitOf(WRITE_OFF.limits[currency], total, digits),
    approvalAbove: WRITE_OFF.approvalAbove[currency],
  })
  if (authority === "nobody") throw refused("write_off_above_limit")
  return amount
}

function giveBack(
  candidates: readonly Candidate[],
  item: OpenItem,
  amount: bigint,
  taxes: readonly bigint[],
): void {
  const candidate = candidates.find((one) => one.item === item)
  if (!candidate) return
  candidate.open += amount
  candidate.taxed = candidate.taxed.map((taken, rate) => taken - (taxes[rate] ?? 0n))
}

/** What an order costs, of which a limit is a share. */
function priceOf(items: readonly OpenItem[]): bigint {
  const priced = items.filter(
    (item) => item.kind !== "reversal" && (isCharge(item) || isLineCredit(item)) && !isReopened(item),
  )
  return priced.reduce((sum, item) => sum + signedAmount(item), 0n)
}

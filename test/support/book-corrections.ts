import { candidateOf } from "../../src/modules/reconciliation/domain/allocation/candidate"
import { STRATEGIES } from "../../src/modules/reconciliation/domain/allocation/strategies"
import type { Candidate } from "../../src/modules/reconciliation/domain/allocation/strategy"
import { planInWork } from "../../src/modules/reconciliation/domain/instalments/fulfil"
import { minorUnitsOf } from "../../src/modules/reconciliation/domain/money"
import { openAmount, type OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import type { Release } from "../../src/modules/reconciliation/domain/allocation/release"
import { reversedItemOf } from "../../src/modules/reconciliation/domain/key"
import {
  nextReversal,
  planReversal,
  postedBy,
} from "../../src/modules/reconciliation/domain/reversals/reverse"
import { settle } from "../../src/modules/reconciliation/domain/planner/settle"
import {
  openForWriteOff,
  planUndo,
  planWriteOff,
  type WriteOffKind,
} from "../../src/modules/reconciliation/domain/write-offs/write-off"
import { DOCUMENT_ID, type Book } from "./book"

/**
 * What people decide in the ledger and the host knows nothing of, as steps of a scenario:
 * "reverse cap1 100", "write off 0.02", "write off 0.02 as bank_charges", "keep 0.05", "revoke" (undoes
 * the last write-off).
 *
 * @returns false when the step is none of these
 */
export function correct(book: Book, step: string, day: number): boolean {
  const when = whenOf(day)
  const [, reversed, part] = /^reverse (\S+) ([\d.]+)$/.exec(step) ?? []
  if (reversed && part) reverse(book, reversed, { amount: minorUnitsOf(part, book.digits), ...when })
  const [, written, kind = "short_payment"] = /^write off ([\d.]+)(?: as (\w+))?$/.exec(step) ?? []
  if (written)
    writeOff(book, { amount: minorUnitsOf(written, book.digits), kind: kind as WriteOffKind, ...when })
  const [, kept] = /^keep ([\d.]+)$/.exec(step) ?? []
  if (kept) writeOff(book, { amount: minorUnitsOf(kept, book.digits), kind: "surplus", ...when })
  if (step === "revoke") revoke(book, when)
  return reversed !== undefined || written !== undefined || kept !== undefined || step === "revoke"
}

interface When {
  readonly occurredAt: string
  readonly occurredOn: string
}

function whenOf(day: number): When {
  const occurredOn = `2026-01-${String(day).padStart(2, "0")}`
  return { occurredOn, occurredAt: `${occurredOn}T12:00:00.000Z` }
}

const PLACED = { placedAt: "2026-01-01T09:00:00.000Z", placedOn: "2026-01-01" }

function candidatesOf(items: readonly OpenItem[]): Candidate[] {
  return items.filter((item) => openAmount(item) > 0n).map((item) => candidateOf(item, PLACED))
}

function reverse(book: Book, name: string, { amount, ...when }: When & { amount: bigint }): void {
  const money = book.items.find(({ key, side }) => side === "credit" && key.endsWith(`_${name}`))
  if (!money) throw new Error(`no money is called ${name}`)
  const candidates = candidatesOf(book.items)
  const earlier = book.items.filter((item) => reversedItemOf(item) === money.id)
  const settled = book.allocations
    .filter(({ creditItemId }) => creditItemId === money.id)
    .map((one) => ({ debit: book.item(one.debitItemId), amount: one.amount }))
  const known = candidates.find(({ item }) => item === money) ?? candidateOf(money, PLACED)
  const [plan] = planReversal({
    chain: [{ money: known, settled, earlier, accountId: 1n }],
    number: nextReversal(earlier),
    amount,
    homeOf: () => ({ accountId: 1n, ...PLACED }),
    description: { kind: "chargeback", title: "Chargeback", reference: "dp_1", ...when },
    reach: { items: book.items, allocations: book.allocations },
  })
  if (!plan) throw new Error("nothing was reversed")
  const { strategy } = book
  const again = settle([...candidates, ...plan.items], {
    strategy: STRATEGIES[strategy],
    plan: planInWork(book.instalments(plan.items.map(({ item }) => item))),
  })
  book.store({ items: postedBy(plan.items), proposals: [...plan.proposals, ...again] })
}

function writeOff(
  book: Book,
  { amount, kind, ...when }: When & { amount: bigint; kind: WriteOffKind },
): void {
  const count = book.items.filter((item) => item.kind === "write_off" && item.sequence === 1).length
  const { item, proposals } = planWriteOff(amount, openForWriteOff(candidatesOf(book.items), kind), {
    key: `woff:${count + 1}`,
    kind,
    documentId: DOCUMENT_ID,
    glAccount: null,
    ...when,
  })
  book.store({ items: [item], proposals })
}

function revoke(book: Book, when: When): void {
  const original = book.items.findLast((item) => item.kind === "write_off" && item.sequence === 1)
  if (!original) throw new Error("nothing was written off")
  const releases = book.allocations
    .filter(({ creditItemId, debitItemId }) => [creditItemId, debitItemId].includes(original.id))
    .map((allocation): Release => ({
      allocation,
      credit: book.item(allocation.creditItemId),
      debit: book.item(allocation.debitItemId),
      rule: "write_off_undone",
      on: when.occurredOn,
    }))
  const candidate = { ...candidateOf(original, PLACED), open: original.amount }
  const { item, proposals } = planUndo(candidate, { kind: "short_payment", glAccount: null, ...when })
  book.store({ items: [item], proposals, releases })
}

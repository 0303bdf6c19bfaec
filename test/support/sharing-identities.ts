import { openAmount, type Allocation, type OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { sum } from "../../src/modules/reconciliation/domain/order/pairs"
import { sharingOf } from "../../src/modules/reconciliation/domain/order/sharing"

interface Ledger {
  readonly items: readonly OpenItem[]
  readonly allocations: readonly Allocation[]
}

/** What is wrong with the picture of an order's code, in words; none when both of its sides agree. */
export function brokenSharing(documentId: bigint, { items, allocations }: Ledger): string[] {
  const { payers, debts, shares } = sharingOf({ owner: { documentId }, items, allocations })
  const broken: string[] = []
  const expect = (what: string, left: bigint, right: bigint): void => {
    if (left !== right) broken.push(`${what}: ${left} is not ${right}`)
  }
  for (const { item, amount, here, elsewhere, unallocated } of payers) {
    const given = shares.filter(({ creditItemId }) => creditItemId === item.id)
    expect(`shares of ${item.key}`, sum(given.map((share) => share.amount)), here)
    expect(`parts of ${item.key}`, here + elsewhere + unallocated, amount)
    if (here <= 0n || elsewhere < 0n || unallocated < 0n) broken.push(`${item.key} pays less than nothing`)
  }
  for (const { key, amount, settled, open } of debts) {
    const taken = shares.filter(({ debtKey }) => debtKey === key)
    expect(`shares of ${key}`, sum(taken.map((share) => share.amount)), settled)
    expect(`parts of ${key}`, settled + open, amount)
    if (settled < 0n || open < 0n) broken.push(`${key} owes less than nothing`)
  }
  for (const { amount, allocations: made } of shares)
    expect("allocations of a share", sum(made.map((allocation) => allocation.amount)), amount)
  expect(
    "what pays, and what it settles",
    sum(payers.map(({ here }) => here)),
    sum(debts.map(({ settled }) => settled)),
  )
  const owed = items.filter(({ side, documentId: of }) => side === "debit" && of === documentId)
  expect("what is open", sum(debts.map(({ open }) => open)), sum(owed.map(openAmount)))
  return broken
}

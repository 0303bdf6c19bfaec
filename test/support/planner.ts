import type { Candidate, Strategy } from "../../src/modules/reconciliation/domain/allocation/strategy"
import type { OpenItem } from "../../src/modules/reconciliation/domain/open-item"
import { planAllocations, type Pin } from "../../src/modules/reconciliation/domain/planner/allocation-plan"

const dayText = (day: number): string => `2026-01-${String(day).padStart(2, "0")}`

interface ItemFacts {
  id: bigint
  side: OpenItem["side"]
  name: string
  amount: bigint
  day: number
  order?: number
  /** The ledger's number of the order; the same as the order's own unless the ledger heard of them otherwise. */
  document?: number
  position?: number
  dueDay?: number
}

export function candidateOf({
  id,
  side,
  name,
  amount,
  day,
  order,
  document = order,
  position = 0,
  dueDay,
}: ItemFacts): Candidate {
  const item: OpenItem = {
    id,
    documentId: document === undefined ? null : BigInt(document),
    side,
    kind: side === "debit" ? "charge" : "payment",
    key: name,
    sequence: 1,
    lineKey: side === "debit" ? name : null,
    position,
    title: name,
    reference: name,
    method: null,
    occurredAt: `${dayText(day)}T12:00:00.000Z`,
    occurredOn: dayText(day),
    dueOn: dueDay === undefined ? null : dayText(dueDay),
    amount,
    allocated: 0n,
    taxes: [],
    taxesAllocated: [],
  }
  const orderId = order === undefined ? "" : `order_${order}`
  return { item, open: amount, taxed: [], placedAt: item.occurredAt, placedOn: item.occurredOn, orderId }
}

/**
 * Plans a table and compares: "#owed" has a line "1/A 75 d1 due d9" for each debit (order 1, line A, placed
 * on day 1; the ledger heard of the orders in the order listed), "#money" a line "cheque 100 d3" for each credit, "#pinned" "cheque → 1/C 20"; "#applied" and
 * "#left" are what must come out.
 */
export function runPlan(strategy: Strategy, text: string): void {
  const sections = sectionsOf(text)
  const heardOf: string[] = []
  const debits = (sections["owed"] ?? []).map((line, index) => debitOf(line, index, heardOf))
  const credits = (sections["money"] ?? []).map((line, index) => creditOf(line, index))
  const pins = (sections["pinned"] ?? []).map((line) => pinOf(line, [...credits, ...debits]))
  const { allocate, leftover } = planAllocations({ credits, debits, strategy, pins })
  const came: Record<string, string[]> = {
    applied: allocate.map(
      ({ credit, debit, amount, rule }) => `${credit.key} → ${debit.key} ${amount} ${rule}`,
    ),
    left: leftover.map(({ credit, amount, because }) => `${credit.key} ${amount}: ${because}`),
  }
  expect({ applied: came["applied"], left: came["left"] }).toEqual({
    applied: sections["applied"] ?? [],
    left: sections["left"] ?? [],
  })
}

function sectionsOf(text: string): Record<string, string[]> {
  const sections: Record<string, string[]> = {}
  let current: string[] = []
  for (const line of text.split("\n").map((one) => one.trim().replaceAll(/\s+/g, " "))) {
    if (line.startsWith("#")) current = sections[line.slice(1)] = []
    else if (line !== "") current.push(line)
  }
  return sections
}

function debitOf(line: string, index: number, heardOf: string[]): Candidate {
  const [, name = "", order = "", amount = "", day = "", dueDay] =
    /^((\d+)\/\w+) (\d+) d(\d+)(?: due d(\d+))?$/.exec(line) ?? []
  if (name === "") throw new Error(`not a debit: "${line}"`)
  if (!heardOf.includes(order)) heardOf.push(order)
  return candidateOf({
    id: BigInt(index + 1),
    side: "debit",
    name,
    amount: BigInt(amount),
    day: Number(day),
    order: Number(order),
    document: heardOf.indexOf(order) + 1,
    position: index,
    ...(dueDay && { dueDay: Number(dueDay) }),
  })
}

function creditOf(line: string, index: number): Candidate {
  const [, name = "", amount = "", day = ""] = /^(\w+) (\d+) d(\d+)$/.exec(line) ?? []
  if (name === "") throw new Error(`not money: "${line}"`)
  return candidateOf({
    id: BigInt(1000 + index),
    side: "credit",
    name,
    amount: BigInt(amount),
    day: Number(day),
  })
}

function pinOf(line: string, candidates: readonly Candidate[]): Pin {
  const [, from = "", to = "", amount = ""] = /^(\w+) → (\S+) (\d+)$/.exec(line) ?? []
  const idOf = (name: string): bigint => candidates.find(({ item }) => item.key === name)?.item.id ?? -1n
  return { creditId: idOf(from), debitId: idOf(to), amount: BigInt(amount) }
}

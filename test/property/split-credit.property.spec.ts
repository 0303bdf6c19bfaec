import fc from "fast-check"
import type { Desired } from "../../src/modules/reconciliation/domain/posting/document-state"
import { post } from "../../src/modules/reconciliation/domain/posting/post"
import { splitCredit } from "../../src/modules/reconciliation/domain/posting/split-credit"
import { WorkingLedger } from "../../src/modules/reconciliation/domain/posting/working-ledger"
import { holds, sameText } from "../support/property"

const moment = { at: "2026-01-01T09:00:00.000Z", on: "2026-01-01" }

function lineOf(total: bigint, index: number): Desired {
  const key = `line:${index}`
  return {
    key,
    class: "line",
    signed: total,
    lineKey: key,
    position: index + 1,
    title: key,
    reference: key,
    method: null,
    taxes: [],
    ...moment,
  }
}

function ledgerOf(
  totals: readonly bigint[],
  paidLines: readonly { lineKey: string; amount: bigint }[],
): WorkingLedger {
  const ledger = new WorkingLedger({
    documentId: 1n,
    placedAt: moment.at,
    placedOn: moment.on,
    items: [],
    paidLines: paidLines.map((line) => ({ ...line, creditKey: "cap:1" })),
  })
  const balance = totals.reduce((sum, total) => sum + total, 0n)
  const lines = totals.map(lineOf)
  post(
    ledger,
    { ...moment, version: 1, lines, money: [], balance, creditedLines: [], canceled: null },
    { orderId: "1" },
  )
  return ledger
}

const total = fc.bigInt({ min: 0n, max: 100_000n })
const lineKey = fc.nat({ max: 5 }).map((index) => `line:${index}`)
const given = fc.record({
  totals: fc.array(total, { minLength: 1, maxLength: 6 }).filter((totals) => totals.some((one) => one > 0n)),
  amount: fc.bigInt({ min: 1n, max: 300_000n }),
  likely: fc.array(fc.record({ lineKey, worth: fc.bigInt({ min: 1n, max: 100_000n }) }), { maxLength: 3 }),
  refundLines: fc.constantFrom("newest_first" as const, "pro_rata" as const),
  paid: fc.array(fc.record({ lineKey, amount: fc.bigInt({ min: 1n, max: 100_000n }) }), { maxLength: 4 }),
})

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n)

describe("F17: a credit of an order, split over its lines", () => {
  it("adds up exactly, in the order of the lines, one share a line", () => {
    holds(
      fc.property(given, ({ totals, amount, likely, paid, refundLines }) => {
        const shares = splitCredit(ledgerOf(totals, paid), { amount, likely, refundLines })
        sameText(sum(shares.map((share) => share.amount)).toString(), amount.toString())
        const positions = shares.map(({ position }) => position)
        sameText(
          positions,
          [...new Set(positions)].toSorted((one, other) => one - other),
        )
        return shares.every((share) => share.amount > 0n)
      }),
    )
  })

  it("takes from no line more than it is worth, unless all lines together are worth less", () => {
    holds(
      fc.property(given, ({ totals, amount, likely, paid, refundLines }) => {
        const shares = splitCredit(ledgerOf(totals, paid), { amount, likely, refundLines })
        const over = shares.filter((share) => share.amount > (totals[share.position - 1] ?? 0n))
        if (amount <= sum(totals)) return over.length === 0
        const largest = totals.indexOf(totals.reduce((one, other) => (other > one ? other : one)))
        return over.length === 1 && over[0]?.position === largest + 1
      }),
    )
  })

  it("goes to the likely lines first", () => {
    holds(
      fc.property(given, ({ totals, amount, likely, paid, refundLines }) => {
        const shares = splitCredit(ledgerOf(totals, paid), { amount, likely, refundLines })
        const worth = (key: string): bigint => totals[Number(key.slice("line:".length))] ?? 0n
        const keys = [...new Set(likely.map((line) => line.lineKey))]
        const asked = (key: string): bigint =>
          sum(likely.filter((line) => line.lineKey === key).map((line) => line.worth))
        const wanted = sum(keys.map((key) => (asked(key) < worth(key) ? asked(key) : worth(key))))
        const came = sum(shares.filter((share) => keys.includes(share.lineKey)).map((share) => share.amount))
        return came >= (amount < wanted ? amount : wanted)
      }),
    )
  })
})

describe("Postings", () => {
  it("add up to what should stand under every key, whatever stood before, and are never of nothing", () => {
    const versions = fc.array(fc.array(total, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
    holds(
      fc.property(versions, (all) => {
        const ledger = new WorkingLedger({
          documentId: 1n,
          placedAt: moment.at,
          placedOn: moment.on,
          items: [],
        })
        for (const [index, totals] of all.entries()) {
          const lines = totals.map(lineOf)
          const state = { ...moment, version: index + 1, lines, money: [], creditedLines: [], canceled: null }
          post(ledger, { ...state, balance: sum(totals) }, { orderId: "1" })
          for (let line = 0; line < 5; line += 1) {
            sameText(String(ledger.standing.get(`line:${line}`)?.net ?? 0n), String(totals[line] ?? 0n))
          }
        }
        const sequences = new Map<string, number>()
        for (const { item } of ledger.posted) {
          if (item.amount <= 0n || item.sequence !== (sequences.get(item.key) ?? 0) + 1) return false
          sequences.set(item.key, item.sequence)
        }
        return true
      }),
    )
  })
})

import { creditLinesOf } from "../../src/modules/reconciliation/ingest/credit-lines"
import { missingCredit } from "../../src/modules/reconciliation/ingest/write-off-credits"
import { settingsOf } from "../../src/modules/reconciliation/settings/options"

const line = (amount: string, reference: string | null, referenceId: string | null = null) => ({
  id: `credit_${amount}`,
  reference,
  reference_id: referenceId,
  raw_amount: { value: amount },
})
const TAG = "reconciliation-write-off"

describe("F24: the host's credit line of a write-off", () => {
  const wanted = { key: "woff:1", amount: "0.10", digits: 2 }

  it.each([
    ["is sent when the host has none", [], "0.10"],
    ["is not sent twice", [line("0.1", TAG, "woff:1")], null],
    ["is not taken for another write-off's", [line("0.1", TAG, "woff:2")], "0.10"],
    ["is not taken for another plugin's", [line("0.1", "goodwill", "woff:1")], "0.10"],
    [
      "is sent again after it was taken back",
      [line("0.1", TAG, "woff:1"), line("-0.1", TAG, "woff:1")],
      "0.10",
    ],
  ])("%s", (_, lines, expected) => {
    expect(missingCredit(lines, wanted)).toBe(expected)
  })

  it("is taken back once the write-off is undone", () => {
    const undone = { ...wanted, amount: "0.00" }
    expect(missingCredit([line("0.1", TAG, "woff:1")], undone)).toBe("-0.10")
    expect(missingCredit([line("0.1", TAG, "woff:1"), line("-0.1", TAG, "woff:1")], undone)).toBeNull()
  })

  it("is passed over by ingest, forth and back, and nothing else is", () => {
    const version = {
      version: 2,
      credit_lines: [line("0.1", TAG, "woff:1"), line("-0.1", TAG, "woff:1"), line("5", "goodwill")],
    }
    const { adjustments, money, rawAdjustments } = creditLinesOf(version, {
      order: { id: "order_1" },
      digits: 2,
      moneyReferences: [],

      repayments: new Map(),
      whenOfVersion: () => ({ at: "2026-01-01T00:00:00.000Z", on: "2026-01-01" }),
    })
    expect({ credits: adjustments.map(({ signed }) => signed), money, rawAdjustments }).toEqual({
      credits: [-500n],
      money: [],
      rawAdjustments: ["5"],
    })
  })
})

describe("F24: the options of write-offs", () => {
  it.each([
    [{ limits: { eur: { amount: 0.5 as never, percent: 1 } } }, "writeOff.limits.eur.amount is 0.5"],
    [{ limits: { eur: { amount: "0.50", percent: 101 } } }, "writeOff.limits.eur.percent is 101"],
    [{ limits: { eur: { amount: "0.50", percent: 0.00001 } } }, "writeOff.limits.eur.percent is 0.00001"],
    [{ approvalAbove: { eur: "five" } }, 'writeOff.approvalAbove.eur is "five"'],
  ])("are refused at boot: %j", (writeOff, message) => {
    expect(() => settingsOf({ writeOff })).toThrow(message)
  })

  it("write nothing off by default", () => {
    expect(settingsOf().writeOff).toEqual({
      accounts: { short_payment: null, surplus: null, bank_charges: null, cash_discount: null },
      limits: {},
      approvalAbove: {},
      hostCreditLine: false,
      automatic: false,
    })
  })
})

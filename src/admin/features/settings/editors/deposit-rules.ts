import type { SettingValue } from "../../../../types/http"
import { decimalTyped, listOf, numberOf, partsOf, textOf } from "./types"

/** What a rule of down payments may be for, as the option calls it. */
export const OF = ["product", "type", "collection", "category"] as const
type Of = (typeof OF)[number]

/** A rule as it is typed, numbers as the reader writes them. */
export interface DraftDeposit {
  readonly of: Of
  readonly id: string
  /** A share of each line, or so much a line in each currency. */
  readonly down: "percent" | "amount"
  readonly percent: string
  readonly amounts: readonly (readonly string[])[]
  /** When so many per cent of the rest fall due: days after the order, and the share. */
  readonly schedule: readonly (readonly string[])[]
}

export const NEW_DEPOSIT: DraftDeposit = {
  of: "product",
  id: "",
  down: "percent",
  percent: "30",
  amounts: [],
  schedule: [["30", "100"]],
}

/** @param written how a number is written for the reader */
export const depositsOf = (
  value: SettingValue | undefined,
  written: (number: SettingValue | undefined) => string,
): DraftDeposit[] =>
  listOf(value).map((rule) => {
    const parts = partsOf(rule)
    const of = OF.find((one) => parts[one] !== undefined) ?? "product"
    const down = partsOf(parts["downPayment"])
    return {
      of,
      id: textOf(parts[of]),
      down: down["amount"] === undefined ? "percent" : "amount",
      percent: written(down["percent"]),
      amounts: Object.entries(partsOf(down["amount"])).map(([code, amount]) => [code, written(amount)]),
      schedule: listOf(parts["schedule"]).map((part) => {
        const { afterDays, percent } = partsOf(part)
        return [textOf(afterDays), written(percent)]
      }),
    }
  })

const percentOf = (typed: string): SettingValue => numberOf(decimalTyped(typed))

/** As the option says it. */
export const depositOption = ({ of, id, down, percent, amounts, schedule }: DraftDeposit): SettingValue => ({
  [of]: id.trim(),
  downPayment:
    down === "percent"
      ? { percent: percentOf(percent) }
      : {
          amount: Object.fromEntries(
            amounts.map(([code = "", amount = ""]) => [code.trim().toLowerCase(), decimalTyped(amount)]),
          ),
        },
  schedule: schedule.map(([days = "", share = ""]) => ({
    afterDays: numberOf(days.trim()),
    percent: percentOf(share),
  })),
})

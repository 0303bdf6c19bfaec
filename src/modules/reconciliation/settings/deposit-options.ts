import { WHOLE, type DepositRule, type Percent } from "../domain/instalments/deposit"
import { knownNames, refusedOption } from "./option-checks"

/** A down payment that some products require, and when the rest falls due. */
export interface DepositOption {
  /** Exactly one of the four: an id of the host. */
  product?: string
  type?: string
  collection?: string
  category?: string
  /** Of each line: a share of what it costs, or an amount a currency ({ eur: "50.00" }). */
  downPayment: { percent: number } | { amount: Record<string, string> }
  /** Of the rest: when it falls due, counted from the day the order was placed. Together 100 per cent. */
  schedule: { afterDays: number; percent: number }[]
}

const KINDS = ["product", "type", "collection", "category"] as const
const LONGEST_DAYS = 3_650

/** @throws Error at boot, naming the rule, what is wrong and what it may be */
export function depositRules(options: readonly DepositOption[] = []): DepositRule[] {
  if (!Array.isArray(options)) throw wrong("deposits", "is no list; use [{ product, downPayment, schedule }]")
  return options.map((option, index) => ruleOf(option, `deposits[${index}]`))
}

function ruleOf(option: DepositOption, name: string): DepositRule {
  knownNames(name, option, [...KINDS, "downPayment", "schedule"])
  return { match: matchOf(option, name), ...termsOf(option, name) }
}

function matchOf(option: DepositOption, name: string): DepositRule["match"] {
  const given = KINDS.filter((kind) => option[kind] !== undefined)
  const [by] = given
  const id = by && option[by]
  if (given.length !== 1 || !by || typeof id !== "string" || id === "") {
    throw wrong(name, `names ${given.join(" and ") || "nothing"}; name the id of one ${KINDS.join(", ")}`)
  }
  return { by, id }
}

function termsOf(
  { downPayment, schedule }: DepositOption,
  name: string,
): Pick<DepositRule, "downPayment" | "schedule"> {
  const down = downPaymentOf(downPayment, `${name}.downPayment`)
  if (!Array.isArray(schedule)) throw wrong(`${name}.schedule`, "is no list of { afterDays, percent }")
  const parts = schedule.map((part, index) => partOf(part, `${name}.schedule[${index}]`))
  const sum = parts.reduce((total, { basisPoints }) => total + basisPoints, 0n)
  if (sum !== WHOLE) {
    throw wrong(`${name}.schedule`, `shares out ${Number(sum) / 100} per cent of the rest; use 100`)
  }
  return { downPayment: down, schedule: parts.toSorted((one, other) => one.afterDays - other.afterDays) }
}

function partOf(part: DepositOption["schedule"][number], name: string): DepositRule["schedule"][number] {
  knownNames(name, part, ["afterDays", "percent"])
  return {
    afterDays: daysOf(part.afterDays, `${name}.afterDays`),
    ...percentOf(part.percent, `${name}.percent`),
  }
}

function downPaymentOf(down: DepositOption["downPayment"], name: string): DepositRule["downPayment"] {
  if (typeof down === "object" && "percent" in down) return percentOf(down.percent, `${name}.percent`)
  if (typeof down !== "object" || typeof down.amount !== "object") {
    throw wrong(name, 'is neither { percent: 30 } nor { amount: { eur: "50.00" } }')
  }
  const amounts = new Map(
    Object.entries(down.amount).map(([currency, amount]) => [currency.toLowerCase(), amount]),
  )
  for (const [currency, amount] of amounts) {
    if (typeof amount !== "string" || !/^\d{1,12}(\.\d{1,6})?$/.test(amount) || !/[1-9]/.test(amount)) {
      throw wrong(`${name}.amount.${currency}`, `is ${amount}; use a decimal string such as "50.00"`)
    }
  }
  if (amounts.size === 0) throw wrong(`${name}.amount`, "names no currency")
  return { amounts }
}

/** Above 0, at most 100, to two decimals. */
function percentOf(percent: number, name: string): Percent {
  const points = Math.round(percent * 100)
  if (
    typeof percent !== "number" ||
    !(percent > 0 && percent <= 100) ||
    Math.abs(percent * 100 - points) > 1e-9
  ) {
    throw wrong(name, `is ${String(percent)}; use a number above 0, at most 100, with two decimals at most`)
  }
  return { basisPoints: BigInt(points) }
}

function daysOf(days: number, name: string): number {
  if (Number.isInteger(days) && days >= 1 && days <= LONGEST_DAYS) return days
  throw wrong(name, `is ${String(days)}; use a whole number from 1 to ${LONGEST_DAYS}`)
}

function wrong(name: string, message: string): Error {
  return refusedOption(`${name} ${message}.`)
}

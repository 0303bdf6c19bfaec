import type { Terms } from "../domain/terms/terms"
import type { TermsRule } from "../domain/terms/terms-rule"
import { knownNames, refusedOption, textsOf } from "./option-checks"

/** When orders fall due, by whom and what they are for. Whatever is named must fit; a rule that names nothing fits all. */
export interface TermsOption {
  /** Ids of customer groups of the host; one of them is enough, and so below. */
  customerGroups?: string[]
  /** Ids of companies whose members' orders are on their account. */
  companies?: string[]
  /** Ids of payment providers (pp_system_default). */
  providers?: string[]
  salesChannels?: string[]
  /**
   * { days: 30 }: so many days after the order; { endOfMonth: 30 }: the last day of the month in which those end, or with
   * `on: 15` that day of the next one; { onDelivery: 0 }: so many days after the last piece was delivered.
   */
  due: { days: number } | { endOfMonth: number; on?: number } | { onDelivery: number }
}

const WHO = ["customerGroups", "companies", "providers", "salesChannels"] as const
const LONGEST_DAYS = 3_650

/** @throws Error at boot, naming the rule, what is wrong and what it may be */
export function termsRules(options: readonly TermsOption[] = []): TermsRule[] {
  if (!Array.isArray(options)) throw wrong("paymentTerms", "is no list; use [{ due: { days: 30 } }]")
  return options.map((option: TermsOption, index) => ruleOf(option, `paymentTerms[${index}]`))
}

function ruleOf(option: TermsOption, name: string): TermsRule {
  knownNames(name, option, [...WHO, "due"])
  const named = (who: (typeof WHO)[number]): readonly string[] | null =>
    option[who] === undefined ? null : someOf(`${name}.${who}`, option[who])
  return {
    customerGroups: named("customerGroups"),
    companies: named("companies"),
    providers: named("providers"),
    salesChannels: named("salesChannels"),
    terms: termsOf(option.due, `${name}.due`),
  }
}

/** An empty list fits nobody, as one from a variable that is not set: it would never be noticed. */
function someOf(name: string, value: unknown): string[] {
  const texts = textsOf(name, value)
  if (texts.length === 0) throw wrong(name, "is an empty list, which fits nothing; leave it out to fit all")
  return texts
}

function termsOf(due: TermsOption["due"], name: string): Terms {
  knownNames(name, due, ["days", "endOfMonth", "on", "onDelivery"])
  const { days, endOfMonth, on, onDelivery } = due as Partial<
    Record<"days" | "endOfMonth" | "on" | "onDelivery", number>
  >
  const given = [days, endOfMonth, onDelivery].filter((one) => one !== undefined)
  if (given.length !== 1) throw wrong(name, "names none or several; use one of days, endOfMonth, onDelivery")
  if (on !== undefined && endOfMonth === undefined) throw wrong(`${name}.on`, "needs endOfMonth beside it")
  if (days !== undefined) return { kind: "days", days: daysOf(days, `${name}.days`) }
  if (onDelivery !== undefined) return { kind: "on_delivery", days: daysOf(onDelivery, `${name}.onDelivery`) }
  return {
    kind: "end_of_month",
    days: daysOf(endOfMonth, `${name}.endOfMonth`),
    dayOfNextMonth: on === undefined ? null : dayOfMonth(on, `${name}.on`),
  }
}

function daysOf(days: number | undefined, name: string): number {
  if (days !== undefined && Number.isInteger(days) && days >= 0 && days <= LONGEST_DAYS) return days
  throw wrong(name, `is ${String(days)}; use a whole number from 0 to ${LONGEST_DAYS}`)
}

function dayOfMonth(day: number, name: string): number {
  if (Number.isInteger(day) && day >= 1 && day <= 31) return day
  throw wrong(name, `is ${String(day)}; use a day of a month from 1 to 31`)
}

function wrong(name: string, message: string): Error {
  return refusedOption(`${name} ${message}.`)
}

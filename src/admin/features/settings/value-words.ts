import { matchingCode } from "../../../modules/reconciliation/domain/matching-code"
import type { SettingsView, SettingValue, SettingView } from "../../../types/http"
import { colon } from "../../lib/colon"
import { decimalWords } from "../../lib/decimal-words"
import { methodLabel } from "../../lib/labels"
import type { Words } from "../../lib/use-words"
import { dueSaid } from "../order/terms-words"
import { providerWords } from "./editors/provider-words"
import { draftsOf, dueOf } from "./editors/terms-rules"
import { listOf, partsOf } from "./editors/types"

const textOf = (value: SettingValue | undefined): string =>
  value === null || value === undefined
    ? ""
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value)

const namesOf = (value: SettingValue): string[] => listOf(value).map(textOf)

const amountIn = (currency: string, amount: SettingValue | undefined, locale: string): string =>
  `${decimalWords(textOf(amount), locale)} ${currency.toUpperCase()}`

/** How a choice is called; a rule of the store's own by its name. */
export function choiceWords({ t, has }: Pick<Words, "t" | "has">, name: string, value: string): string {
  const key = `settings.choice.${name}.${value}`
  return has(key) ? t(key) : value
}

/** The same within a sentence. */
function choiceWithin(said: Words, name: string, value: string): string {
  const words = choiceWords(said, name, value)
  return words === value ? words : words.charAt(0).toLocaleLowerCase(said.locale) + words.slice(1)
}

type Say = (value: SettingValue, words: Words, seen: SettingsView) => string

const pairs = (value: SettingValue, between: string): string =>
  Object.entries(partsOf(value))
    .map(([key, one]) => `${key}${between}${textOf(one)}`)
    .join(" · ")

const rulesCount = (count: number, { t }: Words): string => t("settings.rulesCount", { count })

/** The last number that each series gave; of another beginning, the beginning alone. */
function lastNumbers(value: SettingValue, { t }: Words, { receipts }: SettingsView): string {
  const { prefix, creditPrefix } = partsOf(value)
  const last = (beginning: SettingValue | undefined): string => {
    const found = receipts.find(({ series }) => series.startsWith(`${textOf(beginning)}-`))
    if (!found) return textOf(beginning)
    return found.last === 0 ? found.series : `${found.series}-${String(found.last).padStart(4, "0")}`
  }
  return t("settings.receipts", { money: last(prefix), credits: last(creditPrefix) })
}

/** Up to how much one person decides, and what may be written off at all. */
function limitsSaid(value: SettingValue, { t, locale }: Words): string {
  const { limits = null, approvalAbove = null } = partsOf(value)
  const above = Object.entries(partsOf(approvalAbove)).map(([code, amount]) => amountIn(code, amount, locale))
  const byPercent = new Map<string, string[]>()
  for (const [code, limit] of Object.entries(partsOf(limits))) {
    const { amount, percent } = partsOf(limit)
    const same = byPercent.get(textOf(percent)) ?? []
    byPercent.set(textOf(percent), [...same, amountIn(code, amount, locale)])
  }
  const most = [...byPercent].map(([percent, amounts]) =>
    t("settings.orPercent", { amount: amounts.join(", "), percent: decimalWords(percent, locale) }),
  )
  if (most.length === 0) return ""
  const within = t("settings.atMost", { most: most.join(" · ") })
  const said = above.length === 0 ? within : t("settings.alone", { amounts: above.join(", "), most: within })
  return said.charAt(0).toLocaleUpperCase(locale) + said.slice(1)
}

const words: Readonly<Record<string, Say>> = {
  goLive: (value, { day }) => day(textOf(value)),
  receipts: lastNumbers,
  firstReceipts: (value) => pairs(value, "-"),
  creditTransfer: (value) => `${textOf(partsOf(value)["name"])}, ${textOf(partsOf(value)["iban"])}`,
  salesChannelStrategies: (value, said, { names }) =>
    Object.entries(partsOf(value))
      .map(([id, rule]) => `${names[id] ?? id}, ${choiceWithin(said, "strategy", textOf(rule))}`)
      .join(" · "),
  componentPriority: (value, said) =>
    namesOf(value)
      .map((one) => choiceWords(said, "componentPriority", one))
      .join(" → "),
  matchingCodes: (value, { t }) => {
    const { enabled, scope, firstRank } = partsOf(value)
    if (enabled === false) return t("settings.off")
    const code = matchingCode(Number(firstRank), false)
    return t("settings.codes", { scope: t(`settings.choice.scope.${textOf(scope)}`), code })
  },
  writeOff: limitsSaid,
  deposits: (value, said) => (listOf(value).length === 0 ? "" : rulesCount(listOf(value).length, said)),
  paymentTerms: (value, said) => {
    const [first, ...others] = draftsOf(value)
    if (!first) return ""
    const due = dueOf(first)
    const when =
      "days" in due && due.days > 0 ? said.t("settings.termsDays", { count: due.days }) : dueSaid(due, said.t)
    return others.length === 0 ? when : `${when}${said.t("settings.moreRules", { count: others.length })}`
  },
  paymentMethods: (value, { t, locale }) =>
    Object.entries(partsOf(value))
      .map(([id, method]) => `${providerWords(id)}${colon(locale)}${methodLabel(textOf(method), t)}`)
      .join(" · "),
  moneyCreditLines: (value) => namesOf(value).join(", "),
  strategies: (value) => namesOf(value).join(", "),
  orderReader: (value, said) => choiceWords(said, "orderReader", String(partsOf(value)["enabled"] !== false)),
}

/** What stands where an option says nothing. */
function nothingSaid(name: string, { t, has }: Words): string {
  const key = `settings.unset.${name}`
  return t(has(key) ? key : "settings.none")
}

/** What an option says, in a few words. */
export function valueWords(
  { name, value }: Pick<SettingView, "name" | "value">,
  said: Words,
  seen: SettingsView,
): string {
  if (value === null) return nothingSaid(name, said)
  const say = words[name]
  const told = say ? say(value, said, seen) : choiceWords(said, name, textOf(value))
  return told === "" ? nothingSaid(name, said) : told
}

/** The same within a sentence, where it is a word of the plugin's and no name. */
function valueWithin(of: Pick<SettingView, "name" | "value">, said: Words, seen: SettingsView): string {
  const told = valueWords(of, said, seen)
  const isWord = told === nothingSaid(of.name, said) || words[of.name] === undefined
  return isWord && told !== textOf(of.value)
    ? told.charAt(0).toLocaleLowerCase(said.locale) + told.slice(1)
    : told
}

/** Where a value comes from, and of some what it means now. */
export function originWords(setting: SettingView, said: Words, seen: SettingsView): string {
  const { name, origin, by, at, previous } = setting
  const { t, dayInSentence } = said
  const hint = hintOf(setting, said, seen)
  const from =
    origin === "screen" && at !== null
      ? t("settings.from.screen", {
          who: by?.type === "system" ? t("settings.system") : (by?.name ?? t("settings.somebody")),
          day: dayInSentence(at),
          before: valueWithin({ name, value: previous }, said, seen),
        })
      : t(`settings.from.${origin}`)
  if (hint === undefined) return from
  return name === "strategy" ? `${from}. ${hint}` : `${hint}. ${from}`
}

function hintOf({ name, value }: SettingView, speech: Words, seen: SettingsView): string | undefined {
  const { t, locale } = speech
  if (name === "goLive") return value === null ? undefined : t("settings.hint.goLive")
  if (name === "receipts") {
    const next = seen.receipts.find(({ series }) => series.startsWith(`${textOf(partsOf(value)["prefix"])}-`))
    return next && t("settings.hint.receipts", { next: next.next })
  }
  if (name === "timeZone") {
    const timeZone = textOf(value)
    const [now, day] = [new Date(seen.now), { day: "numeric", month: "short" } as const]
    const said = [day, { timeStyle: "short" } as const].map((format) =>
      new Intl.DateTimeFormat(locale, { timeZone, ...format }).format(now),
    )
    return t("settings.hint.timeZone", { time: said.join(", ") })
  }
  const valueOf = (of: string): SettingValue => seen.settings.find((one) => one.name === of)?.value ?? null
  if (name === "strategy") {
    const others = valueOf("salesChannelStrategies")
    const count = Object.keys(partsOf(others)).length
    if (count === 0) return undefined
    const which = valueWords({ name: "salesChannelStrategies", value: others }, speech, seen)
    return t("settings.differ", { count, which })
  }
  if (name === "writeOff") {
    const approvers = namesOf(partsOf(valueOf("rights"))["write_off"] ?? null)
    if (approvers.length === 0 || seen.roles) return undefined
    return t("settings.approvers", { names: approvers.map((who) => seen.names[who] ?? who).join(", ") })
  }
  return undefined
}

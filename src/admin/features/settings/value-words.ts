import { matchingCode } from "../../../modules/reconciliation/domain/matching-code"
import type { SettingsView, SettingValue, SettingView } from "../../../types/http"
import { colon } from "../../lib/colon"
import { decimalWords } from "../../lib/decimal-words"
import type { Words } from "../../lib/use-words"

type Parts = Readonly<Record<string, SettingValue>>

const partsOf = (value: SettingValue): Parts =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Parts) : {}

const listOf = (value: SettingValue): readonly SettingValue[] =>
  Array.isArray(value) ? (value as readonly SettingValue[]) : []

const textOf = (value: SettingValue | undefined): string =>
  value === null || value === undefined
    ? ""
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value)

const amountsOf = (byCurrency: SettingValue | undefined, locale: string): string[] =>
  Object.entries(partsOf(byCurrency ?? null)).map(
    ([currency, amount]) => `${decimalWords(textOf(amount), locale)} ${currency.toUpperCase()}`,
  )

/** How a choice is called; a rule of the store's own by its name. */
export function choiceWords({ t, has }: Pick<Words, "t" | "has">, name: string, value: string): string {
  const key = `settings.choice.${name}.${value}`
  return has(key) ? t(key) : value
}

type Say = (value: SettingValue, words: Words, seen: SettingsView) => string

const count: Say = (value, { t }) => {
  const rules = listOf(value).length
  return rules === 0 ? t("settings.none") : t("settings.rulesCount", { count: rules })
}

const words: Readonly<Record<string, Say>> = {
  goLive: (value, { day }) => day(textOf(value)),
  receipts: (value) => Object.values(partsOf(value)).map(textOf).join(", "),
  firstReceipts: (value) => pairs(value, "-"),
  creditTransfer: (value) => `${textOf(partsOf(value)["name"])}, ${textOf(partsOf(value)["iban"])}`,
  salesChannelStrategies: (value, said, { names }) =>
    Object.entries(partsOf(value))
      .map(
        ([id, rule]) =>
          `${names[id] ?? id}${colon(said.locale)}${choiceWords(said, "strategy", textOf(rule))}`,
      )
      .join(" · "),
  componentPriority: (value, said) =>
    listOf(value)
      .map((one) => choiceWords(said, "componentPriority", textOf(one)))
      .join(" → "),
  matchingCodes: (value, { t }) => {
    const { enabled, scope, firstRank } = partsOf(value)
    if (enabled === false) return t("settings.off")
    const code = matchingCode(Number(firstRank), false)
    const given = t("settings.codes", { scope: t(`settings.choice.scope.${textOf(scope)}`), code })
    return `${t("settings.on")}, ${given}`
  },
  writeOff: (value, { t, locale }) => {
    const { limits = null } = partsOf(value)
    return Object.entries(partsOf(limits))
      .map(([currency, limit]) => {
        const { amount, percent } = partsOf(limit)
        const most = `${decimalWords(textOf(amount), locale)} ${currency.toUpperCase()}`
        return t("settings.orPercent", { amount: most, percent: decimalWords(textOf(percent), locale) })
      })
      .join(" · ")
  },
  deposits: count,
  paymentTerms: count,
  paymentMethods: (value, { locale }) => pairs(value, colon(locale)),
  moneyCreditLines: (value) => listOf(value).map(textOf).join(", "),
  strategies: (value) => listOf(value).map(textOf).join(", "),
  orderReader: (value, { t }) => t(partsOf(value)["enabled"] === false ? "settings.off" : "settings.on"),
}

const pairs = (value: SettingValue, between: string): string =>
  Object.entries(partsOf(value))
    .map(([key, one]) => `${key}${between}${textOf(one)}`)
    .join(" · ")

/** What an option says, in a few words. */
export function valueWords(
  { name, value }: Pick<SettingView, "name" | "value">,
  said: Words,
  seen: SettingsView,
): string {
  if (value === null) return said.t("settings.none")
  const say = words[name]
  const told = say ? say(value, said, seen) : choiceWords(said, name, textOf(value))
  return told === "" ? said.t("settings.none") : told
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
          before: valueWords({ name, value: previous }, said, seen),
        })
      : t(`settings.from.${origin}`)
  return hint === undefined ? from : `${hint}. ${from}`
}

function hintOf({ name, value }: SettingView, { t, locale }: Words, seen: SettingsView): string | undefined {
  if (name === "goLive") return value === null ? undefined : t("settings.hint.goLive")
  if (name === "receipts") {
    const next = seen.receipts.find(({ series }) => series.startsWith(`${textOf(partsOf(value)["prefix"])}-`))
    return next && t("settings.hint.receipts", { next: next.next })
  }
  if (name === "timeZone") {
    const format = { timeZone: textOf(value), dateStyle: "medium", timeStyle: "short" } as const
    const time = new Intl.DateTimeFormat(locale, format).format(new Date(seen.now))
    return t("settings.hint.timeZone", { time })
  }
  if (name === "strategy") {
    const others = seen.settings.find((one) => one.name === "salesChannelStrategies")?.value ?? null
    const ids = Object.keys(partsOf(others))
    if (ids.length === 0) return undefined
    return t("settings.differ", {
      count: ids.length,
      which: ids.map((id) => seen.names[id] ?? id).join(", "),
    })
  }
  if (name === "writeOff") {
    const amounts = amountsOf(partsOf(value)["approvalAbove"], locale)
    return amounts.length === 0 ? undefined : t("settings.approval", { amounts: amounts.join(" · ") })
  }
  return undefined
}

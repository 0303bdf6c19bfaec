import type { RunScope, RunView } from "../../../types/http"
import { ruleLabel } from "../../lib/because"
import { todayOf } from "../../lib/dates"
import type { Words } from "../../lib/use-words"
import { isActive } from "./standing"

/** A count in the reader's figures, in a sentence that has one and many: both as `n`. */
export const counted = (
  { t, locale }: Pick<Words, "t" | "locale">,
  key: string,
  { count, ...values }: { readonly count: number } & Readonly<Record<string, string | number>>,
): string => t(key, { count, n: count.toLocaleString(locale), ...values })

/** What the job of the night calls itself. */
const NIGHTLY = "nightly run"

/** Who started it: a person or a key by name, the night, or a program. */
export function whoOf({ actor, cause }: Pick<RunView, "actor" | "cause">, { t }: Pick<Words, "t">): string {
  if (actor.name !== null) return actor.name
  if (cause === NIGHTLY) return t("runs.who.nightly")
  return t(actor.type === "user" ? "runs.who.nobody" : "runs.who.program")
}

/** "today, 9:20 AM", "Nov 23, 5:40 PM"; the year is said where it is not this one. */
export function whenOf(moment: string, { t, locale }: Pick<Words, "t" | "locale">, now = new Date()): string {
  const at = new Date(moment)
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" })
  if (todayOf(at) === todayOf(now)) return t("runs.today", { time: time.format(at) })
  const far = at.getFullYear() !== now.getFullYear()
  return new Intl.DateTimeFormat(locale, {
    month: "short",
    day: "numeric",
    // French writes hours with two digits.
    hour: locale.startsWith("fr") ? "2-digit" : "numeric",
    minute: "2-digit",
    ...(far && { year: "numeric" }),
  }).format(at)
}

/** Whose accounts: "All accounts", "EUR accounts", "Accounts of 12 customers, EUR". */
export function scopeOf(
  { kind, undoes, scope }: Pick<RunView, "kind" | "undoes" | "scope">,
  words: Words,
): string {
  const { t } = words
  const { account_ids: accounts, customer_ids: customers, currency_code: code } = scope
  const currency = code?.toUpperCase()
  if (kind === "undo") return t("runs.scope.undo", { id: undoes ?? "" })
  if (kind === "backfill")
    return currency === undefined ? t("backfill.scope") : t("backfill.scopeIn", { currency })
  if (!accounts && !customers)
    return currency === undefined ? t("runs.scope.all") : t("runs.scope.currency", { currency })
  const whose = accounts
    ? counted(words, "runs.scope.accounts", { count: accounts.length })
    : counted(words, "runs.scope.customers", { count: customers?.length ?? 0 })
  return currency === undefined ? whose : `${whose}, ${currency}`
}

/** As it stands within a line: "all accounts"; "EUR accounts" as it is. */
const within = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** What kind of run it is and whose accounts it is about: "Reconcile all · all accounts". */
export function kindOf(run: RunView, words: Words): string {
  const { t } = words
  if (run.kind === "undo") return t("runs.page.undoes", { id: run.undoes ?? "" })
  const scope = scopeOf(run, words)
  return run.kind === "reconcile" ? `${t("runs.fresh.title")} · ${within(scope)}` : scope
}

/** What a list says of it besides: nothing of what a new run does by itself. */
export const otherTermsOf = (run: RunView, words: Words): string =>
  termsOf(run, words, run.kind === "reconcile" && run.strategy === "exact_match")

/** What it does, and how much it did: "Reconcile all, 96 amounts", "EUR accounts". */
export function ranOf(run: Pick<RunView, "kind" | "undoes" | "scope" | "counts">, words: Words): string {
  const { account_ids: accounts, customer_ids: customers, currency_code: currency } = run.scope
  const isAll = run.kind === "reconcile" && !accounts && !customers && currency === undefined
  const what = isAll ? words.t("runs.fresh.title") : scopeOf(run, words)
  const count = run.counts.placed
  return count === 0 ? what : counted(words, "overview.ran", { count, what })
}

/** By which rule it places, which money, and on how many accounts at most. */
export function termsOf(run: RunView, words: Words, isRuleKnown = false): string {
  const { scope } = run
  const said = [
    isRuleKnown ? undefined : within(howOf(run, words)),
    daysOf(scope, words),
    scope.limit === undefined ? undefined : counted(words, "runs.scope.limit", { count: scope.limit }),
  ]
  return said.filter((one) => one !== undefined).join(" · ")
}

function daysOf({ from, until }: RunScope, { t, dayInSentence }: Words): string | undefined {
  if (from !== undefined && until !== undefined)
    return t("runs.scope.between", { from: dayInSentence(from), until: dayInSentence(until) })
  if (from !== undefined) return t("runs.scope.from", { date: dayInSentence(from) })
  return until === undefined ? undefined : t("runs.scope.until", { date: dayInSentence(until) })
}

/** By which rule it places; of an undo, what becomes of what rests on what it takes back. */
function howOf({ kind, cascade, strategy }: RunView, { t, has }: Pick<Words, "t" | "has">): string {
  if (kind === "undo") return t(cascade ? "runs.page.cascade" : "runs.page.keeps")
  if (kind === "backfill" && strategy === null) return t("backfill.ownRule")
  if (strategy === null || strategy === "exact_match") return t("runs.page.exact")
  const key = `runs.fresh.strategies.${strategy}`
  return has(key) ? t(key) : ruleLabel(strategy, { t, has })
}

const [MINUTE, HOUR] = [60, 3_600] as const

/** "38 s", "1 min 4 s", "2 h 5 min". */
export function durationOf(seconds: number, { t, locale }: Pick<Words, "t" | "locale">): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 1) return t("runs.took.moment")
  if (whole < MINUTE) return t("runs.took.seconds", { seconds: whole })
  if (whole < HOUR)
    return t("runs.took.minutes", { minutes: Math.floor(whole / MINUTE), seconds: whole % MINUTE })
  return t("runs.took.hours", {
    hours: Math.floor(whole / HOUR).toLocaleString(locale),
    minutes: Math.floor((whole % HOUR) / MINUTE),
  })
}

/** For how many seconds it has worked; null before it began. @param now milliseconds, for one that works still */
export function secondsOf({ started_at: began, ended_at: ended }: RunView, now: number): number | null {
  if (began === null) return null
  return ((ended === null ? now : Date.parse(ended)) - Date.parse(began)) / 1_000
}

/** How many accounts it has been through. */
export const doneOf = ({ counts: { done, failed } }: Pick<RunView, "counts">): number => done + failed

/** At the speed it had so far; null where that says nothing yet. */
export function secondsLeft(run: RunView, now: number): number | null {
  const [done, seconds] = [doneOf(run), secondsOf(run, now)]
  if (run.state !== "running" || done === 0 || seconds === null || seconds < 1) return null
  return (seconds / done) * (run.accounts - done)
}

/** What came of it, in one line of the list. */
export function resultOf(run: RunView, words: Words, now: number): string {
  const { t, locale } = words
  const { state, kind, counts, undone_by: undoneBy } = run
  const figures = {
    done: doneOf(run).toLocaleString(locale),
    accounts: run.accounts.toLocaleString(locale),
  }
  if (isActive(run)) {
    if (state !== "running") return t(`runs.result.${state}`)
    const left = secondsLeft(run, now)
    const so = t(kind === "backfill" ? "backfill.running" : "runs.result.running", figures)
    return left === null ? so : `${so}, ${t("runs.result.left", { time: durationOf(left, words) })}`
  }
  if (state === "undone") return t("runs.result.undone", { id: undoneBy ?? "" })
  if (state === "failed") return t("runs.result.failed")
  if (state === "cancelled")
    return t(kind === "undo" ? "runs.result.undoStopped" : "runs.result.cancelled", figures)
  const said = [
    counts.changed === 0
      ? t(kind === "undo" ? "runs.result.nothingBack" : "runs.result.nothing")
      : counted(words, kind === "backfill" ? "backfill.changed" : "runs.result.changed", {
          count: counts.changed,
        }),
    counts.left > 0
      ? counted(words, kind === "undo" ? "runs.result.stayed" : "runs.result.toYou", { count: counts.left })
      : null,
    counts.failed > 0 ? counted(words, "runs.result.failedAccounts", { count: counts.failed }) : null,
  ]
  return said.filter((one) => one !== null).join(", ")
}

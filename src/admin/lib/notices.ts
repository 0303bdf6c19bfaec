import type { Notice } from "../../types/http"
import type { Speech } from "./speech"

/** What a notice says and what to do; null when it brings no facts, as one noted by an earlier release. */
export function noticeWords(
  { code, facts }: Notice,
  { t, has, money, day }: Speech,
): { detail: string; remedy: string } | null {
  const key = `notices.${code}`
  const { amount, occurred_on: on, title } = facts
  if (!has(`${key}.detail`) || amount === undefined) return null
  const values = { amount: money(amount), date: on === undefined ? "" : day(on), title: title ?? "" }
  return { detail: t(`${key}.detail`, values), remedy: t(`${key}.remedy`) }
}

import type { DueBody, SettingValue } from "../../../../types/http"
import { listOf, numberOf, partsOf, textOf, textsOf } from "./types"

/** What a rule of payment terms may be for, as the option calls it. */
export const WHO = ["customerGroups", "companies", "providers", "salesChannels"] as const
export type Who = (typeof WHO)[number]

export const DUE_KINDS = ["days", "end_of_month", "on_delivery"] as const
type DueKind = (typeof DUE_KINDS)[number]

/** How the option names them. */
const OPTION_OF: Readonly<Record<DueKind, string>> = {
  days: "days",
  end_of_month: "endOfMonth",
  on_delivery: "onDelivery",
}

/** A rule as it is typed. */
export interface DraftRule {
  /** What it is for, one of each kind that is named; none: every order. */
  readonly who: readonly (readonly [who: Who, id: string])[]
  readonly kind: DueKind
  readonly days: string
  /** The day of the next month; "" is the end of the month. */
  readonly on: string
}

export const NEW_RULE: DraftRule = { who: [], kind: "days", days: "30", on: "" }

export const draftsOf = (value: SettingValue | undefined): DraftRule[] => listOf(value).map(draftOf)

function draftOf(rule: SettingValue): DraftRule {
  const parts = partsOf(rule)
  const due = partsOf(parts["due"])
  const kind = DUE_KINDS.find((one) => due[OPTION_OF[one]] !== undefined) ?? "days"
  return {
    who: WHO.flatMap((who) => textsOf(parts[who]).map((id) => [who, id] as const)),
    kind,
    days: textOf(due[OPTION_OF[kind]]),
    on: textOf(due["on"]),
  }
}

/** As the option says it. A condition that names nothing yet fits nothing, which the server refuses. */
export function optionOf({ who, kind, days, on }: DraftRule): SettingValue {
  const ids = (of: Who): string[] => who.flatMap(([one, id]) => (one === of ? [id.trim()] : []))
  return {
    ...Object.fromEntries(
      WHO.flatMap((one) => (ids(one).length > 0 ? [[one, ids(one).filter(Boolean)]] : [])),
    ),
    due: {
      [OPTION_OF[kind]]: numberOf(days),
      ...(kind === "end_of_month" && on.trim() !== "" && { on: numberOf(on) }),
    },
  }
}

/** When it makes orders fall due, as an order's own terms say it. */
export function dueOf({ kind, days, on }: DraftRule): DueBody {
  const count = Number(days)
  if (kind === "on_delivery") return { on_delivery: count }
  if (kind === "end_of_month") return { end_of_month: count, ...(on !== "" && { on: Number(on) }) }
  return { days: count }
}

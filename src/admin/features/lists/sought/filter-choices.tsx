import {
  BookOpen,
  BuildingStorefront,
  Calendar,
  CircleHalfSolid,
  CurrencyDollar,
  FlagMini,
  Receipt,
  User,
} from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useState, type ElementType } from "react"
import type { UnreconciledTotalsView } from "../../../../types/http"
import { Field } from "../../account/acts/fields"
import { useListView } from "../list-context"
import { useListSpeech } from "../use-list-speech"
import { filterName, rangeOf, type FilterName } from "./chips"
import { AccountChoices } from "./account-choices"
import { Choice, Nothing } from "./choice"
import { KINDS, LONGEST_QUERY, OPEN_STATES, PRESETS, STATES, type Filters } from "./sought"
import { useChannels, useCurrencies } from "./use-choices"

const OFFERED = ["dates", "account", "state", "kind", "currency", "channel", "gl", "toCheck"] as const

const ICONS: Readonly<Record<(typeof OFFERED)[number], ElementType>> = {
  dates: Calendar,
  account: User,
  state: CircleHalfSolid,
  kind: Receipt,
  currency: CurrencyDollar,
  channel: BuildingStorefront,
  gl: BookOpen,
  toCheck: FlagMini,
}

interface FilterChoicesProps {
  /** Null: which filter it is to be is asked first. */
  readonly name: FilterName | null
  readonly totals: UnreconciledTotalsView | undefined
  readonly onName?: (name: FilterName) => void
  readonly onClose: () => void
}

/** What a filter can be set to; before that, which filter. */
export function FilterChoices({ name, totals, onName, onClose }: FilterChoicesProps) {
  const { t, kindOf } = useListSpeech()
  const { show, sought, seek } = useListView()
  const choose = (next: Partial<Filters>) => {
    seek(next)
    onClose()
  }
  switch (name) {
    case null:
      return OFFERED.map((one) => (
        <Choice
          key={one}
          icon={ICONS[one]}
          isOn={sought[one] !== null}
          onChoose={() => (one === "toCheck" ? choose({ toCheck: true }) : onName?.(one))}
        >
          {one === "toCheck" ? t("notes.toCheck") : filterName(one, t)}
        </Choice>
      ))
    case "dates":
      return <DateChoices onChoose={choose} />
    case "kind":
      return KINDS.map((kind) => (
        <Choice key={kind} isOn={sought.kind === kind} onChoose={() => choose({ kind })}>
          {kindOf(kind)}
        </Choice>
      ))
    case "currency":
      return <CurrencyChoices totals={totals} onChoose={choose} />
    case "channel":
      return <ChannelChoices onChoose={choose} />
    case "account":
      return <AccountChoices onChoose={choose} />
    case "state":
      return (show === "all" ? STATES : OPEN_STATES).map((state) => (
        <Choice key={state} isOn={sought.state === state} onChoose={() => choose({ state })}>
          {t(`states.${state}.short`)}
        </Choice>
      ))
    case "gl":
      return <GlChoice onChoose={choose} />
    case "toCheck":
      return null
  }
}

export type Choosing = { readonly onChoose: (next: Partial<Filters>) => void }

function DateChoices({ onChoose }: Choosing) {
  const { t } = useListSpeech()
  const { sought, today } = useListView()
  const { dates } = sought
  const range = dates && !("preset" in dates) ? dates : { from: null, to: null }
  const [from, setFrom] = useState(range.from ?? "")
  const [to, setTo] = useState(range.to ?? "")
  const chosen = rangeOf(from, to)
  return (
    <>
      {PRESETS.map((preset) => (
        <Choice
          key={preset}
          isOn={dates !== null && "preset" in dates && dates.preset === preset}
          onChoose={() => onChoose({ dates: { preset } })}
        >
          {t(`lists.dates.${preset}`)}
        </Choice>
      ))}
      <form
        className="reconciliation-list-days border-ui-border-base border-t"
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen) onChoose({ dates: chosen })
        }}
      >
        <Field label={t("lists.filters.from")} type="date" value={from} max={today} onChange={setFrom} />
        <Field
          label={t("lists.filters.to")}
          type="date"
          value={to}
          {...(from !== "" && { min: from })}
          onChange={setTo}
        />
        <Button size="small" variant="secondary" type="submit" aria-disabled={!chosen}>
          {t("lists.filters.apply")}
        </Button>
      </form>
    </>
  )
}

function CurrencyChoices({ totals, onChoose }: Choosing & Pick<FilterChoicesProps, "totals">) {
  const { sought } = useListView()
  const { data, error } = useCurrencies()
  const codes = new Set([
    ...(totals?.sums ?? []).map(({ currency_code: code }) => code.toLowerCase()),
    ...(data ?? []),
    ...(sought.currency === null ? [] : [sought.currency]),
  ])
  if (codes.size === 0) return <Nothing isFailed={error !== null} isWaiting={!data && !error} />
  return [...codes].toSorted().map((code) => (
    <Choice key={code} isOn={sought.currency === code} onChoose={() => onChoose({ currency: code })}>
      {code.toUpperCase()}
    </Choice>
  ))
}

function ChannelChoices({ onChoose }: Choosing) {
  const { sought } = useListView()
  const { data, error } = useChannels()
  if (!data || data.length === 0) return <Nothing isFailed={error !== null} isWaiting={!data && !error} />
  return data.map(({ id, name }) => (
    <Choice key={id} isOn={sought.channel === id} onChoose={() => onChoose({ channel: id })}>
      {name}
    </Choice>
  ))
}

/** The GL account by its number: the store's chart of accounts is in its own program. */
function GlChoice({ onChoose }: Choosing) {
  const { t } = useListSpeech()
  const { sought } = useListView()
  const [written, setWritten] = useState(sought.gl ?? "")
  const gl = written.trim()
  return (
    <form
      className="reconciliation-list-days"
      onSubmit={(event) => {
        event.preventDefault()
        if (gl !== "") onChoose({ gl })
      }}
    >
      <Field label={t("lists.filters.gl")} value={written} maxLength={LONGEST_QUERY} onChange={setWritten} />
      <Button size="small" variant="secondary" type="submit" aria-disabled={gl === ""}>
        {t("lists.filters.apply")}
      </Button>
    </form>
  )
}

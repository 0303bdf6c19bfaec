import { BuildingStorefront, Calendar, Check, CurrencyDollar, FlagMini, Receipt, User } from "@medusajs/icons"
import { Button, clx, Text } from "@medusajs/ui"
import { useState, type ElementType } from "react"
import type { UnreconciledTotalsView } from "../../../../types/http"
import { Field } from "../../account/acts/fields"
import { useListView } from "../list-context"
import { useListSpeech } from "../use-list-speech"
import { filterName, rangeOf, type FilterName } from "./chips"
import { KINDS, PRESETS, type Filters } from "./sought"
import { useChannels, useCurrencies } from "./use-choices"

const OFFERED = ["dates", "owner", "kind", "currency", "channel", "toCheck"] as const

const ICONS: Readonly<Record<(typeof OFFERED)[number], ElementType>> = {
  dates: Calendar,
  owner: User,
  kind: Receipt,
  currency: CurrencyDollar,
  channel: BuildingStorefront,
  toCheck: FlagMini,
}

interface FilterChoicesProps {
  /** Null: which filter it is to be is asked first. */
  readonly name: FilterName | "owner" | null
  readonly totals: UnreconciledTotalsView | undefined
  readonly onName?: (name: FilterName | "owner") => void
  readonly onClose: () => void
}

/** What a filter can be set to; before that, which filter. */
export function FilterChoices({ name, totals, onName, onClose }: FilterChoicesProps) {
  const { t, kindOf } = useListSpeech()
  const { sought, seek } = useListView()
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
          isOn={one === "owner" ? sought.q !== "" : sought[one] !== null}
          onChoose={() => (one === "toCheck" ? choose({ toCheck: true }) : onName?.(one))}
        >
          {one === "owner"
            ? t("lists.filters.owner")
            : one === "toCheck"
              ? t("notes.toCheck")
              : filterName(one, t)}
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
    case "owner":
    case "account":
    case "toCheck":
      return null
  }
}

interface ChoiceProps {
  readonly icon?: ElementType
  readonly isOn: boolean
  readonly onChoose: () => void
  readonly children: string
}

function Choice({ icon: Icon, isOn, onChoose, children }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      className={clx(
        "reconciliation-list-choice txt-compact-small text-ui-fg-base hover:bg-ui-bg-base-hover outline-none",
        "focus-visible:bg-ui-bg-base-hover",
      )}
      onClick={onChoose}
    >
      {Icon && <Icon aria-hidden className="text-ui-fg-subtle" />}
      <span className="min-w-0 flex-1 break-words">{children}</span>
      {isOn && <Check aria-hidden className="text-ui-fg-subtle" />}
    </button>
  )
}

type Choosing = { readonly onChoose: (next: Partial<Filters>) => void }

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

function Nothing({ isFailed, isWaiting }: { isFailed: boolean; isWaiting: boolean }) {
  const { t } = useListSpeech()
  return (
    <Text size="small" className="text-ui-fg-subtle px-2 py-1.5">
      {isWaiting ? "…" : t(isFailed ? "lists.filters.notRead" : "lists.filters.none")}
    </Text>
  )
}

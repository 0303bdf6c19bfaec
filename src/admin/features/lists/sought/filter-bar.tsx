import { XMarkMini } from "@medusajs/icons"
import { Button, Popover } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import type { UnreconciledTotalsView } from "../../../../types/http"
import { useListView } from "../list-context"
import { useListSpeech } from "../use-list-speech"
import { FILTER_NAMES, filterName, filterValue, type FilterName } from "./chips"
import { FilterChoices } from "./filter-choices"
import { SaveView } from "./save-view"
import { isFiltered, KIND_TABS, NO_FILTERS } from "./sought"
import { useAccountName, useChannelNames } from "./use-choices"

/** What narrows the list, a chip each; each chip leads to what else it could be. */
export function FilterBar({ totals }: { totals: UnreconciledTotalsView | undefined }) {
  const speech = useListSpeech()
  const { t } = speech
  const { show, sought, seek } = useListView()
  const channelOf = useChannelNames(sought.channel !== null)
  const accountOf = useAccountName(sought.account)
  const said = { filters: sought, channelOf, accountOf }
  const chips = FILTER_NAMES.flatMap((name) => {
    const value = filterValue(name, said, speech)
    // What a tab says already needs no chip.
    const isTab = name === "kind" && show === "all" && KIND_TABS.some((kind) => kind === sought.kind)
    return value === null || isTab ? [] : [{ name, value }]
  })
  return (
    <fieldset
      aria-label={t("lists.filters.label")}
      className="border-ui-border-base flex flex-wrap items-center gap-2 border-t px-6 py-2.5"
      data-filters=""
    >
      {chips.map((chip) => (
        <Chip key={chip.name} {...chip} totals={totals} />
      ))}
      {sought.dates === null && (
        <button
          type="button"
          data-this-month=""
          className="reconciliation-list-offer txt-compact-small-plus text-ui-fg-subtle hover:text-ui-fg-base focus-visible:shadow-borders-focus outline-none"
          onClick={() => seek({ dates: { preset: "month" } })}
        >
          {t("lists.dates.month")}
        </button>
      )}
      <AddFilter totals={totals} />
      {isFiltered(sought) && (
        <Button
          size="small"
          variant="transparent"
          type="button"
          data-clear-all=""
          onClick={() => seek(NO_FILTERS)}
        >
          {t("lists.filters.clear")}
        </Button>
      )}
      <span className="reconciliation-list-end">
        <SaveView />
      </span>
    </fieldset>
  )
}

interface ChipProps {
  readonly name: FilterName
  readonly value: string
  readonly totals: UnreconciledTotalsView | undefined
}

function Chip({ name, value, totals }: ChipProps) {
  const { t } = useListSpeech()
  const { seek } = useListView()
  const [isOpen, setOpen] = useState(false)
  const called = filterName(name, t)
  return (
    <span className="reconciliation-list-chip txt-compact-small shadow-buttons-neutral" data-chip={name}>
      <span className="text-ui-fg-subtle">{called}</span>
      {name === "toCheck" ? (
        <span className="txt-compact-small-plus">{value}</span>
      ) : (
        <Popover open={isOpen} onOpenChange={setOpen}>
          <Popover.Trigger asChild>
            <button
              type="button"
              aria-label={t("lists.filters.change", { name: called, value })}
              className="txt-compact-small-plus focus-visible:shadow-borders-focus outline-none"
            >
              {value}
            </button>
          </Popover.Trigger>
          <Popover.Content
            align="start"
            className="reconciliation-list-choices"
            aria-label={called}
            data-choices={name}
          >
            <FilterChoices name={name} totals={totals} onClose={() => setOpen(false)} />
          </Popover.Content>
        </Popover>
      )}
      <button
        type="button"
        aria-label={t("lists.filters.remove", { name: called, value })}
        className="text-ui-fg-subtle focus-visible:shadow-borders-focus outline-none"
        onClick={() => seek({ [name]: null })}
      >
        <XMarkMini aria-hidden />
      </button>
    </span>
  )
}

function AddFilter({ totals }: Pick<ChipProps, "totals">) {
  const { t } = useListSpeech()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState<FilterName | null>(null)
  const choices = useRef<HTMLDivElement>(null)
  // What was pressed is gone with the first list: the second one has the focus.
  useEffect(() => {
    if (name !== null) choices.current?.querySelector<HTMLElement>("input, button")?.focus()
  }, [name])
  return (
    <Popover
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open)
        setName(null)
      }}
    >
      <Popover.Trigger asChild>
        <Button size="small" variant="secondary" type="button" data-add-filter="">
          {t("lists.filters.add")}
        </Button>
      </Popover.Trigger>
      <Popover.Content
        ref={choices}
        align="start"
        className="reconciliation-list-choices"
        aria-label={t("lists.filters.add")}
        data-choices={name ?? "all"}
      >
        <FilterChoices name={name} totals={totals} onName={setName} onClose={() => setOpen(false)} />
      </Popover.Content>
    </Popover>
  )
}

import { clx } from "@medusajs/ui"
import type { HistoryEntry } from "../../../../types/http"
import { useWords } from "../../../lib/use-words"
import { isByPerson } from "./causes"

export type Whose = "all" | "people" | "automatic"

export const isOf = (entry: HistoryEntry, whose: Whose): boolean =>
  whose === "all" || isByPerson(entry) === (whose === "people")

interface FilterProps {
  /** As far as they are loaded; none while nothing is. */
  entries: readonly HistoryEntry[] | undefined
  whose: Whose
  onChange: (whose: Whose) => void
}

/** Whose changes are shown, with how many of them are loaded. */
export function Filter({ entries, whose, onChange }: FilterProps) {
  const { t, locale } = useWords()
  return (
    <fieldset className="reconciliation-segments">
      <legend className="sr-only">{t("history.filter.label")}</legend>
      {(["all", "people", "automatic"] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === whose}
          onClick={() => onChange(one)}
          className={clx(
            "txt-compact-small-plus focus-visible:shadow-borders-focus outline-none",
            one === whose
              ? "bg-ui-bg-base text-ui-fg-base shadow-elevation-card-rest"
              : "text-ui-fg-subtle hover:text-ui-fg-base",
          )}
        >
          {t(`history.filter.${one}`)}{" "}
          <span className="tabular-nums">
            {entries?.filter((entry) => isOf(entry, one)).length.toLocaleString(locale)}
          </span>
        </button>
      ))}
    </fieldset>
  )
}

import { Plus, Trash } from "@medusajs/icons"
import { Button, IconButton } from "@medusajs/ui"
import { useState } from "react"
import { useWords } from "../../../lib/use-words"
import { KnownField } from "./known-field"

/** A field of each line: its label, and what there is to choose from where that is known. */
export type LineField = readonly [
  label: string,
  choices?: readonly (readonly [value: string, label: string])[] | undefined,
]

interface LinesProps {
  readonly fields: readonly LineField[]
  readonly lines: readonly (readonly string[])[]
  readonly onChange: (lines: readonly (readonly string[])[]) => void
}

/** A small table that is typed: pairs of a key and what it stands for. A line without a key is not said. */
export function Lines({ fields, lines: given, onChange }: LinesProps) {
  const { t } = useWords()
  const [lines, setLines] = useState<readonly (readonly string[])[]>(given)
  const set = (next: readonly (readonly string[])[]) => {
    setLines(next)
    onChange(next.filter(([key = ""]) => key.trim() !== ""))
  }
  const withOne = (line: readonly string[], field: number, typed: string): string[] =>
    fields.map((_, of) => (of === field ? typed : (line[of] ?? "")))
  return (
    <div className="reconciliation-lines">
      {lines.map((line, place) => (
        // oxlint-disable-next-line no-array-index-key -- a line is its place: its key is what is typed
        <div key={place} className="reconciliation-line">
          {fields.map(([label, choices], field) => (
            <KnownField
              key={label}
              label={label}
              value={line[field] ?? ""}
              choices={choices}
              onChange={(typed) =>
                set(lines.map((one, at) => (at === place ? withOne(one, field, typed) : one)))
              }
            />
          ))}
          <IconButton
            size="small"
            variant="transparent"
            type="button"
            aria-label={t("settings.field.remove", { n: place + 1 })}
            onClick={() => set(lines.filter((_, at) => at !== place))}
          >
            <Trash aria-hidden />
          </IconButton>
        </div>
      ))}
      <Button
        size="small"
        variant="secondary"
        type="button"
        className="self-start"
        onClick={() => set([...lines, []])}
      >
        <Plus aria-hidden />
        {t("settings.field.add")}
      </Button>
    </div>
  )
}

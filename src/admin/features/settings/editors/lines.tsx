import { Plus, Trash } from "@medusajs/icons"
import { Button, IconButton } from "@medusajs/ui"
import { useState } from "react"
import { useWords } from "../../../lib/use-words"
import { Field } from "./fields"

interface LinesProps {
  /** What each line is made of, by the labels of its fields. */
  readonly labels: readonly string[]
  readonly lines: readonly (readonly string[])[]
  readonly onChange: (lines: readonly (readonly string[])[]) => void
  /** What may be typed into the last field. */
  readonly among?: readonly string[] | undefined
}

/** A small table that is typed: pairs of a key and what it stands for. A line without a key is not said. */
export function Lines({ labels, lines: given, onChange, among }: LinesProps) {
  const { t } = useWords()
  const [lines, setLines] = useState<readonly (readonly string[])[]>(given)
  const set = (next: readonly (readonly string[])[]) => {
    setLines(next)
    onChange(next.filter(([key = ""]) => key.trim() !== ""))
  }
  return (
    <div className="reconciliation-lines">
      {lines.map((line, place) => (
        // oxlint-disable-next-line no-array-index-key -- a line is its place: its key is what is typed
        <div key={place} className="reconciliation-line">
          {labels.map((label, field) => (
            <Field
              key={label}
              label={label}
              value={line[field] ?? ""}
              {...(among && field === labels.length - 1 && { list: "reconciliationAmong" })}
              onChange={(typed) =>
                set(
                  lines.map((one, at) =>
                    at === place ? labels.map((_, of) => (of === field ? typed : (one[of] ?? ""))) : one,
                  ),
                )
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
      {among && (
        <datalist id="reconciliationAmong">
          {among.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </datalist>
      )}
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

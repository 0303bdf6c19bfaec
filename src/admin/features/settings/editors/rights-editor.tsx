import { useState } from "react"
import type { SettingValue } from "../../../../types/http"
import { RIGHTS } from "../../../../types/rights"
import { useWords } from "../../../lib/use-words"
import { Field, Tick } from "./fields"
import { partsOf, textOf, type EditorProps } from "./types"

/** Each right: everybody's, or of those that are listed. */
export function RightsEditor({ value, onChange }: EditorProps) {
  const { t } = useWords()
  const lists = partsOf(value)
  const [typed, type] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(Object.entries(lists).map(([right, who]) => [right, namesOf(who).join(", ")])),
  )
  const set = (right: string, who: SettingValue | undefined) => {
    const { [right]: _, ...others } = lists
    onChange(who === undefined ? others : { ...others, [right]: who })
  }
  return (
    <>
      {RIGHTS.map((right) => {
        const isListed = lists[right] !== undefined
        return (
          <div key={right} className="flex flex-col gap-y-1" data-right={right}>
            <Tick
              label={t("settings.field.only", { right: t(`rights.${right}`) })}
              value={isListed}
              onChange={(ticked) => set(right, ticked ? split(typed[right] ?? "") : undefined)}
            />
            {isListed && (
              <Field
                label={t(`rights.${right}`)}
                value={typed[right] ?? ""}
                onChange={(text) => {
                  type({ ...typed, [right]: text })
                  set(right, split(text))
                }}
              />
            )}
          </div>
        )
      })}
    </>
  )
}

const namesOf = (who: SettingValue): string[] =>
  Array.isArray(who) ? (who as readonly SettingValue[]).map(textOf) : []

const split = (text: string): string[] =>
  text
    .split(",")
    .map((who) => who.trim())
    .filter(Boolean)

import { ArrowUpMini } from "@medusajs/icons"
import { IconButton, Text } from "@medusajs/ui"
import type { SettingValue } from "../../../../types/http"
import { useWords } from "../../../lib/use-words"
import { choiceWords } from "../value-words"
import { textOf, type EditorProps } from "./types"

/** Known words in an order of the store's own. */
export function OrderEditor({ setting: { name }, value, onChange }: EditorProps) {
  const words = useWords()
  const list = Array.isArray(value) ? (value as readonly SettingValue[]).map(textOf) : []
  const up = (place: number) =>
    onChange(
      list.map((one, at) => (at === place - 1 ? list[place] : at === place ? list[place - 1] : one) ?? one),
    )
  return (
    <ol className="flex flex-col gap-y-2">
      {list.map((one, place) => {
        const label = choiceWords(words, name, one)
        return (
          <li key={one} className="flex items-center justify-between gap-x-2">
            <Text size="small">
              {place + 1}. {label}
            </Text>
            {place > 0 && (
              <IconButton
                size="small"
                variant="transparent"
                type="button"
                aria-label={words.t("settings.field.up", { name: label })}
                onClick={() => up(place)}
              >
                <ArrowUpMini aria-hidden />
              </IconButton>
            )}
          </li>
        )
      })}
    </ol>
  )
}

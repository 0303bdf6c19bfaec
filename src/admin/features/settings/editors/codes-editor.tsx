import { useWords } from "../../../lib/use-words"
import { Choices } from "./choices"
import { Field, Tick } from "./fields"
import { numberOf, partsOf, textOf, type EditorProps } from "./types"

/** Whether matching codes are given, from which sequence, and from where on. */
export function CodesEditor({ value, onChange }: EditorProps) {
  const { t } = useWords()
  const parts = partsOf(value)
  return (
    <>
      <Tick
        label={t("settings.field.enabled")}
        value={parts["enabled"] === true}
        onChange={(enabled) => onChange({ ...parts, enabled })}
      />
      <Choices
        name="scope"
        label={t("settings.field.scope")}
        among={["account", "store"]}
        value={textOf(parts["scope"])}
        onChange={(scope) => onChange({ ...parts, scope })}
      />
      <Field
        label={t("settings.field.firstRank")}
        inputMode="numeric"
        value={textOf(parts["firstRank"])}
        onChange={(typed) => onChange({ ...parts, firstRank: numberOf(typed) })}
      />
    </>
  )
}

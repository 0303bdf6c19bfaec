import { matchingCode, rankOfCode } from "../../../../modules/reconciliation/domain/matching-code"
import { useWords } from "../../../lib/use-words"
import { Choices } from "./choices"
import { Field, Tick } from "./fields"
import { partsOf, textOf, type EditorProps } from "./types"
import type { SettingValue } from "../../../../types/http"

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
        label={t("settings.field.firstCode")}
        value={codeOf(parts["firstRank"])}
        onChange={(typed) => onChange({ ...parts, firstRank: rankOfCode(typed.trim()) ?? typed.trim() })}
      />
    </>
  )
}

/** A rank in letters; what is no code yet as it is typed. */
const codeOf = (rank: SettingValue | undefined): string =>
  typeof rank === "number" ? matchingCode(rank, false) : textOf(rank)

import { Label, Textarea } from "@medusajs/ui"
import { useId, useState } from "react"
import { useWords } from "../../../lib/use-words"
import { Field } from "./fields"
import { partsOf, textOf, textsOf, type EditorProps } from "./types"

/** A day, or none; in words too, since a browser writes it as its own language does. */
export function DayEditor({ value, onChange }: EditorProps) {
  const { t, day } = useWords()
  const chosen = textOf(value)
  return (
    <Field
      type="date"
      label={t("settings.field.day")}
      value={chosen}
      hint={chosen === "" ? undefined : day(chosen)}
      onChange={(next) => onChange(next === "" ? null : next)}
    />
  )
}

/** The name of a time zone; the browser knows which there are. */
export function ZoneEditor({ value, onChange }: EditorProps) {
  const { t } = useWords()
  return (
    <>
      <Field
        label={t("settings.field.zone")}
        list="reconciliationZones"
        value={textOf(value)}
        onChange={(zone) => onChange(zone.trim() === "" ? undefined : zone.trim())}
      />
      <datalist id="reconciliationZones">
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </datalist>
    </>
  )
}

/** A text, or none. */
export function TextEditor({ value, onChange }: EditorProps) {
  const { t } = useWords()
  return (
    <Field
      label={t("settings.field.metadata")}
      value={textOf(value)}
      onChange={(typed) => onChange(typed.trim() === "" ? null : typed.trim())}
    />
  )
}

/** The parts of an option that are texts, by the labels of their fields. */
const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  receipts: { prefix: "money", creditPrefix: "credits" },
  creditTransfer: { name: "holder", iban: "iban", bic: "bic" },
}

/** Several texts that belong together; an option that may be none is none when all of them are empty. */
export function PartsEditor({ setting, value, onChange }: EditorProps) {
  const { t } = useWords()
  const parts = partsOf(value)
  const set = (name: string, typed: string) => {
    const { [name]: _, ...others } = parts
    const next = typed.trim() === "" ? others : { ...others, [name]: typed.trim() }
    onChange(Object.keys(next).length === 0 && setting.default === null ? null : next)
  }
  return (
    <>
      {Object.entries(PARTS[setting.name] ?? {}).map(([name, label]) => (
        <Field
          key={name}
          label={t(`settings.field.${label}`)}
          value={textOf(parts[name])}
          onChange={(typed) => set(name, typed)}
        />
      ))}
    </>
  )
}

/** A list of texts, one a line. */
export function ListEditor({ value, onChange }: EditorProps) {
  const { t } = useWords()
  const id = useId()
  const [text, setText] = useState(() => textsOf(value).join("\n"))
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor={id} size="xsmall" className="text-ui-fg-subtle">
        {t("settings.field.lines")}
      </Label>
      <Textarea
        id={id}
        rows={8}
        spellCheck={false}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          onChange(
            target.value
              .split("\n")
              .map((line) => line.trim())
              .filter(Boolean),
          )
        }}
      />
    </div>
  )
}

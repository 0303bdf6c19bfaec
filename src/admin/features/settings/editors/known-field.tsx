import { Choice } from "../../account/acts/fields"
import { Field } from "./fields"

interface KnownFieldProps {
  readonly label: string
  readonly value: string
  /** What there is to choose from; undefined where that is not known, and it is typed. */
  readonly choices: readonly (readonly [value: string, label: string])[] | undefined
  readonly onChange: (value: string) => void
}

/** One of some by its name, else typed. What stands there stays a choice, also when it is gone. */
export function KnownField({ label, value, choices, onChange }: KnownFieldProps) {
  if (!choices) return <Field label={label} value={value} onChange={onChange} />
  const isKnown = choices.some(([one]) => one === value)
  return (
    <div>
      <Choice
        label={label}
        value={value}
        choices={isKnown ? choices : [[value, value === "" ? "–" : value], ...choices]}
        onChange={onChange}
      />
    </div>
  )
}

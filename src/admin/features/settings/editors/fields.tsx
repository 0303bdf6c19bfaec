import { Checkbox, Input, Label, Text } from "@medusajs/ui"
import { useId, useState, type ComponentProps } from "react"

interface FieldProps extends Omit<ComponentProps<typeof Input>, "onChange" | "value" | "size"> {
  readonly label: string
  readonly value: string
  /** What it comes to, below it. */
  readonly hint?: string | undefined
  readonly onChange: (value: string) => void
}

/** A field with its label. Spaces around what is typed are no part of the value, but a second word begins with one. */
export function Field({ label, value, hint, onChange, ...input }: FieldProps) {
  const [id, told] = [useId(), useId()]
  const [typed, setTyped] = useState(value)
  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      <Label htmlFor={id} size="xsmall" className="text-ui-fg-subtle">
        {label}
      </Label>
      <Input
        id={id}
        size="small"
        autoComplete="off"
        aria-describedby={hint ? told : undefined}
        {...input}
        value={typed.trim() === value ? typed : value}
        onChange={({ target }) => {
          setTyped(target.value)
          onChange(target.value)
        }}
      />
      {hint && (
        <Text id={told} size="xsmall" className="text-ui-fg-subtle">
          {hint}
        </Text>
      )}
    </div>
  )
}

interface TickProps {
  readonly label: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

export function Tick({ label, value, onChange }: TickProps) {
  const id = useId()
  return (
    <div className="flex min-w-0 items-center gap-x-2">
      <Checkbox id={id} checked={value} onCheckedChange={(ticked) => onChange(ticked === true)} />
      <Label htmlFor={id} size="small" className="min-w-0 break-words">
        {label}
      </Label>
    </div>
  )
}

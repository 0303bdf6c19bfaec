import { useId, type ReactNode } from "react"

interface TickProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly label: string
  /** What that means, below its name. */
  readonly children?: ReactNode
}

/** A box to tick, with what it means. */
export function Tick({ checked, onChange, label, children }: TickProps) {
  const id = useId()
  return (
    <div className="flex items-start gap-x-2">
      <input
        id={id}
        type="checkbox"
        className="mt-0.5 shrink-0"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label htmlFor={id} className="txt-compact-small min-w-0 break-words">
        {label}
        {children && <span className="text-ui-fg-subtle txt-compact-xsmall block">{children}</span>}
      </label>
    </div>
  )
}

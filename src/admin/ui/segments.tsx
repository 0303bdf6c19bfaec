import { clx } from "@medusajs/ui"

interface SegmentsProps<Value extends string> {
  label: string
  /** Whether the label is seen; else only a screen reader says it. */
  shown?: boolean
  options: readonly { readonly value: Value; readonly text: string }[]
  value: Value
  onChange: (value: Value) => void
  /** Those that stay in their place and cannot be chosen; why stands in the element of this id. */
  locked?: { readonly isLocked: (value: Value) => boolean; readonly reasonId: string } | undefined
}

/** One of a few, side by side: each a button that says whether it is pressed. */
export function Segments<Value extends string>({
  label,
  shown = false,
  options,
  value,
  onChange,
  locked,
}: SegmentsProps<Value>) {
  return (
    <fieldset className="min-w-0">
      <legend className={shown ? "txt-compact-small-plus mb-1" : "sr-only"}>{label}</legend>
      <div className="reconciliation-segments flex-wrap">
        {options.map(({ value: one, text }) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === value}
            {...(locked?.isLocked(one) && { "aria-disabled": true, "aria-describedby": locked.reasonId })}
            onClick={() => !locked?.isLocked(one) && onChange(one)}
            className={clx(
              "txt-compact-small-plus focus-visible:shadow-borders-focus outline-none",
              one === value ? "text-ui-fg-base" : "text-ui-fg-subtle hover:text-ui-fg-base",
            )}
          >
            {text}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

import { Badge, Label, RadioGroup, Text } from "@medusajs/ui"
import { useId } from "react"

interface ChoiceBoxProps {
  readonly value: string
  readonly label: string
  readonly about?: string | undefined
  /** Said beside the label: that it is recommended. */
  readonly badge?: string | undefined
}

/** One of a group, in a box of its own that can be pressed as a whole. */
export function ChoiceBox({ value, label, about, badge }: ChoiceBoxProps) {
  const id = useId()
  const told = `${id}-about`
  return (
    <div className="reconciliation-choice" data-choice={value}>
      <RadioGroup.Item
        id={id}
        value={value}
        {...(about !== undefined && { "aria-describedby": told })}
        className="reconciliation-choice-radio"
      />
      <div className="min-w-0">
        <Label htmlFor={id} size="small" weight="plus" className="break-words">
          {label}
          {badge !== undefined && (
            <>
              {" "}
              <Badge size="2xsmall">{badge}</Badge>
            </>
          )}
        </Label>
        {about !== undefined && (
          <Text id={told} size="xsmall" className="text-ui-fg-subtle break-words">
            {about}
          </Text>
        )}
      </div>
    </div>
  )
}

/** What such boxes look like; a feature that has some adds it to its own rules. */
const CSS = `
.reconciliation-choice { position: relative; display: flex; align-items: flex-start; gap: 4px; padding: 8px 12px 8px 8px; border-radius: 8px; background: var(--bg-base); box-shadow: var(--borders-base); }
.dark .reconciliation-choice { background: var(--bg-component); }
.reconciliation-choice:hover { background: var(--bg-base-hover); }
.reconciliation-choice:has([data-state=checked]) { box-shadow: var(--borders-interactive-with-shadow); }
.reconciliation-choice label { display: block; line-height: 24px; }
.reconciliation-choice label::after { content: ""; position: absolute; inset: 0; cursor: pointer; }
.reconciliation-choice-radio { width: 24px; height: 24px; flex-shrink: 0; }
`

export { CSS as CHOICE_CSS }

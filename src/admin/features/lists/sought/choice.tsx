import { Check } from "@medusajs/icons"
import { clx, Text } from "@medusajs/ui"
import type { ElementType } from "react"
import { useListSpeech } from "../use-list-speech"

interface ChoiceProps {
  readonly icon?: ElementType
  readonly isOn: boolean
  readonly onChoose: () => void
  readonly children: string
}

/** One of what a filter can be set to. */
export function Choice({ icon: Icon, isOn, onChoose, children }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      className={clx(
        "reconciliation-list-choice txt-compact-small text-ui-fg-base hover:bg-ui-bg-base-hover outline-none",
        "focus-visible:bg-ui-bg-base-hover",
      )}
      onClick={onChoose}
    >
      {Icon && <Icon aria-hidden className="text-ui-fg-subtle" />}
      <span className="min-w-0 flex-1 break-words">{children}</span>
      {isOn && <Check aria-hidden className="text-ui-fg-subtle" />}
    </button>
  )
}

/** Stands where there is nothing to choose. */
export function Nothing({ isFailed, isWaiting }: { isFailed: boolean; isWaiting: boolean }) {
  const { t } = useListSpeech()
  return (
    <Text size="small" className="text-ui-fg-subtle px-2 py-1.5">
      {isWaiting ? "…" : t(isFailed ? "lists.filters.notRead" : "lists.filters.none")}
    </Text>
  )
}

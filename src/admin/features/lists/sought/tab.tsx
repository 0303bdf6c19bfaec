import { clx } from "@medusajs/ui"
import { useListSpeech } from "../use-list-speech"

interface TabProps {
  readonly name: string
  readonly count?: number | undefined
  readonly isOn: boolean
  readonly onChoose: () => void
  readonly children: string
}

/** A view of a list, with how much it has. */
export function Tab({ name, count, isOn, onChoose, children }: TabProps) {
  const { locale } = useListSpeech()
  return (
    <button
      type="button"
      aria-pressed={isOn}
      data-view={name}
      className={clx(
        "reconciliation-list-tab txt-compact-small-plus focus-visible:shadow-borders-focus outline-none",
        isOn ? "text-ui-fg-base" : "text-ui-fg-subtle hover:text-ui-fg-base",
      )}
      onClick={onChoose}
    >
      {children}
      {count !== undefined && (
        <span className="text-ui-fg-subtle ml-1 font-normal tabular-nums">
          {count.toLocaleString(locale)}
        </span>
      )}
    </button>
  )
}

import { useWords } from "../../lib/use-words"

export type Shown = "picture" | "table"
const WAYS: readonly Shown[] = ["picture", "table"]

export interface ToggleProps {
  readonly shown: Shown
  readonly onShow: (shown: Shown) => void
}

/** Picture or table: two buttons, of which one is pressed. */
export function ViewToggle({ shown, onShow }: ToggleProps) {
  const { t } = useWords()
  return (
    <fieldset aria-label={t("codePage.view.label")} className="reconciliation-segments">
      {WAYS.map((way) => (
        <button
          key={way}
          type="button"
          aria-pressed={shown === way}
          onClick={() => onShow(way)}
          className="txt-compact-small-plus text-ui-fg-subtle focus-visible:shadow-borders-interactive-with-focus outline-none"
        >
          {t(`codePage.view.${way}`)}
        </button>
      ))}
    </fieldset>
  )
}

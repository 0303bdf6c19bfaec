import { useOrderView } from "../use-order-view"
import type { Note } from "./grid-view"
import type { PastePlan } from "./paste"
import { useGridStore } from "./use-grid"

/** What was just done, in words; a paste can be taken back from here. */
export function NoteLine({ note }: { note: Note }) {
  const { t } = useOrderView()
  const store = useGridStore()
  switch (note.kind) {
    case "undone":
    case "redone":
      return <>{t(`grid.status.${note.kind}`)}</>
    case "filled":
    case "cleared":
      return (
        <>
          {t(`grid.status.${note.kind}`, { count: note.count })}{" "}
          {note.locked > 0 && t("grid.status.locked", { count: note.locked })}
        </>
      )
    case "unreadable":
      return (
        <span role="alert" className="text-ui-tag-red-text">
          {t("grid.status.unreadable", { text: note.text, why: t(`grid.status.why.${note.why}`) })}
        </span>
      )
    case "pasted":
      return (
        <>
          <span className="text-ui-fg-base font-medium">
            {t("grid.status.pasted", { put: note.plan.put.length, total: note.plan.total })}
          </span>{" "}
          {leftAlone(note.plan, t).join(" ")}{" "}
          {note.plan.put.length > 0 && (
            <button type="button" className="text-ui-fg-interactive underline" onClick={() => store.undo()}>
              {t("grid.status.undoPaste")}
            </button>
          )}
        </>
      )
  }
}

function leftAlone(
  { locked, refused, clipped, headingsElsewhere }: PastePlan,
  t: (key: string, values?: Record<string, string | number>) => string,
): string[] {
  const [first] = refused
  return [
    ...(locked.length > 0 ? [t("grid.status.locked", { count: locked.length })] : []),
    ...(first
      ? [
          t("grid.status.refused", {
            count: refused.length,
            text: first.text,
            why: t(`grid.status.why.${first.reason}`),
          }),
        ]
      : []),
    ...(clipped > 0 ? [t("grid.status.clipped", { count: clipped })] : []),
    ...(headingsElsewhere ? [t("grid.status.headings")] : []),
  ]
}

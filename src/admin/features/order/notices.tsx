import { Alert } from "@medusajs/ui"
import type { OrderReconciliation } from "../../../types/http"
import { useOrderView } from "./use-order-view"
import { noticeWords } from "../../lib/notices"

/** What to know before reading the matrix: contradictions with their cure, and what wants to be looked at. */
export function Notices() {
  const { order, t } = useOrderView()
  if (order.problems.length === 0 && order.warnings.length === 0) return null
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <Notice variant="error" title={t("problems.title")} notes={order.problems} />
      <Notice variant="warning" title={t("warnings.title")} notes={order.warnings} />
    </div>
  )
}

interface NoticeProps {
  readonly variant: "error" | "warning"
  readonly title: string
  readonly notes: OrderReconciliation["problems"]
}

/** Each notice in the reader's language, with its cure; without facts, as the server wrote it. */
function Notice({ variant, title, notes }: NoticeProps) {
  const speech = useOrderView()
  const { t, serverLang } = speech
  if (notes.length === 0) return null
  return (
    <Alert variant={variant} data-notice={variant === "error" ? "problems" : "warnings"}>
      <strong className="txt-compact-small-plus">{title}</strong>
      <ul className="mt-1 flex flex-col gap-y-2">
        {notes.map((note) => {
          const words = noticeWords(note, speech)
          const lang = words ? undefined : serverLang
          const { detail, remedy } = words ?? note
          return (
            <li key={`${note.code} ${note.detail}`}>
              <span lang={lang}>{detail}</span> <code className="text-ui-fg-subtle">({note.code})</code>
              <span className="text-ui-fg-subtle block">
                {t("problems.remedy")} <span lang={lang}>{remedy}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}

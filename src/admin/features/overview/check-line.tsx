import { TriangleRightMini } from "@medusajs/icons"
import { Link } from "react-router-dom"
import type { OverviewView } from "../../../types/http"
import { checksPath } from "../../lib/paths"
import { useWords } from "../../lib/use-words"
import { Section } from "../../ui/section"

/** One line of the last check of the books: fine, so many rows at fault, or never done. */
export function CheckLine({ check }: Pick<OverviewView, "check">) {
  const { t, locale, moment } = useWords()
  const faults = check?.faults ?? 0
  const line = !check ? "never" : faults === 0 ? "fine" : faults === 1 ? "one" : "other"
  return (
    <Section>
      <Link
        to={checksPath}
        className="reconciliation-over-row txt-compact-small text-ui-fg-subtle outline-none"
        data-check={line}
      >
        <span className="flex-1">
          {t(`checks.line.${line}`, {
            count: faults.toLocaleString(locale),
            when: check ? moment(check.recorded_at) : "",
          })}
        </span>
        <TriangleRightMini aria-hidden className="text-ui-fg-muted" />
      </Link>
    </Section>
  )
}

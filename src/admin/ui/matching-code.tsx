import { Badge, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { MatchingCode } from "../../types/http"
import { useWords } from "../lib/use-words"
import { More } from "./more"

interface BadgeProps {
  code: MatchingCode
  /** Where it leads: the page of the code. */
  to?: string
}

/** The letters as they are, in figures that stay apart: a, A, aa. */
export function CodeBadge({ code, to }: BadgeProps) {
  const { t } = useWords()
  const badge = (
    <Badge size="2xsmall" color={code.closed ? "green" : "grey"} className="font-mono">
      <span className="sr-only">{t("code.name", { code: "" })}</span>
      {code.code}
    </Badge>
  )
  if (to === undefined) return badge
  return (
    <Link
      to={to}
      className="reconciliation-code focus-visible:shadow-borders-interactive-with-focus outline-none"
    >
      {badge}
    </Link>
  )
}

/** The order's code with what its letters and their case mean. */
export function ExplainedCode({ code }: { code: MatchingCode }) {
  const { t } = useWords()
  const details = () => (
    <div className="flex flex-col gap-y-1 p-3">
      <Text size="small" leading="compact" weight="plus">
        {t("code.name", { code: code.code })}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t(code.closed ? "code.closed" : "code.open")} {t("code.meaning")}
      </Text>
    </div>
  )
  return (
    <More title={t("code.title")} renderDetails={details} data-code={code.code}>
      <CodeBadge code={code} />
    </More>
  )
}

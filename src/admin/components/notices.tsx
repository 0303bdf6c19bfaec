import { Alert, Text } from "@medusajs/ui"
import { useOrderView } from "../hooks/use-order-view"

/** What to know before reading the matrix: contradictions with their cure, and inferred history. */
export function Notices() {
  const { order, t, serverLang } = useOrderView()
  if (order.problems.length === 0 && !order.inferred) {
    return null
  }
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      {order.problems.length > 0 && (
        <Alert variant="error" data-notice="problems">
          <strong className="txt-compact-small-plus">{t("problems.title")}</strong>
          <ul className="mt-1 flex flex-col gap-y-2">
            {order.problems.map(({ code, detail, remedy }) => (
              <li key={`${code} ${detail}`}>
                <span lang={serverLang}>{detail}</span> <code className="text-ui-fg-subtle">({code})</code>
                <span className="text-ui-fg-subtle block">
                  {t("problems.remedy")} <span lang={serverLang}>{remedy}</span>
                </span>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {order.inferred && (
        <Alert variant="warning" data-notice="inferred">
          <strong className="txt-compact-small-plus">{t("inferred.title")}</strong>
          <Text size="small" leading="compact" className="text-ui-fg-subtle mt-1">
            {t("inferred.text")}
          </Text>
        </Alert>
      )}
    </div>
  )
}

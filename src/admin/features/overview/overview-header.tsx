import { Cash } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { OverviewView } from "../../../types/http"
import { auditPath, batchPath } from "../../lib/paths"
import { useIsNarrow } from "../../lib/use-is-narrow"
import { useMay } from "../../lib/use-may"
import { useWords } from "../../lib/use-words"
import { GuardedButton } from "../../ui/no-right"
import { ReconcileAll } from "../lists/reconcile-all"
import { wholeDay, zoneName } from "./day-words"

/** Which day it is in the books, and what is done to no single account: payments are recorded, and a run begun. */
export function OverviewHeader({ overview }: { overview: OverviewView }) {
  const { t, locale } = useWords()
  const mayManage = useMay("manage")
  const { today, time_zone: zone } = overview
  const record = (
    <>
      <Cash aria-hidden />
      {t("batch.title")}
    </>
  )
  // Where they wrap, the one that needs least room comes last: so they take two lines.
  const isNarrow = useIsNarrow(640)
  const audit = (
    <Button size="small" variant="transparent" asChild>
      <Link to={auditPath} data-audit-link="">
        {t("menu.audit")}
      </Link>
    </Button>
  )
  return (
    <Container className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 overflow-hidden px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Heading level="h1">{t("menu.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle" data-today={today}>
          {t("overview.about", { date: wholeDay(locale, today), zone: zoneName(locale, zone, today) })}
        </Text>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {!isNarrow && audit}
        {mayManage ? (
          <Button size="small" variant="secondary" asChild>
            <Link to={batchPath(currencyOf(overview))}>{record}</Link>
          </Button>
        ) : (
          <GuardedButton right="manage" allowed={false}>
            {record}
          </GuardedButton>
        )}
        <ReconcileAll />
        {isNarrow && audit}
      </div>
    </Container>
  )
}

/** The currency in which most is to do; there it can be written over. */
const currencyOf = ({ ageing, views }: OverviewView): string =>
  ageing[0]?.currency_code ?? views[0]?.sums[0]?.currency_code ?? ""

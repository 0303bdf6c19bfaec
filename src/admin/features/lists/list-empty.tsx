import { CheckCircle, InformationCircle } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { transactionsPath } from "../../lib/paths"
import { useOverview } from "../../lib/use-overview"
import { Message, Saying } from "../../ui/message"
import { useListView } from "./list-context"
import { isFiltered, NO_FILTERS } from "./sought/sought"
import { useListSpeech } from "./use-list-speech"

/** Why nothing is listed: praise where everything is reconciled, else the way out of the filters. */
export function ListEmpty() {
  const { t } = useListSpeech()
  const { show, today, sought, seek } = useListView()
  const isPraise = show === "unreconciled" && sought.view === "all" && !isFiltered(sought)
  const key = isFiltered(sought) ? "nothing" : isPraise ? "praise" : show === "all" ? "none" : "view"
  const action =
    key === "nothing" ? (
      <Button size="small" variant="secondary" type="button" onClick={() => seek(NO_FILTERS)}>
        {t("lists.filters.clear")}
      </Button>
    ) : key === "view" ? (
      <Button size="small" variant="secondary" type="button" onClick={() => seek({ view: "all" })}>
        {t("lists.empty.showAll")}
      </Button>
    ) : isPraise ? (
      <Button size="small" variant="secondary" asChild>
        <Link to={`${transactionsPath}?from=${today}&to=${today}`} data-of-today="">
          {t("lists.empty.ofToday")}
        </Link>
      </Button>
    ) : undefined
  return (
    <div data-empty={key} className="border-ui-border-base border-t">
      <Message
        icon={isPraise ? CheckCircle : InformationCircle}
        tone={isPraise ? "done" : "calm"}
        title={t(`lists.empty.${key}`)}
        action={action}
      >
        {isPraise && <Proof />}
        <Saying quiet>{t(`lists.empty.${key}Text`)}</Saying>
      </Message>
    </div>
  )
}

/** What the praise rests on; nothing where it could not be read. */
function Proof() {
  const { t, locale } = useListSpeech()
  const quality = useOverview().data?.quality
  if (!quality || quality.allocations === 0) return null
  const { allocations: count, automatic } = quality
  const said = { automatic: automatic.toLocaleString(locale), total: count.toLocaleString(locale) }
  return (
    <Saying quiet>
      <span data-proof="">{t("lists.empty.proof", { count, ...said })}</span>
    </Saying>
  )
}
